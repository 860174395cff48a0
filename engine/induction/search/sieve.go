package search

import "bitlens/engine/induction/language"

// A sieve grows expressions of the index alone, deeper than a meeting does for
// it has fewer of them, and meets with a few goals each of them, how it
// compares to what is short, and the numbers that it picks out: see nth.
type sieve struct {
	lane     *lane
	line     *grower
	body     *grower
	meetings []*meeting
	terms    []int64
	filters  []filter
	compared []int64 // buffers
	joined   []int64
	picked   []int64
}

const (
	leastTried = 40  // numbers that are sieved at least
	mostTried  = 128 // and at most
	sieveGoals = 17  // bits around a goal
)

func newSieve(terms []int64, l *lane, bytes int64, out *collector) *sieve {
	tried := int64(leastTried)
	for _, v := range terms {
		tried = max(tried, min(v, mostTried))
	}
	g := newLine(0, make([]int64, tried+1), 0)
	g.oneway = true
	s := &sieve{lane: l, terms: terms, compared: make([]int64, tried+1), joined: make([]int64, tried+1), picked: make([]int64, min(len(terms), maxShown))}
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
			s.body.grow(max(0, bits-loopBits()))
		}
		s.line.grow(bits)
	}
}

// expression is shown each new expression. What has a loop is rarely short
// enough to be compared to others later, so that it is now.
func (s *sieve) expression(t term, value []int64) {
	write := func() *language.Expr { return s.line.write(t) }
	s.both(value, int(t.bits), write)
	s.narrow(value, int(t.bits), write)
	for bits := leafBits; bits <= maxCompared; bits++ {
		for at := s.line.level(bits).lo; at < s.line.level(bits).hi; at++ {
			s.compare(language.Equal, at, t, value, write)
			if t.loop {
				s.compare(language.Less, at, t, value, write)
			}
		}
	}
}

// maxCompared is how many bits what expressions are compared to has at most.
const maxCompared = 10

// compare meets whether a term is equal to, or less than, an expression; less,
// also the other way round.
func (s *sieve) compare(op language.Op, at int, t term, value []int64, write func() *language.Expr) {
	u, bits := s.line.value(at), int(t.bits)+int(s.line.terms[at].bits)+op.Bits()
	if combine(op, s.compared, u, value) && !constant(s.compared) {
		first := func() *language.Expr { return language.New(op, s.line.expr(at), write()) }
		s.both(s.compared, bits, first)
		s.narrow(s.compared, bits, first)
	}
	if !op.Commutes() && combine(op, s.compared, value, u) && !constant(s.compared) {
		second := func() *language.Expr { return language.New(op, write(), s.line.expr(at)) }
		s.both(s.compared, bits, second)
		s.narrow(s.compared, bits, second)
	}
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
