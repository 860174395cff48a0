package neural

import "math"

// A plan says how large a network is and how it learns.
type plan struct {
	width, layers int     // units of a layer, or what stands for a byte; layers or blocks
	streams       int     // that learn side by side at first: the present, and readers of the past
	fewer         int64   // bytes after which there are half as many
	early         int64   // bytes that are learned from in lessons of the fewest steps
	rate          float64 // of learning, at first
	slowing       float64 // bytes; the rate falls as 1 / sqrt(1 + read / slowing)
	slowest       float64 // rate
	contexts      int     // that direct connections have room for
	dropped       float64 // share of what layers say that a lesson leaves out, at first
}

// The plans of the families: small, medium, large. A size has about as many
// weights in each family.
var (
	recurrent = [...]plan{
		{width: 32, layers: 2, streams: 4, fewer: 30000, early: 4096, contexts: 1 << 14, rate: 0.010, slowing: 50000, slowest: 0.0003, dropped: 0.2},
		{width: 176, layers: 2, streams: 4, fewer: 30000, early: 4096, contexts: 1 << 18, rate: 0.008, slowing: 50000, slowest: 0.0003, dropped: 0.5},
		{width: 320, layers: 2, streams: 4, fewer: 30000, early: 4096, contexts: 1 << 19, rate: 0.004, slowing: 50000, slowest: 0.0003, dropped: 0.5},
	}
	// gated units lose their way at the rate that long short-term memory bears.
	gated = slower(recurrent, 3.0/8)

	attentive = [...]plan{
		{width: 48, layers: 2, streams: 4, fewer: 30000, early: 512, contexts: 1 << 14, rate: 0.0025, slowing: 40000, slowest: 0.0001, dropped: 0.05},
		{width: 128, layers: 3, streams: 4, fewer: 10000, early: 512, contexts: 1 << 18, rate: 0.0012, slowing: 4000, slowest: 0.0001, dropped: 0.1},
		{width: 176, layers: 4, streams: 4, fewer: 10000, early: 512, contexts: 1 << 19, rate: 0.0007, slowing: 6000, slowest: 0.0001, dropped: 0.1},
	}
)

// slower returns the plans with a share of their rate.
func slower(plans [3]plan, share float64) [3]plan {
	for i := range plans {
		plans[i].rate *= share
	}
	return plans
}

// rateAt returns the rate after so many bytes.
func (p *plan) rateAt(read int64) float32 {
	return float32(max(p.slowest, p.rate/math.Sqrt(1+float64(read)/p.slowing)))
}

// thinning is how many bytes it takes until lessons leave out 1 / sqrt(2) of
// what they did at first: a long text is not learned by heart.
const thinning = 50000

// droppedAt returns the share that a lesson leaves out after so many bytes, as
// the chance of a dropout.
func (p *plan) droppedAt(read int64) uint32 {
	return uint32(p.dropped / math.Sqrt(1+float64(read)/thinning) * (1 << 32))
}

const (
	// horizon is how many steps an error goes back, at most.
	horizon = 32
	// soon is the horizon of a text's first bytes, where a step that comes early
	// is worth more than one that sees far.
	soon = 8
	// walk is how many bytes a reader of the past reads before it starts
	// elsewhere.
	walk = 160
)

// stepsAt returns the number of steps between two lessons.
func (p *plan) stepsAt(read int64) int {
	switch {
	case read < p.early:
		return soon
	case read < 16*p.early:
		return 2 * soon
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
