package mixing

import "bitlens/engine/num"

// An estimate is the probability of a 1 in the upper 22 bits and a count of
// what it was learned from in the lower 10. The n-th bit moves it by 1/(n+1.5)
// of the error: first it is a mean, and from the limit on a decaying one.
type estimate uint32

const countBits = 10

// newEstimate returns one that says p, times 2^16, and has seen nothing.
func newEstimate(p uint32) estimate { return estimate(p << 16 &^ (1<<countBits - 1)) }

// p returns the probability of a 1, times 2^16.
func (e estimate) p() uint32 { return uint32(e) >> 16 }

// learn moves e towards bit, never slower than 1/(limit+1.5).
func (e *estimate) learn(bit int, limit uint32) {
	n := uint32(*e) & (1<<countBits - 1)
	p := int64(*e >> countBits)
	p += (int64(bit)*(1<<22-1) - p) * int64(num.Reciprocal[n]) >> 16
	if n < limit {
		n++
	}
	*e = estimate(uint32(p)<<countBits | n)
}

// A stateMap learns what each bit history really means in one kind of context
// (an indirect context, Mahoney 2005).
type stateMap [256]estimate

func newStateMap() (m stateMap) {
	for i, h := range histories {
		m[i] = newEstimate(h.chance())
	}
	return m
}
