package mixing

import (
	"bitlens/engine/model"
	"bitlens/engine/num"
)

// A Guest is a predictor of another kind, whose opinion is an input of the
// mixers of a [Max]. It has read a byte before the Max reads the last bit of it.
type Guest interface {
	// Name is what an explanation calls it.
	Name() string
	// P returns the probability of a 1, times 2^32, where node is the bits of
	// the next byte that are known, after a 1.
	P(node int) uint32
	// Likeliest returns the byte that it expects most, and that byte's
	// probability times 256, at most 255.
	Likeliest() (b, share byte)
}

// The mixers of the first layer that a Max with guests has besides.
const (
	maxByLikeliest  = maxFirstMixers + iota // byte that the last guest expects, and how much
	maxByOpinions                           // what the last three guests say
	maxByMisses                             // which of the last three bits were a surprise, and the bits of this byte
	maxByKnownBits                          // how many orders have seen what this byte begins with, and its bits
	hostFirstMixers                         // how many with those of every Max
)

var guestRows = []int{4 * 256, opinionSteps * opinionSteps * opinionSteps, 8 * 256, knownOrders * 256}

// apmLikeliest is the map of a Max with guests, by the byte that the last one
// expects.
const (
	apmLikeliest = maxAPMs
	hostAPMs     = apmLikeliest + 1
)

const (
	guestStartWeight = 0.1
	opinionSteps     = 16
	// An input of a guest is heard seldom enough, and there are so many others,
	// that each weight has a rate of its own.
	hostRate   = 0.025
	hostSquare = 2
)

// NewHost returns a [Max] that has read nothing and has guests, at least one:
// the last is the one whose opinion chooses weights.
func NewHost(guests ...Guest) *Max { return newHost(families(), guests) }

func newHost(contexts [modes][]family, guests []Guest) *Max {
	return build(contexts, means{guests: guests, firstMixers: hostFirstMixers, maps: hostAPMs})
}

// CloneWith returns a copy whose guests are others, of which each has read what
// the one in its place has.
func (m *Max) CloneWith(guests ...Guest) *Max {
	c := m.clone()
	c.guests = guests
	return c
}

// more returns how many inputs a Max with guests has besides: those of the
// guests, and where there are so many lanes, a run each.
func (m *means) more(lanes int) int {
	if len(m.guests) == 0 {
		return 0
	}
	return (2*len(m.guests)+7)/8*8 + lanes
}

// guestsSay fills in the inputs of the guests: what each says, then how far each
// leans from even.
func (m *Max) guestsSay(x []float32) {
	for i, g := range m.guests {
		p := model.Clamp(g.P(m.partial))
		x[i], x[len(m.guests)+i] = num.Stretch(p), num.Lean(p)
	}
}

// chooseByGuests selects the weights of the mixers that only a Max with guests
// has. What guests say is filled in.
func (m *Max) chooseByGuests(first *num.Mixers, said []float32, known int) {
	b, share := m.guests[len(m.guests)-1].Likeliest()
	opinions := 0
	for _, x := range said[max(0, len(m.guests)-3):len(m.guests)] {
		opinions = opinions*opinionSteps + step(x)
	}
	first.Choose(maxByLikeliest, int(b)<<2|int(share)>>6)
	first.Choose(maxByOpinions, opinions)
	first.Choose(maxByMisses, int(m.misses&7)<<8|m.partial)
	first.Choose(maxByKnownBits, known<<8|m.partial)
}

// step quantises an opinion, in nats.
func step(x float32) int { return min(max(int(float32(x*1.3)+opinionSteps/2), 0), opinionSteps-1) }

// missed reports whether bit came as a surprise, where p was said.
func missed(p uint32, bit int) uint8 {
	if bit == 1 && p < 1<<30 || bit == 0 && p > 3<<30 {
		return 1
	}
	return 0
}
