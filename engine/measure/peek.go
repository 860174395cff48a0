package measure

import (
	"bytes"
	"cmp"
	"container/heap"
	"context"
	"errors"
	"math"
	"slices"
	"unicode/utf8"

	"bitlens/engine/model"
	"bitlens/engine/text"
)

// MaxRank is how far the rank of an alternative is counted.
const MaxRank = 1000

// maxAsked is how many distributions a search for characters may ask for, and
// maxAskedWords one for words, which has no end: with the default model a tenth
// of a second.
const maxAsked, maxAskedWords = 1000, 600

// A Guess is something that a model held possible next.
type Guess struct {
	Bytes []byte
	P     float64
}

// A Peeked is what a model expected at one place, before it read on.
type Peeked struct {
	Guesses  []Guess // whole units, the likeliest first
	Others   float64 // probability of all that is not in Guesses
	Actual   Guess   // what came
	Rank     int     // of Actual, from 1; more than MaxRank is not counted
	AtLeast  bool    // Rank counts only what the search came upon
	Expected float64 // entropy of the next byte, in bits
	Why      *model.Explanation
}

var errCannotPeek = errors.New("this model cannot be asked what it expects next")

// Peek asks a predictor for the likeliest next units and their probabilities.
// Actual is what came: one unit, or what [text.Unit.Ends] takes for one. The
// predictor is as before, afterwards.
//
// They are found by a best-first search over bytes: the likeliest beginning is
// taken further until it is a whole unit. The probability of a unit that more
// bytes could lengthen, a word, is that of its bytes and of its ending there.
func Peek(ctx context.Context, p model.Predictor, actual []byte, unit text.Unit, top int) (Peeked, error) {
	q, ok := p.(model.Rewinder)
	if !ok {
		return Peeked{}, errCannotPeek
	}
	var out Peeked
	if e, ok := p.(model.Explainer); ok {
		why := e.Explain()
		out.Why = &why
	}
	s := search{q: q, unit: unit, found: map[string]float64{}, most: maxAsked}
	if unit.Name() != text.Byte.Name() && unit.Name() != text.Char.Name() {
		s.most = maxAskedWords
	}
	out.Expected = s.begin()
	out.Actual = Guess{actual, s.whole(actual)}
	s.found[string(actual)] = 0 // counted already
	if err := s.run(ctx, out.Actual.P, top); err != nil {
		return out, err
	}
	s.found[string(actual)] = out.Actual.P
	out.rank(&s, top)
	return out, nil
}

// rank fills in what the search has found.
func (out *Peeked) rank(s *search, top int) {
	var all []Guess
	for b, p := range s.found {
		all = append(all, Guess{[]byte(b), p})
	}
	out.Rank = 1 + s.likelier(out.Actual.P)
	out.AtLeast = s.Len() > 0 && s.open[0].P > out.Actual.P
	if out.AtLeast && s.unit.Name() == text.Char.Name() {
		out.Rank = MaxRank + 1
	}
	out.Rank = min(out.Rank, MaxRank+1)
	slices.SortFunc(all, func(a, b Guess) int {
		return cmp.Or(cmp.Compare(b.P, a.P), bytes.Compare(a.Bytes, b.Bytes))
	})
	out.Guesses = all[:min(top, len(all))]
	out.Others = 1
	for _, g := range out.Guesses {
		out.Others -= g.P
	}
	out.Others = max(out.Others, 0)
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

// A search is a best-first search over the next bytes: a heap of beginnings,
// the likeliest on top, and what has been found of whole units.
type search struct {
	q     model.Rewinder
	unit  text.Unit
	open  []Guess
	found map[string]float64
	asked int // distributions
	most  int // of them
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

// begin opens the first byte, and returns the entropy of it, in bits.
func (s *search) begin() (entropy float64) {
	s.expand(Guess{nil, 1})
	var next [256]float64
	following(s.q, nil, &next, 0, 256)
	for _, p := range next {
		if p > 0 {
			entropy -= p * math.Log2(p)
		}
	}
	return entropy
}

// run takes the likeliest beginnings further, until none of them can change
// the top or what is likelier than p, or enough has been asked.
func (s *search) run(ctx context.Context, p float64, top int) error {
	const pause = 8 // between two looks at whether it is over
	for s.Len() > 0 && s.asked < s.most {
		if err := ctx.Err(); err != nil {
			return err
		}
		if s.asked%pause == 0 && s.open[0].P < p && s.likelier(s.open[0].P) >= top {
			return nil
		}
		s.expand(heap.Pop(s).(Guess))
	}
	return nil
}

// likelier returns how many of the units that were found are likelier than p.
func (s *search) likelier(p float64) (n int) {
	for _, q := range s.found {
		if q > p {
			n++
		}
	}
	return n
}

// expand adds every byte that may follow a beginning.
func (s *search) expand(from Guess) {
	s.follow(from, func(g Guess, n int) {
		if n > 0 {
			s.found[string(g.Bytes[:n])] += g.P
		} else {
			heap.Push(s, g)
		}
	})
}

// follow calls f with what every next byte makes of a beginning, and with the
// length of the unit if it has ended. What no model can tell from never is
// left out.
func (s *search) follow(from Guess, f func(g Guess, n int)) {
	const never = 1e-10
	var next [256]float64
	lo, hi := 0, 256
	if n := len(from.Bytes); n > 0 && text.Char.Ends(from.Bytes[lastStart(from.Bytes):]) == 0 {
		lo, hi = 0x80, 0xc0 // a character goes on with these bytes alone
	}
	s.asked++
	following(s.q, from.Bytes, &next, lo, hi)
	b := append(bytes.Clone(from.Bytes), 0)
	for c := lo; c < hi; c++ {
		p := from.P * next[c]
		if p < never {
			continue
		}
		b[len(b)-1] = byte(c)
		n := s.unit.Ends(b)
		f(Guess{bytes.Clone(b), p}, n)
	}
}

// whole returns the probability of a unit: that of its bytes, and, where more
// could follow, of its ending behind them.
func (s *search) whole(unit []byte) float64 {
	p := sequence(s.q, unit)
	if s.unit.Ends(unit) == len(unit) {
		return p
	}
	ended := 0.0
	open := []Guess{{unit, p}}
	for i := 0; i < len(open) && i < mostEndings; i++ {
		s.follow(open[i], func(g Guess, n int) {
			switch {
			case n == len(unit):
				ended += g.P
			case n == 0 && g.P > p*negligible:
				open = append(open, g)
			}
		})
	}
	if ended == 0 {
		return p // cut off by what stands before it
	}
	return ended
}

// Endings of a unit that have less than a negligible share of its probability
// are not looked into, nor more than so many.
const (
	negligible  = 1e-3
	mostEndings = 40
)

// lastStart returns where the last character of b starts.
func lastStart(b []byte) int {
	i := len(b) - 1
	for i > 0 && i > len(b)-utf8.UTFMax && !utf8.RuneStart(b[i]) {
		i--
	}
	return i
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
