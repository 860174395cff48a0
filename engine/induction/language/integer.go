package language

import (
	"math/bits"
	"strings"
)

// Integers are written in the delta code of Elias (1975): the count of binary
// digits, itself written with as many zeros before as it has digits more than
// one, and then the digits below the leading one. It costs about
// log2 v + 2 log2 log2 v bits.

// integerBits returns the length of the code of v, which is at least 1.
func integerBits(v uint64) int {
	n := bits.Len64(v)
	return n + 2*(bits.Len(uint(n))-1)
}

// integerCode returns the code of v, which is at least 1.
func integerCode(v uint64) string {
	n := bits.Len64(v)
	digits := bits.Len(uint(n))
	var b strings.Builder
	b.WriteString(strings.Repeat("0", digits-1))
	writeBinary(&b, uint64(n), digits)
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
	zeros := 0
	for d.err == nil && d.bit() == 0 {
		if zeros++; zeros > 6 {
			d.fail("an integer is longer than 64 bits")
		}
	}
	n := d.binary(1, zeros)
	if n > 64 {
		d.fail("an integer is longer than 64 bits")
	}
	if d.err != nil {
		return 1
	}
	return d.binary(1, int(n)-1)
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
