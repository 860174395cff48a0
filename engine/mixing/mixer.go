package mixing

import (
	"slices"

	"bitlens/engine/num"
)

// A mixer weighs predictions in the logistic domain: p = squash(sum w_i x_i),
// where x_i is the stretch of prediction i. After each bit the weights go down
// the gradient of what it cost, w_i += rate x_i (bit - p). A small context
// selects the set of weights (Mahoney 2005; Mattern 2012).
type mixer struct {
	weights []int32 // times 2^16
	n       int     // inputs, a multiple of 4
	rate    int32   // of learning, in 2^-14
	set     int     // offset of the set in use
	p       int32   // what it said, times 2^16
}

// weightBits is the number of binary places of a weight.
const weightBits = 16

// newMixer returns a mixer of n inputs with so many sets, all weights start.
func newMixer(n, sets int, start, rate int32) mixer {
	return mixer{weights: slices.Repeat([]int32{start}, n*sets), n: n, rate: rate}
}

func (m *mixer) clone() mixer {
	c := *m
	c.weights = slices.Clone(m.weights)
	return c
}

// used returns the weights in use.
func (m *mixer) used() []int32 { return m.weights[m.set : m.set+m.n] }

// mix returns the stretch of what a set makes of the inputs x.
func (m *mixer) mix(x []int32, set int) int32 {
	m.set = set * m.n
	dot := num.Dot(x, m.used()) >> weightBits
	out := int32(min(max(dot, -num.StretchMax), num.StretchMax))
	m.p = int32(num.Squash(out) >> 16)
	return out
}

// learn moves the weights in use, after inputs x and the bit that came.
func (m *mixer) learn(x []int32, bit int) {
	err := (int32(bit)<<16 - m.p) * m.rate >> 4
	num.Train(x, m.used(), err)
}
