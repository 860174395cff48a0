package judge

import "math"

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
