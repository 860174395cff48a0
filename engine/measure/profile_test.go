package measure

import (
	"math"
	"testing"
)

// A profile's stretches add up to what the bytes cost.
func TestProfileAddsUp(t *testing.T) {
	costs := unitCosts(1000)
	for _, c := range []struct{ lo, hi, n int }{{0, 1000, 7}, {13, 977, 100}, {0, 1000, 1}, {500, 510, 10}} {
		sum, want := 0.0, 0.0
		for i, mean := range Profile(costs, 1000, c.lo, c.hi, c.n) {
			from, to := c.lo+(c.hi-c.lo)*i/c.n, c.lo+(c.hi-c.lo)*(i+1)/c.n
			sum += mean * float64(to-from)
		}
		for i := c.lo; i < c.hi; i++ {
			want += float64(i % 7)
		}
		if math.Abs(sum-want) > 1e-6 {
			t.Errorf("%+v: %v of %v bits", c, sum, want)
		}
	}
	if p := Profile(costs, 500, 0, 1000, 4); !math.IsNaN(p[2]) || !math.IsNaN(p[3]) || math.IsNaN(p[1]) {
		t.Errorf("unread: %v", p)
	}
	if p := Profile(costs, 1000, 5, 5, 2); !math.IsNaN(p[0]) {
		t.Errorf("nothing costs %v", p)
	}
}
