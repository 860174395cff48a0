package search

import "bitlens/engine/induction/language"

// A polynomial in the place has a whole coefficient for each power.
type polynomial [maxPower + 1]int64

func (p polynomial) degree() int {
	for d := maxPower; d > 0; d-- {
		if p[d] != 0 {
			return d
		}
	}
	return 0
}

// negative reports whether it falls in the end.
func (p polynomial) negative() bool { return p[p.degree()] < 0 }

// positive is the polynomial or its negative, whichever rises in the end.
func (p polynomial) positive() polynomial {
	if p.negative() {
		for i := range p {
			p[i] = -p[i]
		}
	}
	return p
}

// expr writes a polynomial that rises in the end, by Horner's rule.
func (p polynomial) expr() *language.Expr {
	d := p.degree()
	e := language.Number(p[d])
	for d--; d >= 0; d-- {
		e = times(e, language.New(language.Index))
		switch c := p[d]; {
		case c > 0:
			e = language.New(language.Add, e, language.Number(c))
		case c < 0:
			e = language.New(language.Sub, e, language.Number(-c))
		}
	}
	return e
}
