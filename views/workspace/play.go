package workspace

import (
	"context"

	"bitlens/engine/measure"
	"bitlens/engine/text"
)

// A Play is the model reading the open text before one's eyes, unit by unit:
// first what it expects, then what came.
type Play struct {
	Lo, Hi   int // the unit at hand
	Unit     text.Unit
	Expected *measure.Peeked  // nil until it is known
	Read     []measure.Played // the bytes of the unit; nil before they are read
	Paid     float64          // bits since the start
	Sent     []byte           // what has left the coder since
	Busy     bool
	Over     bool // the text has ended
	Err      error

	steps  chan struct{}
	cancel context.CancelFunc
}

// Play returns what is played, or nil.
func (w *Workspace) Play() *Play { return w.play }

// StartPlay plays the open text from an offset on, by the chosen unit. What it
// comes to is told as PlayTopic; it goes on by StepPlay.
func (w *Workspace) StartPlay(at int) {
	w.StopPlay()
	if w.tooFar(at) {
		return
	}
	ctx, cancel := context.WithCancel(context.Background())
	p := &Play{Lo: at, Hi: at, Unit: w.unit, Busy: true, cancel: cancel, steps: make(chan struct{}, 1)}
	w.play = p
	doc, entry, points := w.doc.Text, w.reading.entry, w.reading.points
	tell := func(f func()) {
		w.do(func() {
			if ctx.Err() == nil {
				p.Busy = false
				f()
				w.tell(PlayTopic)
			}
		})
	}
	go func() {
		var player *measure.Player
		var err error
		placed := w.slots.Do(ctx, measure.Urgent, func(func(context.Context)) {
			var s measure.State
			if s, err = points.At(ctx, entry, doc, at); err == nil {
				player, err = measure.NewPlayer(doc, s)
			}
		})
		if placed != nil {
			return // stopped before there was a place
		}
		if err != nil {
			tell(func() { p.Err = err })
			return
		}
		w.playOn(ctx, player, p.Unit, doc, p.steps, func(f func(p *Play)) { tell(func() { f(p) }) })
	}()
	w.tell(PlayTopic)
}

// playOn expects and reads in turns, a turn a step.
func (w *Workspace) playOn(ctx context.Context, player *measure.Player, unit text.Unit, doc text.Bytes, steps <-chan struct{}, tell func(func(*Play))) {
	for player.At() < doc.Len() {
		lo, hi, asked := asked(doc, player.At(), unit)
		var got measure.Peeked
		var err error
		expect := func(func(context.Context)) { got, err = player.Expect(ctx, hi, asked, guesses) }
		if w.slots.Do(ctx, measure.Urgent, expect) != nil {
			return
		}
		tell(func(p *Play) { p.Lo, p.Hi, p.Unit, p.Expected, p.Read, p.Err = lo, hi, asked, &got, nil, err })
		if err != nil || !await(ctx, steps) {
			return
		}
		read := player.Read(hi)
		paid, sent := player.Paid()
		sent = append([]byte(nil), sent...)
		tell(func(p *Play) { p.Read, p.Paid, p.Sent = read, paid, sent })
		if !await(ctx, steps) {
			return
		}
	}
	tell(func(p *Play) { p.Over = true })
}

// await waits for a step, and reports false if none will come.
func await(ctx context.Context, steps <-chan struct{}) bool {
	select {
	case <-ctx.Done():
		return false
	case <-steps:
		return true
	}
}

// StepPlay reads the unit at hand, or goes to the next one. It does nothing
// while the model is still thinking.
func (w *Workspace) StepPlay() {
	if p := w.play; p != nil && !p.Busy && !p.Over && p.Err == nil {
		p.Busy = true
		p.steps <- struct{}{}
	}
}

// StopPlay ends the play.
func (w *Workspace) StopPlay() {
	if w.play != nil {
		w.play.cancel()
		w.play = nil
		w.tell(PlayTopic)
	}
}
