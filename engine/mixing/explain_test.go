package mixing

import (
	"math"
	"strings"
	"testing"

	"bitlens/engine/model"
)

// The votes of all inputs are the log-odds of the likeliest byte's bits.
func TestVotesAddUp(t *testing.T) {
	m := New()
	for i, b := range []byte(strings.Repeat("the cat sat on the mat, and the cat ate. ", 30)) {
		if i%53 == 0 {
			votes := 0.0
			for _, in := range m.Explain().Inputs {
				votes += in.Weight
			}
			best, odds := likeliestOf(m)
			if math.Abs(votes-odds) > 1e-6*math.Abs(odds)+1e-9 {
				t.Fatalf("byte %d: the votes add up to %f, the odds of %q are %f", i, votes, best, odds)
			}
		}
		model.Teach(m, b)
	}
}

// likeliestOf returns the byte that a distribution says is the likeliest, and
// the log-odds of its bits, in bits.
func likeliestOf(m peeker) (best byte, odds float64) {
	var p [256]float64
	m.Distribution(&p)
	for b := range p {
		if p[b] > p[best] {
			best = byte(b)
		}
	}
	m.Mark()
	defer m.Forget()
	for shift := 7; shift >= 0; shift-- {
		one := float64(model.Clamp(m.P())) / (1 << 32)
		bit := int(best >> shift & 1)
		odds += float64(2*bit-1) * math.Log2(one/(1-one))
		m.Update(bit)
	}
	m.Rewind()
	return best, odds
}

// A peeker is a model that likeliestOf can ask.
type peeker interface {
	model.Bitwise
	model.Rewinder
	model.Distribution
}
