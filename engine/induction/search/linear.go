package search

import (
	"bitlens/engine/induction/integer"
	"bitlens/engine/induction/language"
)

// Linear finds terms that are sums of a few simple features with coefficients:
// linear recurrences (as the algorithm of Berlekamp and Massey does), also with
// polynomials for coefficients; polynomials, exponentials, and what is added of
// them; all over a common divisor. For each few features the coefficients are
// solved for on the last terms, modulo a prime, and must then give the others.
type linear struct {
	lane     *lane
	first    int64
	terms    []integer.Int
	out      *collector
	bases    []base
	features []feature
	divided  []divided
}

// A base is what a polynomial in the place is multiplied with.
type base struct {
	expr  *language.Expr // nil stands for 1
	worth []integer.Int  // at each place
}

// A feature is one power of the place times a base.
type feature struct {
	base, power int
	worth       []uint64 // modulo prime
}

const (
	maxFeatures = 5  // taken together
	maxPower    = 4  // of the place
	maxWay      = 5  // back, with others
	maxDivided  = 4  // taken together over a divisor
	maxOrder    = 24 // of a recurrence, or a period
)

func newLinear(first int64, terms []integer.Int, l *lane, out *collector) *linear {
	s := &linear{lane: l, first: first, terms: terms, out: out}
	s.base(nil, maxPower)
	for way := range int64(maxWay) {
		s.base(wayBack(way), int(max(0, 1-way/2)))
	}
	index := language.New(language.Index)
	for _, c := range []int64{2, 3} {
		s.base(language.New(language.Pow, language.Number(c), index), 1)
	}
	s.base(language.New(language.Mod, index, language.Number(2)), 1)
	s.divide(nil)
	for d := range int64(3) {
		s.divide(place(d))
	}
	return s
}

// wayBack is the term with so many terms between it and the next.
func wayBack(way int64) *language.Expr {
	switch way {
	case 0:
		return language.New(language.Last)
	case 1:
		return language.New(language.Prev)
	}
	return language.New(language.Back, language.Number(way))
}

// base adds an expression times the place to each power, unless it has no
// value somewhere.
func (s *linear) base(e *language.Expr, powers int) {
	b := base{expr: e, worth: worth(e, s.first, s.terms)}
	if b.worth == nil {
		return
	}
	s.bases = append(s.bases, b)
	for power := range powers + 1 {
		f := feature{base: len(s.bases) - 1, power: power}
		for n, v := range b.worth {
			u := residue(v)
			for range power {
				u = u * residue(integer.Of(s.first+int64(n))) % prime
			}
			f.worth = append(f.worth, u)
		}
		s.features = append(s.features, f)
	}
}

// worth returns what an expression is at each place, or nil.
func worth(e *language.Expr, first int64, terms []integer.Int) (out []integer.Int) {
	if e == nil {
		e = language.New(language.One)
	}
	p := &language.Program{First: first, Body: e}
	for n := range terms {
		v, _, err := p.Term(terms[:n], termSteps)
		if err != nil {
			return nil
		}
		out = append(out, v)
	}
	return out
}

// run tries every few features, fewer first, and every long recurrence.
func (s *linear) run() {
	for size := 1; size <= maxFeatures; size++ {
		s.choose(nil, 0, size)
	}
	s.recurrences()
	s.quadratic()
}

// choose tries all sets of so many features that begin with those chosen.
func (s *linear) choose(chosen []feature, next, size int) {
	if size == 0 {
		s.try(chosen)
		return
	}
	for at := next; at+size <= len(s.features) && !s.lane.over; at++ {
		s.choose(append(chosen[:len(chosen):len(chosen)], s.features[at]), at+1, size-1)
	}
}

// recurrences tries those of many orders, and what repeats after a while.
func (s *linear) recurrences() {
	one, all := s.features[:1], s.features[:1]
	for way := int64(0); way < min(maxOrder, int64(len(s.terms))/2) && !s.lane.over; way++ {
		s.features = s.features[:1]
		s.base(wayBack(way), 0)
		f := s.features[1:]
		all = append(all[:len(all):len(all)], f...)
		s.try(f)
		s.try(append(one[:1:1], f...))
		s.try(all)
		s.try(all[1:])
	}
}

// Divided is the terms times a divisor, modulo prime, so that sums are whole.
type divided struct {
	divisor *language.Expr // nil stands for 1
	sides   []uint64
}

// divide keeps the terms times a divisor.
func (s *linear) divide(e *language.Expr) {
	d := divided{divisor: e}
	for n, v := range worth(e, s.first, s.terms) {
		d.sides = append(d.sides, residue(v)*residue(s.terms[n])%prime)
	}
	s.divided = append(s.divided, d)
}

// try solves for the coefficients.
func (s *linear) try(fs []feature) {
	s.lane.count()
	if len(fs) >= len(s.terms) {
		return
	}
	for _, d := range s.divided {
		if d.divisor == nil || len(fs) <= maxDivided {
			s.solve(fs, d)
		}
	}
}

// place is the place plus a number.
func place(d int64) *language.Expr {
	if d == 0 {
		return language.New(language.Index)
	}
	return language.New(language.Add, language.New(language.Index), language.Number(d))
}

// solve finds coefficients with which the features give the terms, times
// divisor if there is one, and offers them.
func (s *linear) solve(fs []feature, by divided) {
	x := solve(fs, by.sides)
	if x == nil || !holds(fs, by.sides, x, len(s.terms)-len(fs)-1) {
		return
	}
	if whole, d := denominator(x); d > 0 {
		s.offer(fs, whole, d, by.divisor)
	}
}

// holds reports whether one more equation holds than there are unknowns.
func holds(fs []feature, sides, x []uint64, at int) bool {
	sum := uint64(0)
	for i, f := range fs {
		sum = (sum + f.worth[at]*x[i]) % prime
	}
	return sum == sides[at]
}
