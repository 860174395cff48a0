package search

import (
	"math/big"

	"bitlens/engine/induction/integer"
)

// Systems are solved modulo a prime, where nothing overflows and nothing is
// rounded; what is found is checked on the numbers themselves.
const (
	prime          = 1<<31 - 1
	maxCoefficient = 1 << 12
	maxDenominator = 24
)

func residue(v integer.Int) uint64 {
	r, ok := v.Int64()
	if !ok {
		r = new(big.Int).Rem(v.Big(), big.NewInt(prime)).Int64()
	}
	if r %= prime; r < 0 {
		r += prime
	}
	return uint64(r)
}

// invert returns 1/v, by Fermat's little theorem.
func invert(v uint64) uint64 {
	out := uint64(1)
	for e := prime - 2; e > 0; e >>= 1 {
		if e&1 == 1 {
			out = out * v % prime
		}
		v = v * v % prime
	}
	return out
}

// solve returns the coefficients with which the features give the last of the
// sides, as many as there are features; nil if there is not one answer.
func solve(fs []feature, sides []uint64) []uint64 {
	n, from := len(fs), len(sides)-len(fs)
	rows, room := make([][]uint64, n), make([]uint64, n*(n+1))
	for r := range rows {
		rows[r], room = room[:n+1], room[n+1:]
		for c, f := range fs {
			rows[r][c] = f.worth[from+r]
		}
		rows[r][n] = sides[from+r]
	}
	for c := range n {
		if !eliminate(rows, c) {
			return nil
		}
	}
	x := make([]uint64, n)
	for r := range rows {
		x[r] = rows[r][n]
	}
	return x
}

// eliminate leaves column c with 1 in row c and 0 elsewhere.
func eliminate(rows [][]uint64, c int) bool {
	pivot := c
	for pivot < len(rows) && rows[pivot][c] == 0 {
		pivot++
	}
	if pivot == len(rows) {
		return false
	}
	rows[c], rows[pivot] = rows[pivot], rows[c]
	scale := invert(rows[c][c])
	for i := range rows[c] {
		rows[c][i] = rows[c][i] * scale % prime
	}
	for r := range rows {
		if f := rows[r][c]; r != c && f != 0 {
			for i, v := range rows[c] {
				rows[r][i] = (rows[r][i] + (prime-f)*v) % prime
			}
		}
	}
	return true
}

// denominator returns the smallest d for which d*x is whole and small, and d*x;
// 0 if there is none.
func denominator(x []uint64) (whole []int64, d int64) {
	for d = 1; d <= maxDenominator; d++ {
		whole = whole[:0]
		for _, v := range x {
			c := int64(v * uint64(d) % prime)
			if c > prime/2 {
				c -= prime
			}
			if c < -maxCoefficient || c > maxCoefficient {
				break
			}
			whole = append(whole, c)
		}
		if len(whole) == len(x) {
			return whole, d
		}
	}
	return nil, 0
}
