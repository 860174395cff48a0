package main

import (
	"cmp"
	"context"
	"slices"
	"unicode/utf8"

	"bitlens/engine/measure"
	"bitlens/engine/model"
	"bitlens/engine/text"
)

// A finding is what a model says of one unit of a text.
type finding struct {
	model string
	span
	text []byte
	bits float64
	measure.Peeked
}

// whole reports whether the unit is no more than its first character.
func (f *finding) whole() bool { return len(f.Actual.Bytes) == len(f.text) }

// ask lets model e read the text once, asks it before each place, and adds
// what it says to found.
func (c whyCmd) ask(s *session, e *model.Entry, t text.Bytes, places []span, found map[span][]finding) error {
	order := slices.SortedFunc(slices.Values(places), func(a, b span) int { return cmp.Compare(a.lo, b.lo) })
	r := reader{e: e, text: t, state: measure.State{Predictor: e.Predictor()}}
	r.progress = newProgress(s.err, e.ID, int64(order[len(order)-1].hi))
	defer r.progress.done()
	for _, at := range order {
		f, err := r.explain(s.ctx, at, c.Top)
		if err != nil {
			return err
		}
		found[at] = append(found[at], f)
	}
	return nil
}

// A reader is a model on its way through a text.
type reader struct {
	e        *model.Entry
	text     text.Bytes
	state    measure.State
	progress *progress
}

// explain reads up to a unit, asks what is expected there, and reads the unit.
func (r *reader) explain(ctx context.Context, u span, top int) (f finding, err error) {
	if _, err = r.to(ctx, u.lo); err != nil {
		return f, err
	}
	f = finding{model: r.e.ID, span: u, text: r.text.Slice(u.lo, u.hi)}
	_, hi := text.Rune(r.text, u.lo)
	first := r.text.Slice(u.lo, hi)
	if f.Peeked, err = measure.Peek(ctx, r.state.Predictor, first, charOrByte(true, first), top); err != nil {
		return f, err
	}
	measure.Locate(f.Why, r.text, u.lo)
	cost, err := r.to(ctx, u.hi)
	f.bits = measure.Bits(cost)
	return f, err
}

// to reads on to offset i, and returns what that cost.
func (r *reader) to(ctx context.Context, i int) (cost uint64, err error) {
	err = measure.Predict(ctx, measure.Job{Entry: r.e, Text: r.text.Prefix(i), Progress: func(n measure.Progress) {
		for _, b := range n.Costs {
			cost += uint64(b)
		}
		r.progress.at(int64(n.Bytes))
	}}, &r.state)
	return cost, err
}

// charOrByte is the unit of what is asked for: a character, or a byte of what
// is none.
func charOrByte(char bool, first []byte) text.Unit {
	if char && utf8.Valid(first) {
		return text.Char
	}
	return text.Byte
}
