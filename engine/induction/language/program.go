package language

import "math"

// A Program computes a sequence: its first terms are given, each further one
// is the value of its expression.
type Program struct {
	First  int64   // the place of the first term: 0 or 1
	Starts []int64 // the first terms, given as they are
	Body   *Expr
}

// Bits returns the length of the program's code.
func (p *Program) Bits() int {
	return 1 + StartBits(p.Starts) + p.Body.Bits()
}

// MinTerm is the smallest term that can be written; the largest is its negative.
const MinTerm = -math.MaxInt64

// StartBits returns the length of the code of given terms: how many, whether
// any is negative, and each.
func StartBits(starts []int64) int {
	n := integerBits(uint64(len(starts)) + 1)
	if len(starts) > 0 {
		n++
	}
	fold := anyNegative(starts)
	for _, v := range starts {
		n += integerBits(folded(v, fold) + 1)
	}
	return n
}

func anyNegative(terms []int64) bool {
	for _, v := range terms {
		if v < 0 {
			return true
		}
	}
	return false
}

// folded returns a term as a natural number.
func folded(v int64, fold bool) uint64 {
	if fold {
		return zigzag(v)
	}
	return uint64(v)
}

// LiteralBits returns the length of the shortest program that gives all the
// terms as they are and says nothing of those after.
func LiteralBits(terms []int64) int {
	return 1 + StartBits(terms) + Index.Bits()
}
