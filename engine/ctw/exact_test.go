package ctw

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"bitlens/engine/coder"
)

// A place is the bytes before a decision, the latest first, and its outcome.
type place struct {
	before  [MaxDepth]byte
	outcome int
}

// weighted returns log2 of the weighted probability of what came at some
// places that agree on d bytes, by the definition: half the estimate, half the
// product over the contexts that are one byte longer.
func weighted(places []place, d, depth int, a float64) float64 {
	estimate, seen := 0.0, [2]float64{}
	for _, p := range places {
		estimate += math.Log2((seen[p.outcome] + a) / (seen[0] + seen[1] + 2*a))
		seen[p.outcome]++
	}
	if d == depth {
		return estimate
	}
	var longer [256][]place
	for _, p := range places {
		longer[p.before[d]] = append(longer[p.before[d]], p)
	}
	product := 0.0
	for _, part := range longer {
		if len(part) > 0 {
			product += weighted(part, d+1, depth, a)
		}
	}
	high, low := max(estimate, product), min(estimate, product)
	return high - 1 + math.Log2(1+math.Exp2(low-high))
}

// definition returns the code length of text, in bits: a context tree for each
// of the 255 decisions that a byte may take.
func definition(text []byte, depth int, a float64) (bits float64) {
	var trees [256][]place
	var before [MaxDepth]byte
	for _, b := range text {
		for bit, partial := 0, 1; bit < 8; bit++ {
			o := outcome(b, bit)
			trees[partial] = append(trees[partial], place{before, o})
			partial = partial<<1 | o
		}
		copy(before[1:], before[:])
		before[0] = b
	}
	for _, places := range trees {
		bits -= weighted(places, 0, depth, a)
	}
	return bits
}

// strings of many kinds: few letters and many, runs, repeats, noise.
func examples(n int) []string {
	r := rand.New(rand.NewPCG(1995, 41))
	all := []string{"", "a", "\x00\x00\x00", "abracadabra", strings.Repeat("the cat sat on the mat; ", 12)}
	for i := range n {
		letters := 1 + r.IntN(1+i%9*30+1)
		b := make([]byte, r.IntN(300))
		for j := range b {
			b[j] = byte('a' + r.IntN(letters))
			if back := 1 + r.IntN(20); i%3 == 0 && j >= back && r.IntN(4) > 0 {
				b[j] = b[j-back]
			}
		}
		all = append(all, string(b))
	}
	return all
}

// The code length is that of the definition.
func TestExact(t *testing.T) {
	worst, kinds := 0.0, 100
	if testing.Short() {
		kinds = 3
	}
	for _, depth := range []int{1, 2, 6, 16} {
		for _, alpha := range []int{1, 8, 32, 64} {
			for _, text := range examples(kinds) {
				q, m := New(depth, 64, alpha), coder.Meter{}
				for _, b := range []byte(text) {
					q.Code(&m, b)
				}
				want := definition([]byte(text), depth, float64(alpha)/shares)
				if d := math.Abs(m.Bits() - want); !(d < 1e-3) {
					t.Errorf("depth %d, alpha %d, %q: %.6f bits, by definition %.6f", depth, alpha, text, m.Bits(), want)
				} else {
					worst = max(worst, d)
				}
			}
		}
	}
	t.Logf("the worst differs by %.2g bit", worst)
}
