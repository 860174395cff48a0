package search

import "bitlens/engine/induction/language"

const (
	// deeper is by how many bits the loops over products run ahead of others.
	deeper = 10
	// maxFactor is how many bits the factor with earlier terms has at most.
	maxFactor = 12
)

// convolve meets the loops of so many bits whose body is a product of two, one
// of them a short expression with earlier terms: so recurrences are made that
// use all terms before, each with a weight.
func (m *meeting) convolve(bits int) {
	rest := bits - language.Sum.Bits() - language.Mul.Bits()
	for y := leafBits; y <= maxFactor; y++ {
		m.products(m.body.level(rest-y), m.body.level(y), bits)
	}
}

func (m *meeting) products(xs, ys span, bits int) {
	body, line := m.body.buffer, m.line.buffer
	for y := ys.lo; y < ys.hi; y++ {
		if m.body.terms[y].pure {
			continue
		}
		for x := xs.lo; x < xs.hi && !m.lane.over; x++ {
			m.lane.count()
			if !mulAll(body, m.body.value(x), m.body.value(y)) || !fold(language.Sum, line, m.line.grid.index, body) {
				continue
			}
			m.meet(line, bits, func() *language.Expr {
				return language.New(language.Sum, language.New(language.Mul, m.body.expr(x), m.body.expr(y)))
			})
		}
	}
}
