package workspace

import (
	"context"
	"errors"
	"slices"

	"bitlens/assets/lang"
	"bitlens/engine/measure"
	"bitlens/engine/text"
)

// A Draft is a text that goes on from a place of the open text otherwise than
// that does: with what a person chose there, and what the model then writes.
// The open text stays as it is.
type Draft struct {
	At       int        // where it leaves the open text
	Chosen   []byte     // what a person put there
	Bytes    []byte     // what is there: Chosen, and what has been written behind it
	Costs    []uint32   // of Bytes, in 2^-20 bit, as far as they are known
	Before   text.Bytes // the open text up to At
	Sampling measure.Sampling
	Busy     bool
	Err      error

	cancel context.CancelFunc
}

// Draft returns the draft, nil if there is none.
func (w *Workspace) Draft() *Draft { return w.draft }

// busy reports whether a draft is being written; a nil draft is not.
func (d *Draft) busy() bool { return d != nil && d.Busy }

// draftStep is how many bytes are written between two looks at the screen.
const draftStep = 24

// StartDraft replaces what follows an offset by chosen, in a copy, and lets the
// model that reads write n bytes more. What comes is told as DraftTopic.
func (w *Workspace) StartDraft(at int, chosen []byte, s measure.Sampling, n int) {
	w.startDraft(&Draft{At: at, Chosen: chosen, Bytes: slices.Clone(chosen), Sampling: s}, n)
}

// WriteOn lets the model write n bytes more behind the draft as it is.
func (w *Workspace) WriteOn(n int) {
	if old := w.draft; old != nil && !old.Busy {
		s := old.Sampling
		s.Seed += uint64(len(old.Bytes)) // or it would begin as it did
		w.startDraft(&Draft{At: old.At, Chosen: old.Chosen, Bytes: slices.Clone(old.Bytes), Sampling: s}, n)
		w.draft.Sampling = old.Sampling
	}
}

func (w *Workspace) startDraft(d *Draft, n int) {
	if w.tooFar(d.At) {
		return
	}
	if w.draft != nil {
		w.draft.cancel()
	}
	ctx, cancel := context.WithCancel(context.Background())
	before, at := w.doc.Text.Prefix(d.At), d.At
	w.draft, d.cancel, d.Busy, d.Before = d, cancel, true, before
	start, sampling, entry, points := slices.Clone(d.Bytes), d.Sampling, w.reading.entry, w.reading.points
	news := &batch{do: w.do, after: func() { w.tell(DraftTopic) }}
	deliver := func(f func()) { news.send(ctx, f) }
	took := func(b []byte, costs []uint32) {
		deliver(func() { d.Bytes, d.Costs = append(d.Bytes, b...), append(d.Costs, costs...) })
	}
	go w.slots.Do(ctx, measure.Urgent, func(func(context.Context)) {
		state, err := points.At(ctx, entry, before, at)
		if err == nil {
			err = draft(ctx, measure.NewWriter(state.Predictor, sampling), start, n, took)
		}
		deliver(func() { d.Busy, d.Err = false, err })
	})
	w.tell(DraftTopic)
}

// draft charges what the draft starts with, and writes n bytes behind it.
func draft(ctx context.Context, writer *measure.Writer, start []byte, n int, took func([]byte, []uint32)) error {
	took(nil, writer.Read(start))
	for n > 0 {
		b, costs, err := writer.Write(ctx, min(n, draftStep))
		took(b, costs)
		if err != nil {
			return err
		}
		n -= len(b)
	}
	return nil
}

// StopDraft ends the writing and keeps what has been written.
func (w *Workspace) StopDraft() {
	if d := w.draft; d.busy() {
		d.cancel()
		d.Busy, d.Err = false, context.Canceled
		w.tell(DraftTopic)
	}
}

// DropDraft forgets the draft.
func (w *Workspace) DropDraft() {
	if w.draft != nil {
		w.draft.cancel()
		w.draft = nil
		w.tell(DraftTopic)
	}
}

// OpenDraft makes the draft, behind all that stands before it, the open text,
// unless that has edits which are not saved.
func (w *Workspace) OpenDraft(name string) bool {
	d := w.draft
	if d == nil || !w.mayLeave() {
		return false
	}
	w.OpenBytes(name, append(d.Before.Slice(0, d.At), d.Bytes...))
	w.SetCursor(d.At)
	return true
}

// TakeOut makes the brushed bytes a text of their own, unless the open one has
// edits which are not saved.
func (w *Workspace) TakeOut(name string) {
	lo, hi := w.Brush()
	switch {
	case lo == hi:
		w.Tell(lang.T("Select a part of the text first."))
	case w.mayLeave():
		w.OpenBytes(name, w.doc.Text.Slice(lo, hi))
	}
}

// mayLeave reports whether the open text may be left, and tells if not.
func (w *Workspace) mayLeave() bool {
	if w.Dirty() {
		w.Fail(errors.New(lang.T("Save your edits first.")))
		return false
	}
	return true
}
