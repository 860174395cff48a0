package workspace

import (
	"context"
	"errors"
	"time"

	"bitlens/engine/measure"
	"bitlens/engine/model"
)

// rest is how long the text must stand still before it is archived again.
const rest = 300 * time.Millisecond

// A Reading is one model reading the open text.
type Reading struct {
	w       *Workspace
	entry   *model.Entry
	trace   *measure.Trace
	points  *measure.Checkpoints
	cancel  context.CancelFunc
	batch   *batch
	receipt *measure.Receipt
	err     error
	busy    bool
	phase   measure.Phase
	done    int // bytes of the phase
	started time.Time
}

// newReading returns a reading that has not begun.
func newReading(w *Workspace, entry *model.Entry) *Reading {
	return &Reading{
		w: w, entry: entry, cancel: func() {},
		trace:  measure.NewTrace(w.doc.Text.Len()),
		points: measure.NewCheckpoints(entry, w.Budget),
		batch:  &batch{do: w.do, after: func() { w.tell(ReadingTopic) }},
	}
}

// Trace returns what each byte cost so far.
func (r *Reading) Trace() *measure.Trace { return r.trace }

// Entry returns the model that reads.
func (r *Reading) Entry() *model.Entry { return r.entry }

// Receipt returns the receipt, or nil while the text is being archived.
func (r *Reading) Receipt() *measure.Receipt { return r.receipt }

// Err returns why the reading failed, or nil.
func (r *Reading) Err() error { return r.err }

// Size returns the compressed bytes so far.
func (r *Reading) Size() int64 {
	if r.receipt != nil {
		return r.receipt.CompressedBytes
	}
	return int64(r.trace.Curve().Bits()+7) / 8
}

// Progress returns how far the work is, from 0 to 1, and how long it may still
// take; busy is false when there is nothing to do.
func (r *Reading) Progress() (part float64, left time.Duration, busy bool) {
	if !r.busy {
		return 1, 0, false
	}
	n := float64(max(r.w.doc.Text.Len(), 1))
	part = float64(r.done) / n / 2
	if r.phase == measure.Decoding {
		part += 0.5
	}
	if spent := time.Since(r.started); part > 0.01 {
		left = time.Duration(float64(spent) * (1 - part) / part)
	} else {
		left = measure.Estimate(r.entry, r.w.doc.Text.Len())
	}
	return part, left, true
}

// Phase returns what the reading is doing.
func (r *Reading) Phase() measure.Phase { return r.phase }

// stop cancels what runs.
func (r *Reading) stop() {
	r.cancel()
	r.busy = false
}

// Cancel stops the reading and keeps what has been read.
func (r *Reading) Cancel() {
	if !r.busy {
		return
	}
	r.stop()
	r.err = context.Canceled
	r.w.tell(ReadingTopic)
}

// start archives the text, painting as it goes.
func (r *Reading) start() {
	r.run(func(ctx context.Context, j measure.Job) { r.archive(ctx, j, true) })
}

// edit follows an edit: what lies before it stays read, a predictor goes on
// from its nearest copy, and when the text has come to rest it is archived.
func (r *Reading) edit(lo, hi, n int) {
	r.stop()
	r.trace.Splice(lo, hi, n)
	r.points = r.points.Cut(lo)
	entry, points, known := r.entry, r.points, r.trace.Known()
	predict := func(ctx context.Context, j measure.Job) {
		if entry.New != nil {
			s := points.From(entry, known)
			measure.Predict(ctx, j, &s)
		}
	}
	archive := func(ctx context.Context, j measure.Job) { r.archive(ctx, j, entry.New == nil) }
	r.run(predict, archive)
}

// run does one work after another on the text as it is, each in a place of its
// own. Between them the text must stand still for a while.
func (r *Reading) run(works ...func(context.Context, measure.Job)) {
	ctx, cancel := context.WithCancel(context.Background())
	r.cancel, r.busy, r.receipt, r.err = cancel, true, nil, nil
	r.phase, r.done, r.started = measure.Encoding, 0, time.Now()
	r.w.dropPeek()
	r.w.dropApproach()
	job := measure.Job{
		Entry: r.entry, Text: r.w.doc.Text, Keep: r.points.Keep,
		Progress: func(p measure.Progress) { r.deliver(ctx, func() { r.progress(p) }) },
	}
	go func() {
		for i, work := range works {
			if i > 0 {
				select {
				case <-ctx.Done():
				case <-time.After(rest):
				}
			}
			r.w.slots.Do(ctx, measure.Foreground, func(yield func(context.Context)) {
				job.Yield = yield
				work(ctx, job)
			})
		}
	}()
}

// deliver brings news to the window's goroutine, unless the run is over.
func (r *Reading) deliver(ctx context.Context, f func()) {
	r.batch.send(ctx, f)
}

// progress takes what is new. A predictor's costs come as it encodes, a
// codec's all at its end.
func (r *Reading) progress(p measure.Progress) {
	if r.phase == measure.Encoding && p.Phase == measure.Decoding {
		r.w.approachSoon()
	}
	r.phase, r.done = p.Phase, p.Bytes
	if len(p.Costs) > 0 {
		r.trace.Put(p.Bytes-len(p.Costs), p.Costs)
	}
}

// archive makes the receipt; paint says that the costs are news too.
func (r *Reading) archive(ctx context.Context, j measure.Job, paint bool) {
	if !paint {
		tell := j.Progress
		j.Keep = nil
		j.Progress = func(p measure.Progress) { p.Costs = nil; tell(p) }
	}
	receipt, err := measure.Archive(ctx, j)
	r.deliver(ctx, func() {
		r.busy = false
		if err != nil && !errors.Is(err, context.Canceled) {
			r.err = err
			return
		}
		r.receipt = &receipt
	})
}
