package language

import (
	"math/bits"

	"bitlens/engine/induction/integer"
)

// A Program computes a sequence: its first terms are given, each further one
// is the value of its expression.
type Program struct {
	First  int64         // the place of the first term: 0 or 1
	Starts []integer.Int // the first terms, given as they are
	Body   *Expr
}

// Bits returns the length of the program's code.
func (p *Program) Bits() int {
	return 1 + StartBits(p.Starts) + p.Body.Bits()
}

// StartBits returns the length of the code of given terms: how many, whether
// any is negative, and each.
func StartBits(starts []integer.Int) int {
	n := integerBits(bits.Len(uint(len(starts)) + 1))
	if len(starts) > 0 {
		n++
	}
	fold := anyNegative(starts)
	for _, v := range starts {
		n += integerBits(natural(v, fold).BitLen())
	}
	return n
}

func anyNegative(terms []integer.Int) bool {
	for _, v := range terms {
		if v.Sign() < 0 {
			return true
		}
	}
	return false
}

// LiteralBits returns the length of the shortest program that gives all the
// terms as they are and says nothing of those after.
func LiteralBits(terms []integer.Int) int {
	return 1 + StartBits(terms) + Index.Bits()
}
