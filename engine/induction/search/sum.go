package search

import "bitlens/engine/induction/language"

// offer writes the sum out.
func (s *linear) offer(fs []feature, x []int64, d int64, divisor *language.Expr) {
	polynomials := make([]polynomial, len(s.bases))
	for i, f := range fs {
		polynomials[f.base][f.power] = x[i]
	}
	sum := s.sum(polynomials)
	if sum == nil {
		return
	}
	if d > 1 && divisor != nil {
		divisor = language.New(language.Mul, language.Number(d), divisor)
	} else if d > 1 {
		divisor = language.Number(d)
	}
	if divisor != nil {
		sum = language.New(language.Div, sum, divisor)
	}
	s.out.take(s.first, sum)
}

// sum adds up polynomials times their bases, what is added before what is
// taken away; it is nil for 0.
func (s *linear) sum(polynomials []polynomial) (sum *language.Expr) {
	for _, negative := range []bool{false, true} {
		for i, p := range polynomials {
			if p == (polynomial{}) || p.negative() != negative {
				continue
			}
			e := times(p.positive().expr(), s.bases[i].expr)
			switch {
			case sum == nil && negative:
				sum = language.New(language.Neg, e)
			case sum == nil:
				sum = e
			case negative:
				sum = language.New(language.Sub, sum, e)
			default:
				sum = language.New(language.Add, sum, e)
			}
		}
	}
	return sum
}

// times multiplies; nil stands for 1.
func times(x, y *language.Expr) *language.Expr {
	switch {
	case y == nil:
		return x
	case x.Op == language.One:
		return y
	}
	return language.New(language.Mul, x, y)
}
