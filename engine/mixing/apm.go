package mixing

import (
	"slices"

	"bitlens/engine/num"
)

// An apm (adaptive probability map, also called secondary symbol estimation)
// refines a probability in a small context: for each context it keeps what
// came true at apmSteps probabilities, equally spaced in the logistic domain,
// and interpolates between the two nearest.
type apm struct {
	t    []uint16 // times 2^16
	near int      // the step nearest to what was asked; it learns
}

const (
	apmSteps = 32
	apmWidth = 128 // between steps, in 1/256 nat: 32 of them span +-7.75 nats, in one cache line
	apmRange = (apmSteps - 1) * apmWidth / 2
	apmRate  = 7 // a bit moves a step by 2^-7 of the error
)

func newAPM(contexts int) apm {
	one := make([]uint16, apmSteps)
	for i := range one {
		one[i] = uint16(num.Squash(int32(i*apmWidth-apmRange)) >> 16)
	}
	return apm{t: slices.Repeat(one, contexts)}
}

func (a *apm) clone() apm { return apm{t: slices.Clone(a.t)} }

// touch reads a context that will be asked soon, so that its cache miss passes
// while other things are computed.
func (a *apm) touch(context int) byte { return byte(a.t[context*apmSteps]) }

// refine returns the probability of a 1, times 2^16, where the mixer said x.
func (a *apm) refine(x int32, context int) uint32 {
	x = min(max(x, 1-apmRange), apmRange-1) + apmRange
	at, part := context*apmSteps+int(x/apmWidth), uint32(x%apmWidth)
	a.near = at + int(part/(apmWidth/2))
	return (uint32(a.t[at])*(apmWidth-part) + uint32(a.t[at+1])*part) / apmWidth
}

// learn moves the nearest step towards bit, rounding up, so that it arrives.
func (a *apm) learn(bit int) {
	e := &a.t[a.near]
	if bit == 1 {
		*e += uint16((0xffff - uint32(*e) + 1<<apmRate - 1) >> apmRate)
	} else {
		*e -= uint16((uint32(*e) + 1<<apmRate - 1) >> apmRate)
	}
}
