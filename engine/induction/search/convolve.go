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
	body, line := m.body.buffer, m.line.buffer
	for y := ys.lo; y < ys.hi; y++ {
		if u := m.body.terms[y]; u.pure && (u.bits > maxPure || constant(m.body.value(y))) {
			continue
		}
		for x := xs.lo; x < xs.hi && !m.lane.over; x++ {
			m.lane.count()
			if !mulAll(body, m.body.value(x), m.body.value(y)) || !fold(language.Sum, line, m.line.grid, body) {
				continue
			}
			m.meet(line, bits, func() *language.Expr {
				return language.New(language.Sum, language.New(language.Mul, m.body.expr(x), m.body.expr(y)))
			})
		}
	}
}
