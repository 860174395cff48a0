package search

import "bitlens/engine/induction/language"

// quadratic tries sums of products of two earlier terms over an earlier one, as
// the sequences of Somos (1989) are.
func (s *linear) quadratic() {
	s.features, s.divided = s.features[:1], nil
	for x := range int64(maxWay) {
		for y := range x + 1 {
			s.base(language.New(language.Mul, wayBack(y), wayBack(x)), 0)
		}
		if x > 0 {
			s.divide(wayBack(x))
		}
	}
	for size := 1; size <= maxProducts; size++ {
		s.choose(nil, 0, size)
	}
}

// maxProducts are added up.
const maxProducts = 2
