package measure

import (
	"bytes"
	"container/heap"
	"context"
	"errors"
	"math"

	"bitlens/engine/model"
)

// MaxRank is how far the rank of a character is counted.
const MaxRank = 1000

// A Guess is something that a model held possible next.
type Guess struct {
	Bytes []byte
	P     float64
}

// A Peeked is what a model expected at one place, before it read on.
type Peeked struct {
	Guesses  []Guess // whole characters or bytes, the likeliest first
	Others   float64 // probability of all that is not in Guesses
	Actual   Guess   // what came
	Rank     int     // of Actual, from 1; more than MaxRank is not counted
	Expected float64 // entropy of the next byte, in bits
	Why      *model.Explanation
}

var errCannotPeek = errors.New("this model cannot be asked what it expects next")

// Peek asks a predictor for the likeliest next characters, or bytes. actual is
// what came: one character, or one byte of something that is none. The
// predictor is as before, afterwards.
//
// Characters are found by a best-first search: the likeliest unfinished
// sequence of bytes is taken further, byte by byte, until it is a character.
func Peek(ctx context.Context, p model.Predictor, actual []byte, characters bool, top int) (Peeked, error) {
	q, ok := p.(model.Rewinder)
	if !ok {
		return Peeked{}, errCannotPeek
	}
	out := Peeked{Actual: Guess{actual, sequence(q, actual)}}
	if e, ok := p.(model.Explainer); ok {
		why := e.Explain()
		out.Why = &why
	}
	s := search{q: q, characters: characters}
	s.expand(nil, 1)
	out.Expected = s.entropy()
	found, rest := 0, 1.0
	for s.Len() > 0 && found < MaxRank && (out.Rank == 0 || len(out.Guesses) < top) {
		if ctx.Err() != nil {
			return out, ctx.Err()
		}
		g := heap.Pop(&s).(Guess)
		if characters && !complete(g.Bytes) {
			s.expand(g.Bytes, g.P)
			continue
		}
		found++
		if bytes.Equal(g.Bytes, actual) {
			out.Rank = found
		}
		if len(out.Guesses) < top {
			out.Guesses = append(out.Guesses, g)
			rest -= g.P
		}
	}
	if out.Rank == 0 {
		out.Rank = MaxRank + 1
	}
	out.Others = max(rest, 0)
	return out, nil
}

// sequence returns the probability of a sequence of next bytes.
func sequence(q model.Rewinder, b []byte) float64 {
	q.Mark()
	p := 1.0
	for _, c := range b {
		p *= model.Probability(q, c)
	}
	q.Rewind()
	q.Forget()
	return p
}

// A search is a best-first search over the next bytes: a heap of sequences,
// the likeliest on top.
type search struct {
	q          model.Rewinder
	characters bool
	open       []Guess
}

func (s *search) Len() int           { return len(s.open) }
func (s *search) Less(i, j int) bool { return s.open[i].P > s.open[j].P }
func (s *search) Swap(i, j int)      { s.open[i], s.open[j] = s.open[j], s.open[i] }
func (s *search) Push(x any)         { s.open = append(s.open, x.(Guess)) }
func (s *search) Pop() any {
	last := s.open[len(s.open)-1]
	s.open = s.open[:len(s.open)-1]
	return last
}

// expand adds every byte that may follow prefix, whose probability is p.
func (s *search) expand(prefix []byte, p float64) {
	var next [256]float64
	lo, hi := 0, 256
	if len(prefix) > 0 {
		lo, hi = 0x80, 0xc0 // a character goes on with these bytes alone
	}
	following(s.q, prefix, &next, lo, hi)
	for b := lo; b < hi; b++ {
		g := Guess{append(bytes.Clone(prefix), byte(b)), p * next[b]}
		heap.Push(s, g)
	}
}

// following fills p[lo:hi] with the probabilities of the byte behind prefix.
func following(q model.Rewinder, prefix []byte, p *[256]float64, lo, hi int) {
	q.Mark()
	defer q.Forget()
	if d, ok := q.(model.Distribution); ok {
		model.Teach(q, prefix...)
		d.Distribution(p)
		q.Rewind()
		return
	}
	for b := lo; b < hi; b++ {
		model.Teach(q, prefix...)
		p[b] = model.Probability(q, byte(b))
		q.Rewind()
	}
}

// entropy returns the entropy in bits of the bytes that are open.
func (s *search) entropy() float64 {
	h := 0.0
	for _, g := range s.open {
		if g.P > 0 {
			h -= g.P * math.Log2(g.P)
		}
	}
	return h
}

// complete reports whether b is a character of UTF-8, or can be none.
func complete(b []byte) bool {
	switch c := b[0]; {
	case c >= 0xc2 && c < 0xe0:
		return len(b) == 2
	case c >= 0xe0 && c < 0xf0:
		return len(b) == 3
	case c >= 0xf0 && c < 0xf5:
		return len(b) == 4
	}
	return true
}
