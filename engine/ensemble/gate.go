package ensemble

import (
	"slices"

	"bitlens/engine/model"
	"bitlens/engine/num"
)

// An opinion is what all parts say of one decision: log2 p/(1-p) of each, in
// bits, and a constant.
type opinion []float32

// bias is the constant.
const bias = 0.4

// stretch returns log2 p/(1-p), for p times 2^32.
func stretch(p uint32) float32 {
	return float32(num.Log2(uint64(p))-num.Log2(1<<32-uint64(p))) / num.Bit
}

// squash is the inverse, held to what a coder takes.
func squash(x float32) uint32 {
	const most = 22
	return model.Clamp(num.Odds(int32(min(max(x, -most), most) * num.Bit)))
}

// A gate weighs opinions, with a row of weights chosen by what it sees.
type gate struct {
	sees    func(s *sight) int
	weights []float32
	rates   []float32 // of learning, one a row, which fall with its use
}

const (
	firstRate = 0.01
	lastRate  = 0.001
	rateKept  = 0.99
)

func newGate(rows int, start []float32, sees func(s *sight) int) gate {
	return gate{sees: sees, weights: slices.Repeat(start, rows), rates: slices.Repeat([]float32{firstRate}, rows)}
}

func (g *gate) clone() gate {
	return gate{g.sees, slices.Clone(g.weights), slices.Clone(g.rates)}
}

// row returns the weights of a row.
func (g *gate) row(i, n int) []float32 { return g.weights[i*n:][:n] }

// say returns what the gate makes of an opinion.
func (g *gate) say(o opinion, s *sight) float32 {
	y := float32(0)
	for i, w := range g.row(g.sees(s), len(o)) {
		y += float32(w * o[i])
	}
	return y
}

// learn moves the weights down the gradient of what a bit cost.
func (g *gate) learn(o opinion, s *sight, bit int, j *model.Journal) {
	r := g.sees(s)
	row := g.row(r, len(o))
	if j.On() {
		old, rate := slices.Clone(row), g.rates[r]
		j.Save(func() { copy(row, old); g.rates[r] = rate })
	}
	one := float32(squash(g.say(o, s))) / (1 << 32)
	step := float32((float32(bit) - one) * g.rates[r])
	for i, x := range o {
		row[i] += float32(step * x)
	}
	g.rates[r] = lastRate + float32(rateKept*(g.rates[r]-lastRate))
}

// A sight is what gates choose by.
type sight struct {
	node    int
	last    byte
	opinion opinion
}

// gates returns the gates, whose rows all start with these weights.
func gates(start []float32) []gate {
	return []gate{
		newGate(256, start, func(s *sight) int { return s.node }),
		newGate(256, start, func(s *sight) int { return int(s.last) }),
		newGate(4*64, start, func(s *sight) int {
			first, last := s.ends()
			return leaning(first)<<6 | leaning(last)<<7 | sureness(first)<<3 | sureness(last)
		}),
	}
}

// ends returns what the host says and what the last guest does.
func (s *sight) ends() (first, last float32) {
	return s.opinion[0], s.opinion[len(s.opinion)-2]
}

// leaning returns 1 where x is for a 1, else 0.
func leaning(x float32) int {
	if x > 0 {
		return 1
	}
	return 0
}

// sureness returns how far x is from even, in eight steps.
func sureness(x float32) int { return min(int(max(x, -x)), 7) }
