package ensemble

import (
	"slices"

	"bitlens/engine/model"
)

// A secondary corrects what was said by what came true when it was said before:
// for each row, at steps of a bit, how far log2 p/(1-p) of what came true is from
// what was said.
type secondary struct {
	found []float32
}

const (
	steps      = 24 // from -11.5 to 11.5 bits
	mapRate    = 0.08
	middleStep = (steps - 1) * 0.5
)

func newSecondary(rows int) secondary { return secondary{make([]float32, rows*steps)} }

func (s secondary) clone() secondary { return secondary{slices.Clone(s.found)} }

// at returns between which steps x lies: the lower, and how far above it.
func at(x float32) (i int, part float32) {
	x = min(max(x+middleStep, 0), steps-1.001)
	i = int(x)
	return i, x - float32(i)
}

// refine returns log2 p/(1-p) in a row where x was said.
func (s secondary) refine(x float32, row int) float32 {
	i, part := at(x)
	f := s.found[row*steps:][:steps]
	return x + float32(f[i]*(1-part)) + float32(f[i+1]*part)
}

// learn moves the steps beside x down the gradient of what the bit cost.
func (s secondary) learn(x float32, row, bit int, j *model.Journal) {
	i, part := at(x)
	f := s.found[row*steps+i:][:2]
	if j.On() {
		low, high := f[0], f[1]
		j.Save(func() { f[0], f[1] = low, high })
	}
	one := float32(squash(s.refine(x, row))) / (1 << 32)
	step := float32((float32(bit) - one) * mapRate)
	f[0] += float32(step * (1 - part))
	f[1] += float32(step * part)
}
