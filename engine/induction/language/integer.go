package language

import (
	"math/bits"
	"strings"
)

// Integers are written behind the count of their binary digits, as in the gamma
// and delta codes of Elias (1975). A count up to three is written in unary, as
// gamma has it, for small numbers are the most frequent; a larger one as three
// zeros and gamma of what it is above three, so that a number of n digits costs
// about n + 2 log2 n bits.
const unary = 3

// integerBits returns the length of the code of v, which is at least 1.
func integerBits(v uint64) int {
	n := bits.Len64(v)
	if n <= unary {
		return 2*n - 1
	}
	return unary + 2*bits.Len(uint(n-unary)) - 1 + n - 1
}

// integerCode returns the code of v, which is at least 1.
func integerCode(v uint64) string {
	n := bits.Len64(v)
	var b strings.Builder
	if n <= unary {
		b.WriteString(strings.Repeat("0", n-1))
		writeBinary(&b, v, n)
		return b.String()
	}
	digits := bits.Len(uint(n - unary))
	b.WriteString(strings.Repeat("0", unary+digits-1))
	writeBinary(&b, uint64(n-unary), digits)
	writeBinary(&b, v, n-1)
	return b.String()
}

// writeBinary writes the lowest digits of v, the highest of them first.
func writeBinary(b *strings.Builder, v uint64, digits int) {
	for i := digits - 1; i >= 0; i-- {
		b.WriteByte('0' + byte(v>>i&1))
	}
}

// integer reads one integer.
func (d *decoder) integer() uint64 {
	n := d.zeros(unary) + 1
	if n > unary {
		n = unary + int(d.binary(1, d.zeros(maxZeros)))
	}
	if n > 64 {
		d.fail("an integer is longer than 64 bits")
	}
	if d.err != nil {
		return 1
	}
	return d.binary(1, n-1)
}

// maxZeros are those before the count of 64 digits, less three.
const maxZeros = 6

// zeros counts zeros up to the 1 behind them, or up to most of them.
func (d *decoder) zeros(most int) int {
	for n := range most {
		if d.bit() == 1 || d.err != nil {
			return n
		}
	}
	return most
}

// binary reads digits behind those already known.
func (d *decoder) binary(v uint64, digits int) uint64 {
	for range digits {
		v = v<<1 | uint64(d.bit())
	}
	return v
}

// zigzag folds the integers onto the natural numbers: 0, -1, 1, -2, 2.
func zigzag(v int64) uint64 { return uint64(v)<<1 ^ uint64(v>>63) }

// unzigzag unfolds them.
func unzigzag(u uint64) int64 { return int64(u>>1) ^ -int64(u&1) }
