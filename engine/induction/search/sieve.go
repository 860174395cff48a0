package search

import "bitlens/engine/induction/language"

// A sieve grows expressions of the index alone, deeper than a meeting does for
// it has fewer of them, and meets with a few goals each of them, whether it is
// equal to a small number, and the numbers that it picks out: see nth.
type sieve struct {
	lane     *lane
	line     *grower
	body     *grower
	meetings []*meeting
	equal    []int64 // buffers
	picked   []int64
}

const (
	leastTried = 40  // numbers that are sieved at least
	mostTried  = 128 // and at most
	sieveGoals = 13  // bits around a goal
	mostEqual  = 4   // the largest number that expressions are compared to
)

func newSieve(terms []int64, l *lane, bytes int64, out *collector) *sieve {
	tried := int64(leastTried)
	for _, v := range terms {
		tried = max(tried, min(v, mostTried))
	}
	g := newLine(0, make([]int64, tried+1), 0)
	g.oneway = true
	s := &sieve{lane: l, equal: make([]int64, tried+1), picked: make([]int64, min(len(terms), maxShown))}
	s.body = &grower{bank: newBank(newTriangle(g), bytes/4), lane: l}
	s.line = &grower{bank: newBank(g, bytes/4), lane: l, met: s.expression}
	s.line.bodies = s.body.bank
	for first := range int64(2) {
		s.meetings = append(s.meetings, newMeeting(first, terms, l, bytes/4, out))
	}
	return s
}

func (s *sieve) run() {
	for _, m := range s.meetings {
		m.prepare(sieveGoals)
	}
	for bits := leafBits; bits < maxBits && !s.lane.over && !s.line.full(); bits++ {
		if !s.body.full() {
			s.body.grow(max(0, bits-language.Sum.Bits()))
		}
		s.line.grow(bits)
	}
}

// expression is shown each new expression.
func (s *sieve) expression(t term, value []int64) {
	write := func() *language.Expr { return s.line.write(t) }
	s.both(value, int(t.bits), write)
	for c := range int64(mostEqual + 1) {
		if !equals(s.equal, value, c) {
			continue
		}
		number := language.Number(c)
		s.both(s.equal, int(t.bits)+language.Equal.Bits()+number.Bits(), func() *language.Expr {
			return language.New(language.Equal, number, write())
		})
	}
}

// equals writes where value is c, and reports whether that is anywhere.
func equals(z, value []int64, c int64) bool {
	some := false
	for i, v := range value {
		if z[i] = 0; v == c {
			z[i], some = 1, true
		}
	}
	return some
}

// both meets an expression as a function of the place, and as what nth tests.
func (s *sieve) both(value []int64, bits int, write func() *language.Expr) {
	for _, m := range s.meetings {
		from := m.line.grid.first
		m.meet(value[from:][:len(s.picked)], bits, write)
		if pick(s.picked, value, from) {
			m.meet(s.picked, bits+language.Nth.Bits(), func() *language.Expr {
				return language.New(language.Nth, write())
			})
		}
	}
}

// pick writes the numbers that a test picks, from that of a place on, and
// reports whether enough were tried.
func pick(z, test []int64, place int64) bool {
	n := int64(0)
	if place == 0 {
		z[0] = 0
	}
	for k := int64(1); k < int64(len(test)); k++ {
		if test[k] <= 0 {
			continue
		}
		n++
		if at := n - place; at < int64(len(z)) {
			z[at] = k
		} else {
			return true
		}
	}
	return n-place+1 == int64(len(z))
}
