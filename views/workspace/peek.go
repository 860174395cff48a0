package workspace

import (
	"context"
	"time"
	"unicode/utf8"

	"bitlens/assets/lang"
	"bitlens/engine/measure"
	"bitlens/engine/model"
	"bitlens/engine/text"
)

// A Peek is what the chosen model expected at one place.
type Peek struct {
	At     int // the byte offset asked for
	Lo, Hi int // what stands there of Unit
	// Unit is what was asked for: the chosen unit where alternatives to it can be
	// told, a word for those that are larger, else a character or byte.
	Unit  text.Unit
	Got   *measure.Peeked
	Rival *measure.Peeked // what the second model expected; nil without one, or until it has said
	Err   error
	Busy  bool
	// Dear is set where the answer costs more than a second of reading, and
	// waits until PeekAnyway.
	Dear   time.Duration
	cancel context.CancelFunc
}

// maxWait is the estimated time from which a peek waits for a click.
const maxWait = time.Second

// guesses is how many alternatives are shown.
const guesses = 10

// Peek returns the last answer, or what is known of it.
func (w *Workspace) Peek() Peek { return w.peek }

// PeekAt asks what the model expected at a byte offset. The answer comes as
// PeekTopic; a question that has been overtaken is dropped.
func (w *Workspace) PeekAt(at int) { w.peekAt(at, false) }

// PeekSoon asks when no other question has come for a moment: for a pointer
// that moves.
func (w *Workspace) PeekSoon(at int) {
	w.notLater()
	asking := w.asking
	w.later = time.AfterFunc(settle, func() {
		w.do(func() {
			if asking == w.asking {
				w.PeekAt(at)
			}
		})
	})
}

// notLater drops the question that is about to be asked, even one that is on
// its way to the window already.
func (w *Workspace) notLater() {
	w.asking++
	if w.later != nil {
		w.later.Stop()
	}
}

// settle is how long a moving pointer must rest before its question is asked.
const settle = 60 * time.Millisecond

// PeekAnyway asks again where the answer is dear.
func (w *Workspace) PeekAnyway() { w.peekAt(w.peek.At, true) }

func (w *Workspace) peekAt(at int, anyway bool) {
	if at == w.peek.At && w.peek.cancel != nil && !anyway {
		return
	}
	w.dropPeek()
	if at < 0 || at >= w.doc.Text.Len() {
		return
	}
	lo, hi, unit := asked(w.doc.Text, at, w.unit)
	ctx, cancel := context.WithCancel(context.Background())
	w.peek = Peek{At: at, Lo: lo, Hi: hi, Unit: unit, cancel: cancel}
	coming := w.coming(lo)
	if cost := w.reading.away(lo); cost > maxWait && !anyway && !coming {
		w.peek.Dear = cost
		w.tell(PeekTopic)
		return
	}
	w.peek.Busy = true
	q := question{w.reading.entry, w.reading.points, w.doc.Text, unit}
	go w.answer(ctx, q, w.rivalQuestion(q, lo), w.peek)
	time.AfterFunc(tellBusy, func() { w.do(func() { w.tellIfBusy(ctx) }) })
}

// coming reports whether an approach is under way that ends near before an
// offset; another one is stopped, so that a question there need not wait for it.
func (w *Workspace) coming(at int) bool {
	a := w.approach
	serves := a.cancel != nil && a.at <= at && at < a.at+nearby
	if a.cancel != nil && !serves {
		w.dropApproach()
	}
	return serves
}

// nearby is how far after its end an approach still serves, in bytes: more than
// a screen shows.
const nearby = 64 << 10

// maxReplay is the estimated time of reading up to a place from which a draft
// or a play does not begin there.
const maxReplay = 20 * time.Second

// tooFar reports whether it takes too long to bring the model to an offset, and
// tells so.
func (w *Workspace) tooFar(at int) bool {
	far := w.reading.away(at) > maxReplay
	if far {
		w.Tell(lang.T("%s would take too long to read up to here. Choose an earlier place or a faster model.", w.reading.entry.ID))
	}
	return far
}

// longestWord is how many bytes a word may have whose alternatives are looked
// for as wholes.
const longestWord = 64

// asked returns what a question about an offset of t is about, where unit is
// chosen: what is asked for, and its bytes.
func asked(t text.Bytes, at int, chosen text.Unit) (lo, hi int, unit text.Unit) {
	if chosen.Name() == text.Byte.Name() {
		return at, at + 1, text.Byte
	}
	if chosen.Name() != text.Char.Name() && !chosen.IsToken() {
		lo, hi = text.Word.At(t, at)
		if lo == at && hi-lo <= longestWord && utf8.Valid(t.Slice(lo, hi)) {
			return lo, hi, text.Word
		}
	}
	lo, hi = text.Rune(t, at)
	if !utf8.Valid(t.Slice(lo, hi)) {
		return lo, hi, text.Byte
	}
	return lo, hi, text.Char
}

// tellBusy is how long an answer may take before the person is told to wait:
// most come sooner, and one repaint less keeps a moving pointer light.
const tellBusy = 200 * time.Millisecond

func (w *Workspace) tellIfBusy(ctx context.Context) {
	if ctx.Err() == nil && w.peek.Busy {
		w.tell(PeekTopic)
	}
}

// A question is all that an answer needs, so that it can be found apart from
// the window.
type question struct {
	entry  *model.Entry
	points *measure.Checkpoints
	text   text.Bytes
	unit   text.Unit
}

// rivalQuestion puts q to the second model as well, nil where there is none that
// can answer soon.
func (w *Workspace) rivalQuestion(q question, at int) *question {
	r := w.rival
	if r == nil || r.entry.New == nil || r.away(at) > maxWait {
		return nil
	}
	q.entry, q.points = r.entry, r.points
	return &q
}

// answer finds the answer and brings it to the window, unless ctx ends first;
// then the second model's, which nobody waits for.
func (w *Workspace) answer(ctx context.Context, q question, second *question, p Peek) {
	w.slots.Do(ctx, measure.Urgent, func(func(context.Context)) {
		p.Got, p.Err = q.ask(ctx, p.Lo, p.Hi)
	})
	p.Busy = false
	w.bring(ctx, p)
	if second == nil || p.Err != nil {
		return
	}
	w.slots.Do(ctx, measure.Urgent, func(func(context.Context)) {
		p.Rival, _ = second.ask(ctx, p.Lo, p.Hi)
	})
	w.bring(ctx, p)
}

// bring brings an answer to the window, unless it has been overtaken.
func (w *Workspace) bring(ctx context.Context, p Peek) {
	w.do(func() {
		if ctx.Err() == nil {
			w.peek = p
			w.tell(PeekTopic)
		}
	})
}

// ask brings a predictor to lo and asks it what it expects there.
func (q question) ask(ctx context.Context, lo, hi int) (*measure.Peeked, error) {
	s, err := q.points.At(ctx, q.entry, q.text, lo)
	if err != nil {
		return nil, err
	}
	actual := q.text.Slice(lo, hi)
	got, err := measure.Peek(ctx, s.Predictor, actual, q.unit, guesses)
	if err != nil {
		return nil, err
	}
	measure.Locate(got.Why, q.text, lo)
	return &got, nil
}

// dropPeek forgets the question that is open.
func (w *Workspace) dropPeek() {
	w.notLater()
	if w.peek.cancel != nil {
		w.peek.cancel()
	}
	w.peek = Peek{At: -1}
}
