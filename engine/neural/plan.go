package neural

import "math"

// A plan says how large a network is and how it learns.
type plan struct {
	cells, layers int
	streams       int     // that learn side by side at first: the present, and readers of the past
	fewer         int64   // bytes after which there are half as many
	rate          float64 // of learning, at first
	slowing       float64 // bytes; the rate falls as 1 / sqrt(1 + read / slowing)
	slowest       float64 // rate
	dropped       float64 // share of what layers say that a step of learning leaves out
}

// plans are small, medium and large.
var plans = [...]plan{
	{cells: 32, layers: 2, streams: 4, fewer: 30000, rate: 0.010, slowing: 50000, slowest: 0.0003, dropped: 0.05},
	{cells: 128, layers: 2, streams: 4, fewer: 30000, rate: 0.006, slowing: 50000, slowest: 0.0003, dropped: 0.1},
	{cells: 256, layers: 2, streams: 4, fewer: 30000, rate: 0.004, slowing: 50000, slowest: 0.0003, dropped: 0.2},
}

// rateAt returns the rate after so many bytes.
func (p *plan) rateAt(read int64) float32 {
	return float32(max(p.slowest, p.rate/math.Sqrt(1+float64(read)/p.slowing)))
}

const (
	// horizon is how many steps an error goes back, at most.
	horizon = 16
	// soon is the horizon of a text's first bytes, where a step that comes early
	// is worth more than one that sees far.
	soon = 8
	// early is how many bytes these are.
	early = 4096
	// walk is how many bytes a reader of the past reads before it starts
	// elsewhere.
	walk = 160
)

// stepsAt returns the number of steps between two lessons.
func stepsAt(read int64) int {
	if read < early {
		return soon
	}
	return horizon
}

// streamsAt returns the number of streams.
func (p *plan) streamsAt(read int64) int {
	if read < p.fewer {
		return p.streams
	}
	return p.streams / 2
}
