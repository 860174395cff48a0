package induction

import (
	"math"
	"math/rand/v2"
)

// divided adds up something over those divisors of n that are in one class.
func divided(r *rand.Rand, n int) (out []int64, ok bool) {
	x, y, m := 1+r.Int64N(3), r.Int64N(3), 1+r.Int64N(4)
	class := r.Int64N(m)
	for k := int64(1); k <= int64(n); k++ {
		v := int64(0)
		for d := int64(1); d <= k; d++ {
			if k%d == 0 && d%m == class {
				v += x*d + y
			}
		}
		out = append(out, v)
	}
	return out, true
}

// paid counts the ways to pay n with some coins.
func paid(r *rand.Rand, n int) ([]int64, bool) {
	out := make([]int64, n)
	out[0] = 1
	for coin := range 9 {
		if coin++; r.IntN(2) == 0 {
			continue
		}
		for k := coin; k < n; k++ {
			out[k] += out[k-coin]
		}
	}
	return out, out[n-1] > 1
}

// written adds up digits.
func written(r *rand.Rand, n int) (out []int64, ok bool) {
	base, x, y := 2+r.Int64N(9), 1+r.Int64N(9), r.Int64N(9)
	for k := range int64(n) {
		v := int64(0)
		for rest := x*k + y; rest > 0; rest /= base {
			v += rest % base
		}
		out = append(out, v)
	}
	return out, true
}

// rows reads a triangle row by row.
func rows(r *rand.Rand, n int) (out []int64, ok bool) {
	x, y, kind := 1+r.Int64N(4), r.Int64N(4), r.IntN(3)
	for row := int64(0); ; row++ {
		for column := range row + 1 {
			v := []int64{x*row + y*column, x * row * column, (row*row + x*column) % (y + 3)}[kind]
			if out = append(out, v); len(out) == n {
				return out, true
			}
		}
	}
}

// halved looks back to a fraction of the place.
func halved(r *rand.Rand, n int) (out []int64, ok bool) {
	by, x, m := 2+r.IntN(2), 1+r.Int64N(3), 2+r.Int64N(4)
	out = []int64{r.Int64N(3)}
	for k := 1; k < n; k++ {
		out = append(out, x*out[k/by]+int64(k)%m)
	}
	return out, true
}

// nested looks back as far as terms say.
func nested(r *rand.Rand, n int) (out []int64, ok bool) {
	out = []int64{1, 1}
	a, b := 1+r.IntN(2), 1+r.IntN(2)
	for k := 2; k < n; k++ {
		x, y := out[k-a], out[k-b]
		if x < 1 || x > int64(k) || int64(k)-y < 0 || int64(k)-y >= int64(k) {
			return nil, false
		}
		out = append(out, out[x-1]+out[int64(k)-y])
	}
	return out, true
}

// primes makes something of the primes of a class.
func primes(r *rand.Rand, n int) (out []int64, ok bool) {
	m, x, y := 1+r.Int64N(4), 1+r.Int64N(4), small(r, 4)
	for p := int64(2); len(out) < n; p++ {
		divisors := 0
		for d := int64(1); d <= p; d++ {
			if p%d == 0 {
				divisors++
			}
		}
		if divisors == 2 && p%m == 1%m {
			out = append(out, x*p+y)
		}
	}
	return out, true
}

// rounded takes roots of a quadratic.
func rounded(r *rand.Rand, n int) (out []int64, ok bool) {
	x, y, z := 1+r.Int64N(6), r.Int64N(6), r.Int64N(20)
	for k := range int64(n) {
		out = append(out, int64(math.Sqrt(float64(x*k*k+y*k+z))))
	}
	return out, true
}
