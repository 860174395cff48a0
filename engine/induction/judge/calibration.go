package judge

import (
	_ "embed"
	"fmt"
	"math"
	"strings"
	"sync"
)

// A Calibration counts bets by how probable they were said to be.
type Calibration struct{ bins [bins]Bin }

// A Bin holds the bets of one range of probabilities.
type Bin struct {
	N, Right int
	said     float64 // the sum of the probabilities
}

// bins is the number of ranges, each a tenth.
const bins = 10

// Add counts a bet.
func (c *Calibration) Add(probability float64, right bool) {
	b := &c.bins[min(bins-1, int(probability*bins))]
	b.N++
	b.said += probability
	if right {
		b.Right++
	}
}

// Bins returns the ranges: [0, 0.1), [0.1, 0.2) and so on.
func (c *Calibration) Bins() []Bin { return c.bins[:] }

// Said returns the mean probability of the bets.
func (b Bin) Said() float64 { return b.said / float64(max(1, b.N)) }

// Interval returns where, with 95% confidence, the share of bets that come true
// lies (Wilson 1927); all is possible after no bets.
func (b Bin) Interval() (lo, hi float64) {
	if b.N == 0 {
		return 0, 1
	}
	const z = 1.959964 // of the normal distribution
	n, p := float64(b.N), float64(b.Right)/float64(b.N)
	mid := (p + z*z/(2*n)) / (1 + z*z/n)
	half := z / (1 + z*z/n) * math.Sqrt(p*(1-p)/n+z*z/(4*n*n))
	return max(0, mid-half), min(1, mid+half)
}

// Honest reports whether what was said lies within the interval.
func (b Bin) Honest() bool {
	lo, hi := b.Interval()
	return b.Said() >= lo && b.Said() <= hi
}

//go:embed benchmark.tsv
var benchmark string

// Benchmark returns how often the bets of Solomonoff came true on the published
// sequences that the engine is measured on, as TestOEIS in engine/induction
// wrote it down.
var Benchmark = sync.OnceValue(func() Calibration {
	c, err := read(benchmark)
	if err != nil {
		panic("the embedded calibration: " + err.Error())
	}
	return c
})

// String writes a calibration, a line a range: bets, those that came true, and
// the sum of their probabilities.
func (c Calibration) String() string {
	var s strings.Builder
	for _, b := range c.bins {
		fmt.Fprintf(&s, "%d\t%d\t%.4f\n", b.N, b.Right, b.said)
	}
	return s.String()
}

// read is String's inverse.
func read(s string) (c Calibration, err error) {
	lines := strings.Split(strings.TrimSpace(s), "\n")
	if len(lines) != bins {
		return c, fmt.Errorf("%d ranges, want %d", len(lines), bins)
	}
	for i, line := range lines {
		b := &c.bins[i]
		if _, err := fmt.Sscanf(line, "%d\t%d\t%f", &b.N, &b.Right, &b.said); err != nil {
			return c, fmt.Errorf("range %d: %w", i, err)
		}
		if b.Right < 0 || b.Right > b.N {
			return c, fmt.Errorf("range %d: %d of %d are right", i, b.Right, b.N)
		}
	}
	return c, nil
}
