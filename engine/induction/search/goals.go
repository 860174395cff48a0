package search

import (
	"math"

	"bitlens/engine/induction/language"
)

// Goals are what is still missing: values v such that, with what was already
// put around v, the terms come out. If t is wanted and u is an expression, then
// t - u is a goal, for (t - u) + u is t. An expression that is worth a goal ends
// the search: it meets in the middle, and each side has half of the bits.
type goals struct {
	values *table // from the grid's skipped positions on
	list   []goal
	levels []span
	wide   []int64 // a row of the bank, its skipped positions unused
}

// A goal is an operator with one argument open: what it is to be worth is
// another goal, and the other argument a term.
type goal struct {
	bits   uint8 // of all that is around it
	left   bool  // the open argument is the first
	op     language.Op
	around int32
	term   int32
}

// goalBytes is the size of a goal.
const goalBytes = 12

// newGoals returns the goals whose only member is the terms themselves.
func newGoals(g *grid) *goals {
	s := &goals{values: newTable(g.size()-g.skipped, 0), wide: make([]int64, g.size())}
	root := g.terms[g.skipped:]
	s.values.fresh(root, true)
	s.values.add(root)
	s.list = []goal{{}}
	s.levels = []span{{0, 1}}
	return s
}

func (s *goals) bytes() int64 { return s.values.bytes() + int64(len(s.list))*goalBytes }

// open is the part of the row that a goal is about.
func (s *goals) open() []int64 { return s.wide[len(s.wide)-s.values.width:] }

// An inverse finds the open argument x of an operator from its worth t and the
// other argument u.
type inverse struct {
	op    language.Op
	left  bool
	solve func(z, t, u []int64) bool
}

var inverses = []inverse{
	{language.Add, true, subAll},
	{language.Sub, true, addAll},
	{language.Sub, false, func(z, t, u []int64) bool { return subAll(z, u, t) }},
	{language.Mul, true, divideAll},
	{language.Div, true, multiplyBack},
	{language.Pow, true, rootAll},
	{language.Pow, false, logAll},
}

// rootAll finds what to the u-th power is t.
func rootAll(z, t, u []int64) bool {
	for i := range z {
		if u[i] < 2 || u[i] > 63 || t[i] < 0 {
			return false
		}
		z[i] = int64(math.Round(math.Pow(float64(t[i]), 1/float64(u[i]))))
		if v, ok := language.Apply(language.Pow, z[i], u[i]); !ok || v != t[i] {
			return false
		}
	}
	return true
}

// logAll finds to which power u is t.
func logAll(z, t, u []int64) bool {
	for i := range z {
		if u[i] < 2 || t[i] < 1 {
			return false
		}
		z[i] = 0
		for v := t[i]; v > 1; v /= u[i] {
			if v%u[i] != 0 {
				return false
			}
			z[i]++
		}
	}
	return true
}

// multiplyBack finds one of the numbers that divided by u are t.
func multiplyBack(z, t, u []int64) bool {
	for _, v := range u {
		if v == 0 {
			return false
		}
	}
	return mulAll(z, t, u)
}

// grow makes the goals with so many bits around them from the terms of a bank.
// Each new one is shown to met, and kept while they take fewer bytes than limit.
func (s *goals) grow(bits int, b *bank, l *lane, limit int64, met func(goal, []int64)) {
	lo := len(s.list)
	for at := 0; at < len(s.levels); at++ {
		for _, in := range inverses {
			us := b.level(bits - at - in.op.Bits())
			for t := s.levels[at].lo; t < s.levels[at].hi && !l.over; t++ {
				s.solve(in, t, us, b, l, uint8(bits), limit, met)
			}
		}
	}
	for len(s.levels) <= bits {
		s.levels = append(s.levels, span{})
	}
	s.levels[bits] = span{lo, len(s.list)}
}

func (s *goals) solve(in inverse, t int, us span, b *bank, l *lane, bits uint8, limit int64, met func(goal, []int64)) {
	z, skip := s.open(), b.grid.skipped
	for u := us.lo; u < us.hi && !l.over; u++ {
		l.count()
		if !in.solve(z, s.values.row(t), b.value(u)[skip:]) {
			continue
		}
		keep := s.bytes() < limit
		if !s.values.fresh(z, keep) {
			continue
		}
		g := goal{bits: bits, left: in.left, op: in.op, around: int32(t), term: int32(u)}
		met(g, s.wide)
		if keep {
			s.values.add(z)
			s.list = append(s.list, g)
		}
	}
}

// close writes out what is around a goal, with e in its open place.
func (s *goals) close(g goal, e *language.Expr, b *bank) *language.Expr {
	for g.bits > 0 {
		u := b.expr(int(g.term))
		if g.left {
			e = language.New(g.op, e, u)
		} else {
			e = language.New(g.op, u, e)
		}
		g = s.list[g.around]
	}
	return e
}
