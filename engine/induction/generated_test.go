package induction

import (
	"math/rand/v2"

	"bitlens/engine/induction/integer"
	"bitlens/engine/induction/language"
)

// A source makes sequences with random constants; ok is false where one does not
// fit. What a person would find in a book is not among them.
type source struct {
	name string
	make func(r *rand.Rand, n int) ([]int64, bool)
}

var sources = []source{
	{"recurrence", recurrence},
	{"polynomial", polynomial},
	{"remainder", remainder},
	{"interleaved", interleaved},
	{"convolution", convolution},
	{"program", program},
	{"walk", walk},
	{"picked", picked},
	{"divided", divided},
	{"paid", paid},
	{"written", written},
	{"rows", rows},
	{"halved", halved},
	{"nested", nested},
	{"primes", primes},
	{"rounded", rounded},
}

func small(r *rand.Rand, most int64) int64 { return r.Int64N(2*most+1) - most }

// bounded reports whether terms are far from 64 bits.
func bounded(x int64) bool { return x > -1<<40 && x < 1<<40 }

func recurrence(r *rand.Rand, n int) ([]int64, bool) {
	order := 1 + r.IntN(3)
	var c, out []int64
	for range order {
		c = append(c, small(r, 3))
		out = append(out, r.Int64N(6))
	}
	add := small(r, 3)
	for len(out) < n {
		v := add
		for i, f := range c {
			v += f * out[len(out)-1-i]
		}
		if out = append(out, v); !bounded(v) {
			return nil, false
		}
	}
	return out, true
}

func polynomial(r *rand.Rand, n int) (out []int64, ok bool) {
	var c []int64
	for range 2 + r.IntN(3) {
		c = append(c, small(r, 6))
	}
	d := 1 + r.Int64N(2)
	for x := range int64(n) {
		v := int64(0)
		for _, f := range c {
			v = v*x + f
		}
		v, _ = language.Apply(language.Div, v, d)
		out = append(out, v)
	}
	return out, true
}

func remainder(r *rand.Rand, n int) (out []int64, ok bool) {
	m := 3 + r.Int64N(30)
	a, b, c, x := r.Int64N(m), r.Int64N(m), r.Int64N(m), r.Int64N(m)
	quadratic := r.IntN(2) == 0
	for i := range int64(n) {
		if x = (a*x + b) % m; quadratic {
			x = (a*i*i + b*i + c) % m
		}
		out = append(out, x)
	}
	return out, true
}

func interleaved(r *rand.Rand, n int) (out []int64, ok bool) {
	x, okX := recurrence(r, n)
	y, okY := polynomial(r, n)
	if !okX || !okY {
		return nil, false
	}
	for i := range n {
		out = append(out, []int64{x[i/2], y[i/2]}[i%2])
	}
	return out, true
}

func convolution(r *rand.Rand, n int) (out []int64, ok bool) {
	x, okX := recurrence(r, n)
	y, okY := polynomial(r, n)
	if !okX || !okY {
		return nil, false
	}
	for i := range n {
		v := int64(0)
		for k := range i + 1 {
			v += x[k] * y[i-k]
		}
		if out = append(out, v); !bounded(v) {
			return nil, false
		}
	}
	return out, true
}

// program draws from the language itself: each token by 2^-bits.
func program(r *rand.Rand, n int) (out []int64, ok bool) {
	p := &language.Program{First: r.Int64N(2), Body: drawn(r, 0, 0)}
	for range r.IntN(3) {
		p.Starts = append(p.Starts, integer.Of(r.Int64N(5)))
	}
	if b := p.Body.Bits(); b < 16 || b > 60 {
		return nil, false
	}
	m := p.Run(1 << 20)
	seen := map[int64]bool{}
	for range n {
		next, err := m.Next()
		v, fits := next.Int64()
		if err != nil || !fits || !bounded(v) {
			return nil, false
		}
		seen[v] = true
		out = append(out, v)
	}
	return out, len(seen) > 2
}

func drawn(r *rand.Rand, loops, depth int) *language.Expr {
	for {
		op := language.All()[r.IntN(len(language.All()))]
		if r.IntN(1<<(op.Bits()-3)) > 0 || op == language.Outer && loops == 0 || depth > 8 && op.Arity() > 0 {
			continue
		}
		e := &language.Expr{Op: op, Value: 3 + r.Int64N(10)}
		if op.Loop() {
			loops++
		}
		for range op.Arity() {
			e.Args = append(e.Args, drawn(r, loops, depth+1))
		}
		return e
	}
}

// walk has no rule: steps of a random size, which may only go up.
func walk(r *rand.Rand, n int) (out []int64, ok bool) {
	most, up := 1+r.Int64N(20), r.IntN(2) == 0
	for v := int64(0); len(out) < n; {
		if step := small(r, most); !up || step >= 0 {
			v += step
			out = append(out, v)
		}
	}
	return out, true
}

// picked has the numbers that some random quadratic form leaves in some classes.
func picked(r *rand.Rand, n int) (out []int64, ok bool) {
	m := 5 + r.Int64N(20)
	a, b := r.Int64N(m), r.Int64N(m)
	half := m / (2 + r.Int64N(3))
	for k := int64(1); len(out) < n && k < 1000; k++ {
		if (a*k*k+b*k)%m <= half {
			out = append(out, k)
		}
	}
	return out, len(out) == n
}
