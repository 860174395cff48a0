package search

import (
	"math"
	"math/bits"

	"bitlens/engine/induction/language"
)

// combine writes op(x, y) of every position into z, and reports whether all of
// them have a value.
func combine(op language.Op, z, x, y []int64) bool {
	switch op {
	case language.Add:
		return addAll(z, x, y)
	case language.Sub:
		return subAll(z, x, y)
	case language.Mul:
		return mulAll(z, x, y)
	}
	for i := range z {
		v, ok := language.Apply(op, x[i], y[i])
		if !ok {
			return false
		}
		z[i] = v
	}
	return true
}

func addAll(z, x, y []int64) bool {
	over := int64(0)
	for i := range z {
		v := x[i] + y[i]
		over |= (v ^ x[i]) & (v ^ y[i])
		z[i] = v
	}
	return over >= 0
}

func subAll(z, x, y []int64) bool {
	over := int64(0)
	for i := range z {
		v := x[i] - y[i]
		over |= (x[i] ^ y[i]) & (v ^ x[i])
		z[i] = v
	}
	return over >= 0
}

func mulAll(z, x, y []int64) bool {
	over := uint64(0)
	for i := range z {
		hi, lo := bits.Mul64(uint64(x[i]), uint64(y[i]))
		hi -= uint64(x[i]>>63)&uint64(y[i]) + uint64(y[i]>>63)&uint64(x[i])
		over |= hi ^ uint64(int64(lo)>>63)
		z[i] = int64(lo)
	}
	return over == 0
}

// divideAll is exact division: it fails where y is 0 or does not divide x.
func divideAll(z, x, y []int64) bool {
	for i := range z {
		if y[i] == 0 || y[i] == -1 {
			if y[i] == 0 || x[i] == math.MinInt64 {
				return false
			}
			z[i] = -x[i]
			continue
		}
		q := x[i] / y[i]
		if q*y[i] != x[i] {
			return false
		}
		z[i] = q
	}
	return true
}

// hash mixes the positions of a vector into 64 bits, never 0.
func hash(v []int64) uint64 {
	h := uint64(len(v))
	for _, x := range v {
		h = (h ^ uint64(x)) * 0x9e3779b97f4a7c15
		h ^= h >> 29
	}
	return h*0xbf58476d1ce4e5b9 | 1<<63
}

// constant reports whether all positions are equal.
func constant(v []int64) bool {
	for _, x := range v {
		if x != v[0] {
			return false
		}
	}
	return true
}
