package search

import (
	"math/rand/v2"
	"slices"
	"testing"

	"bitlens/engine/induction/integer"
	"bitlens/engine/induction/language"
)

// A polynomial is written as an expression that is worth the same.
func TestPolynomialIsWritten(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		var p polynomial
		for i := range 1 + r.IntN(len(p)) {
			p[i] = r.Int64N(9) - 4
		}
		if p = p.positive(); p == (polynomial{}) {
			continue
		}
		got := fitting(worth(p.expr(), 0, make([]integer.Int, 6)))
		for x := range int64(6) {
			want := int64(0)
			for i := len(p) - 1; i >= 0; i-- {
				want = want*x + p[i]
			}
			if got[x] != want {
				t.Fatalf("%v at %d is %d, and %v says %d", p, x, want, p.expr(), got[x])
			}
		}
	}
}

// The coefficients that made the sides are found again, fractions too.
func TestSystemsAreSolved(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 100 {
		n := 1 + r.IntN(4)
		fs, sides := make([]feature, n), make([]uint64, n+2)
		want, d := make([]int64, n), 1+r.Int64N(maxDenominator)
		for i := range fs {
			want[i] = r.Int64N(19) - 9
			for j := range sides {
				v := uint64(r.Uint32N(prime))
				fs[i].worth = append(fs[i].worth, v)
				sides[j] = (sides[j] + residue(integer.Of(want[i]))*invert(residue(integer.Of(d)))%prime*v) % prime
			}
		}
		x := solve(fs, sides)
		if x == nil || !holds(fs, sides, x, 0) {
			t.Fatalf("%v over %d was not found: %v", want, d, x)
		}
		whole, e := denominator(x)
		for i := range want {
			if whole[i]*d != want[i]*e {
				t.Fatalf("%v over %d was found as %v over %d", want, d, whole, e)
			}
		}
	}
}

// What is made with random constants is found, by the solvers alone.
func TestSolversFindRandomConstants(t *testing.T) {
	for _, c := range []struct {
		name  string
		next  func(a []int64, n, x, y, z int64) int64
		solve func(terms []int64, l *lane, out *collector)
	}{
		{"recurrence", func(a []int64, n, x, y, z int64) int64 { return x*a[n-1] - y*a[n-3] + z }, linearly},
		{"polynomial", func(a []int64, n, x, y, z int64) int64 { return x*n*n*n + y*n - z }, linearly},
		{"changing coefficients", func(a []int64, n, x, y, z int64) int64 { return (x*n+y)*a[n-1] - z*a[n-2] }, linearly},
		{"fraction", func(a []int64, n, x, y, z int64) int64 { return x * n * (n + 1) / 2 * (y*n + z) }, linearly},
		{"period", func(a []int64, n, x, y, z int64) int64 { return a[n-3] }, linearly},
		{"remainder", func(a []int64, n, x, y, z int64) int64 { return (x*a[n-1] + y) % (30 + z) }, func(terms []int64, l *lane, out *collector) { residues(0, terms, l, out) }},
	} {
		r := rand.New(rand.NewPCG(5, 6))
		for range 5 {
			a := []int64{r.Int64N(9), 9 + r.Int64N(9), 18 + r.Int64N(9)}
			for x, y, z := 1+r.Int64N(7), 1+r.Int64N(7), 1+r.Int64N(7); len(a) < 12; {
				a = append(a, c.next(a, int64(len(a)), x, y, z))
			}
			checkSolved(t, c.name, a, c.solve)
		}
	}
}

func linearly(terms []int64, l *lane, out *collector) {
	newLinear(0, integer.All(terms...), l, out).run()
}

func checkSolved(t *testing.T, name string, a []int64, solve func([]int64, *lane, *collector)) {
	t.Helper()
	shown, best := a[:len(a)-2], (*language.Program)(nil)
	solve(shown, aLane(t), newCollector(integer.All(shown...), func(f Found) {
		if best == nil || f.Bits < best.Bits() {
			best = f.Program
		}
	}))
	if best == nil {
		t.Errorf("%s: nothing found for %v", name, a)
		return
	}
	m := best.Run(1 << 20)
	for range a {
		m.Next()
	}
	if !slices.EqualFunc(m.Terms(), integer.All(a...), integer.Int.Equal) {
		t.Errorf("%s: %v goes on %v, want %v", name, best, m.Terms(), a)
	}
}
