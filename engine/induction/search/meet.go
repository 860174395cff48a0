package search

import (
	"math"

	"bitlens/engine/induction/language"
)

// A meeting is a search from both ends, for programs whose first term has one
// place: a bank of expressions that grows from the leaves, and goals that grow
// from the terms.
type meeting struct {
	lane    *lane
	line    *grower
	body    *grower // what stands inside of loops
	goals   *goals
	bytes   int64
	out     *collector
	ifs     *branches
	known   []recollection
	kernels []kernel
}

const (
	maxShown = 16 // terms that expressions are told apart by; programs are checked on all
	maxGiven = 3  // terms that may be given
)

// newMeeting begins a search in so many bytes.
func newMeeting(first int64, terms []int64, l *lane, bytes int64, out *collector) *meeting {
	shown := terms[:min(len(terms), maxShown)]
	line := newLine(first, shown, min(maxGiven, len(shown)/2))
	m := &meeting{lane: l, bytes: bytes, out: out, goals: newGoals(line)}
	m.body = &grower{bank: newBank(newTriangle(line), bytes/4), lane: l}
	m.line = &grower{bank: newBank(line, bytes*3/8), lane: l, met: m.expression}
	m.line.bodies = m.body.bank
	m.kernels = newKernels(m.body.grid)
	m.ifs = newBranches(m)
	return m
}

// prepare grows both sides up to so many bits each.
func (m *meeting) prepare(bits int) {
	for b := leafBits; b <= bits; b++ {
		m.line.grow(b)
		m.goals.grow(b, m.line.bank, m.lane, m.bytes*3/8, m.goal)
	}
}

// run grows both sides until it is told to end: of the two the smaller grows,
// for a pair is found as soon as either of its halves meets the other.
func (m *meeting) run() {
	back := 1
	for bits := leafBits; bits < maxBits && !m.lane.over; bits++ {
		inner := max(0, bits-loopBits())
		m.body.grow(inner)
		m.convolve(inner)
		m.transform(inner)
		m.line.grow(bits)
		m.ifs.try()
		for back < maxBits && !m.lane.over && back <= bits+maxAhead && len(m.goals.list) <= len(m.line.terms) {
			m.goals.grow(back, m.line.bank, m.lane, m.bytes*3/8, m.goal)
			m.recollect()
			back++
		}
	}
}

const (
	maxBits  = 100 // of one side
	maxAhead = 12  // bits that goals may be ahead of the expressions they are made of
)

// headerBits is the least that a program has around its body.
const headerBits = 2

// expression meets a new expression with the goals.
func (m *meeting) expression(t term, value []int64) {
	m.ifs.see(t, value)
	m.meet(value, int(t.bits), func() *language.Expr { return m.line.write(t) })
}

// meet reports the programs that an expression worth value makes.
func (m *meeting) meet(value []int64, bits int, write func() *language.Expr) {
	open := value[m.line.grid.skipped:]
	m.goals.values.all(open, hash(open), func(row int) bool {
		if g := m.goals.list[row]; int(g.bits)+bits+headerBits <= m.out.limit() {
			m.out.take(m.line.grid.first, m.goals.close(g, write(), m.line.bank))
		}
		return true
	})
}

// goal meets a new goal with the expressions.
func (m *meeting) goal(g goal, value []int64) {
	open := value[m.line.grid.skipped:]
	if constant(open) && open[0] != math.MinInt64 {
		m.out.take(m.line.grid.first, m.goals.close(g, language.Number(open[0]), m.line.bank))
	}
	m.line.values.all(value, hash(open), func(row int) bool {
		if t := m.line.terms[row]; int(g.bits)+int(t.bits)+headerBits <= m.out.limit() {
			m.out.take(m.line.grid.first, m.goals.close(g, m.line.write(t), m.line.bank))
		}
		return true
	})
}
