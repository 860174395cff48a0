package search

import "bitlens/engine/induction/language"

const (
	// maxFactor is how many bits the short factor has at most.
	maxFactor = 12
	// maxPure is how many it has if it uses no earlier terms.
	maxPure = 6
)

// convolve meets the sums whose body is a product of two: one of so many bits,
// the other short, an index or an expression with earlier terms. So recurrences
// are made that use all terms before, each with a weight, some ten bits before
// their body's turn comes.
func (m *meeting) convolve(bits int) {
	for y := leafBits; y <= maxFactor; y++ {
		m.products(m.body.level(bits), m.body.level(y), bits+y+language.Sum.Bits()+language.Mul.Bits())
	}
}

func (m *meeting) products(xs, ys span, bits int) {
	for y := ys.lo; y < ys.hi; y++ {
		v := m.body.value(y)
		if u := m.body.terms[y]; u.pure && (u.bits > maxPure || constant(v)) {
			continue
		}
		for x := xs.lo; x < xs.hi && !m.lane.over; x++ {
			m.product(language.Sum, v, x, bits, func() *language.Expr { return m.body.expr(y) })
		}
	}
}

// product meets a loop around the product of a body and a factor.
func (m *meeting) product(op language.Op, factor []int64, x int, bits int, write func() *language.Expr) {
	m.lane.count()
	if body, line := m.body.buffer, m.line.buffer; mulAll(body, m.body.value(x), factor) && fold(op, line, m.line.grid, body) {
		m.meet(line, bits, func() *language.Expr {
			return language.New(op, language.New(language.Mul, m.body.expr(x), write()))
		})
	}
}
