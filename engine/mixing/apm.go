package mixing

import (
	"slices"

	"bitlens/engine/num"
)

// An apm (adaptive probability map, also called secondary symbol estimation)
// refines a probability in a small context: for each context it keeps what
// came true at apmSteps probabilities, equally spaced in the logistic domain,
// and interpolates between the two nearest.
//
// It keeps how far what came true is from what was said, so that memory that
// nobody has touched yet is right as it is.
type apm struct {
	off  []uint16 // times 2^16; signed, in two's complement
	near int      // the step nearest to what was asked; it learns
}

const (
	apmSteps = 16
	apmWidth = 256 // between steps, in 1/256 nat: 16 of them span +-7.5 nats, in half a cache line
	apmRange = (apmSteps - 1) * apmWidth / 2
	apmRate  = 7 // a bit moves a step by 2^-7 of the error
)

// said holds the probability of each step, times 2^16.
var said = func() (t [apmSteps]int32) {
	for i := range t {
		t[i] = int32(num.Squash(int32(i*apmWidth-apmRange)) >> 16)
	}
	return t
}()

func newAPM(contexts int) apm { return apm{off: make([]uint16, contexts*apmSteps)} }

func (a *apm) clone() apm { return apm{off: slices.Clone(a.off)} }

// at returns the probability of a 1 at a step, times 2^16.
func (a *apm) at(i int) int32 { return said[i%apmSteps] + int32(int16(a.off[i])) }

// fetch asks for the memory of a context that will be asked soon.
func (a *apm) fetch(context int) { num.Fetch(&a.off[context*apmSteps]) }

// refine returns the probability of a 1, times 2^16, where the mixer said x.
func (a *apm) refine(x int32, context int) uint32 {
	at := uint32(min(max(x, 1-apmRange), apmRange-1) + apmRange)
	i, part := context*apmSteps+int(at/apmWidth), int32(at%apmWidth)
	a.near = i + int(part/(apmWidth/2))
	return uint32((a.at(i)*(apmWidth-part) + a.at(i+1)*part) / apmWidth)
}

// learn moves the nearest step towards bit, rounding up, so that it arrives.
func (a *apm) learn(bit int) {
	const up = 1<<apmRate - 1
	p := a.at(a.near)
	if bit == 1 {
		a.off[a.near] += uint16((0xffff - p + up) >> apmRate)
	} else {
		a.off[a.near] -= uint16((p + up) >> apmRate)
	}
}
