package search

import (
	"slices"

	"bitlens/engine/induction/integer"
	"bitlens/engine/induction/language"
)

// residues tries terms that are what a multiple of something simple, and more
// or less, leaves after division: a(n) = (c x + d) mod m, for each m that is not
// far above the largest term. Such are the generators of Lehmer (1951).
func residues(first int64, terms []int64, l *lane, out *collector) {
	largest := slices.Max(terms)
	if slices.Min(terms) < 0 || largest > maxResidue || len(terms) < 3 {
		return
	}
	index := language.New(language.Index)
	for _, e := range []*language.Expr{index, language.New(language.Last), language.New(language.Prev), language.New(language.Mul, index, index), language.New(language.Mul, index, language.New(language.Last))} {
		x := fitting(worth(e, first, integer.All(terms...)))
		for m := largest + 1; m <= largest+largest/4+8 && !l.over; m++ {
			l.count()
			for c := int64(1); c < m; c++ {
				if d, ok := offset(x, terms, c, m); ok {
					out.take(first, remainder(e, c, d, m))
				}
			}
		}
	}
}

// maxResidue is the largest term for which divisors are tried.
const maxResidue = 200

// offset returns the d that the last term asks for, and whether the others, but
// for some that may be given, ask for the same.
func offset(x, terms []int64, c, m int64) (d int64, ok bool) {
	last := len(terms) - 1
	d, _ = language.Apply(language.Mod, terms[last]-c*x[last], m)
	for i := last - 1; i >= min(maxGiven, last/2); i-- {
		if (c*x[i]+d)%m != terms[i] {
			return 0, false
		}
	}
	return d, true
}

func remainder(e *language.Expr, c, d, m int64) *language.Expr {
	e = times(language.Number(c), e)
	if d > 0 {
		e = language.New(language.Add, e, language.Number(d))
	}
	return language.New(language.Mod, e, language.Number(m))
}
