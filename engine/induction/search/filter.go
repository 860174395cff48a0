package search

import (
	"slices"

	"bitlens/engine/induction/language"
)

// A filter is a test that holds for all the terms, and fails for other numbers.
type filter struct {
	holds []int64 // for each number
	bits  int
	expr  *language.Expr
}

// maxFilters bounds those that are kept; the shortest come first.
const maxFilters = 1 << 8

// narrow joins a test that holds for all the terms with those kept before: what
// passes both may be the terms alone.
func (s *sieve) narrow(value []int64, bits int, write func() *language.Expr) {
	if len(s.filters) == maxFilters || !s.holdsForAll(value) || constant(signs(s.joined, value)) {
		return
	}
	f := filter{holds: slices.Clone(value), bits: bits, expr: write()}
	for _, g := range s.filters {
		if same(f.holds, g.holds) {
			return
		}
		s.lane.count()
		if combine(language.Mul, s.joined, f.holds, g.holds) {
			s.both(s.joined, f.bits+g.bits+language.Mul.Bits(), func() *language.Expr {
				return language.New(language.Mul, g.expr, f.expr)
			})
		}
	}
	s.filters = append(s.filters, f)
}

// holdsForAll reports whether a test holds for every term.
func (s *sieve) holdsForAll(test []int64) bool {
	for _, v := range s.terms {
		if v < 1 || v >= int64(len(test)) || test[v] <= 0 {
			return false
		}
	}
	return true
}
