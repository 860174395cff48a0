package search

import "bitlens/engine/induction/language"

// kernels are what bodies are multiplied with in the commonest transforms: that
// of binomial coefficients, by places and by terms before (Riordan, An
// Introduction to Combinatorial Analysis, 1958), and that of Cauchy's product.
var kernels = []struct {
	op   language.Op
	code string
}{
	{language.Sum, "choose o i"},
	{language.Sum, "choose - o 1 i"},
	{language.Sum, "choose + o i i"},
	{language.Sum, "at - o i"},
	{language.Weigh, "choose o i"},
	{language.Weigh, "choose - o 1 - i 1"},
}

// A kernel is one of them, valued on a meeting's bodies.
type kernel struct {
	op    language.Op
	expr  *language.Expr
	bits  int
	value []int64
}

func newKernels(g *grid) (ks []kernel) {
	for _, k := range kernels {
		p, err := language.Parse("0 [] sum " + k.code)
		if err != nil {
			panic("the kernel " + k.code + ": " + err.Error())
		}
		body := p.Body.Args[0]
		if value, ok := g.value(body); ok {
			ks = append(ks, kernel{k.op, body, body.Bits() + k.op.Bits(), value})
		}
	}
	return ks
}

// transform meets the sums of bodies of so many bits times each kernel.
func (m *meeting) transform(bits int) {
	for _, k := range m.kernels {
		for x, s := m.body.level(bits).lo, m.body.level(bits); x < s.hi && !m.lane.over; x++ {
			m.product(k.op, k.value, x, bits+k.bits+language.Mul.Bits(), func() *language.Expr { return k.expr })
		}
	}
}
