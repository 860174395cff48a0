package language

import (
	"math"
	"math/big"
	"math/bits"
	"strconv"
	"strings"

	"bitlens/engine/induction/integer"
)

// Integers are written behind the count of their binary digits, as in the gamma
// and delta codes of Elias (1975). A count up to three is written in unary, as
// gamma has it, for small numbers are the most frequent; a larger one as three
// zeros and gamma of what it is above three, so that a number of n digits costs
// about n + 2 log2 n bits.
const unary = 3

// integerBits returns the length of the code of a number of n binary digits,
// which is at least 1.
func integerBits(n int) int {
	if n <= unary {
		return 2*n - 1
	}
	return unary + 2*bits.Len(uint(n-unary)) - 1 + n - 1
}

// integerCode returns the code of v, which is at least 1.
func integerCode(v *big.Int) string {
	digits := v.Text(2)
	n := len(digits)
	if n <= unary {
		return strings.Repeat("0", n-1) + digits
	}
	count := strconv.FormatInt(int64(n-unary), 2)
	return strings.Repeat("0", unary+len(count)-1) + count + digits[1:]
}

// integer reads one integer, at least 1.
func (d *decoder) integer() *big.Int {
	n := d.zeros(unary) + 1
	if n > unary {
		n = unary + d.countDigits()
	}
	if n > maxCoded {
		d.fail("an integer is longer than any may be")
	}
	v := big.NewInt(1)
	for i := 1; i < n && d.err == nil; i++ {
		v.Lsh(v, 1)
		v.SetBit(v, 0, uint(d.bit()))
	}
	return v
}

// maxCoded is the number of binary digits of the largest integer written: that of
// a term, once it is folded, and one more.
const maxCoded = MaxBits + 2

// count reads an integer that fits 63 bits.
func (d *decoder) count() int64 {
	v := d.integer()
	if !v.IsInt64() {
		d.fail("an integer does not fit 64 bits")
		return 1
	}
	return v.Int64()
}

// countDigits reads how many digits above three an integer has.
func (d *decoder) countDigits() int {
	n := 1
	for range d.zeros(maxZeros) {
		n = n<<1 | d.bit()
	}
	return n
}

// maxZeros are those before the count of the digits above three of the longest
// integer.
const maxZeros = 12

// zeros counts zeros up to the 1 behind them, or up to most of them.
func (d *decoder) zeros(most int) int {
	for n := range most {
		if d.bit() == 1 || d.err != nil {
			return n
		}
	}
	return most
}

// natural returns the integer, from 1 on, as which a term is written. Where some
// are negative the integers are folded onto the natural numbers: 0, -1, 1, -2, 2.
func natural(v integer.Int, fold bool) integer.Int {
	if n, ok := v.Int64(); ok && n >= 0 && n < math.MaxInt64/2 {
		if fold {
			n *= 2
		}
		return integer.Of(n + 1)
	}
	n := new(big.Int).Set(v.Big())
	if fold {
		if n.Lsh(n, 1); n.Sign() < 0 {
			n.Not(n)
		}
	}
	return integer.OfBig(n.Add(n, big.NewInt(1)))
}

// term is the inverse of natural; it may change n.
func term(n *big.Int, fold bool) integer.Int {
	n.Sub(n, big.NewInt(1))
	if fold {
		odd := n.Bit(0) == 1
		if n.Rsh(n, 1); odd {
			n.Not(n)
		}
	}
	return integer.OfBig(n)
}
