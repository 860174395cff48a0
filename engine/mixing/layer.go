package mixing

import (
	"slices"

	"bitlens/engine/model"
	"bitlens/engine/num"
)

// A layer is several mixers of the same inputs. Each weighs predictions in the
// logistic domain, p = squash(sum w_i x_i), where x_i is the stretch of
// prediction i; after each bit its weights go down the gradient of what the
// bit cost, w_i += rate x_i (bit - p). A small context of its own selects the
// row of weights that a mixer uses (Mahoney 2005; Mattern 2012).
type layer struct {
	weights []float32
	pace    []float32 // learning rate of each row, which falls with its use
	slowest float32   // and what it falls to
	first   []int32   // row of each mixer
	chosen  []int32   // rows in use
	inputs  int       // a multiple of 8
	y       []float32 // what each mixer says, in nats
	steps   []float32
}

// paceKept is how much of what a learning rate is above the slowest is left
// after each bit.
const paceKept = 0.99

// newLayer returns a layer of mixers that choose among so many rows each. All
// rows start with the same weights and a quick rate.
func newLayer(rows []int, weights []float32, quick, slowest float32) layer {
	l := layer{inputs: len(weights), slowest: slowest}
	all := 0
	for _, n := range rows {
		l.first = append(l.first, int32(all))
		all += n
	}
	l.chosen = slices.Clone(l.first)
	l.weights = slices.Repeat(weights, all)
	l.pace = slices.Repeat([]float32{quick}, all)
	l.y, l.steps = make([]float32, len(rows)), make([]float32, len(rows))
	return l
}

func (l *layer) clone() layer {
	c := *l
	c.weights, c.pace, c.chosen = slices.Clone(l.weights), slices.Clone(l.pace), slices.Clone(l.chosen)
	c.y, c.steps = slices.Clone(l.y), slices.Clone(l.steps)
	return c
}

func (l *layer) bytes() int { return 4 * (len(l.weights) + len(l.pace)) }

// choose selects the row of mixer k.
func (l *layer) choose(k, row int) { l.chosen[k] = l.first[k] + int32(row) }

// used returns the weights that mixer k uses.
func (l *layer) used(k int) []float32 {
	return l.weights[int(l.chosen[k])*l.inputs:][:l.inputs]
}

// remember lets a journal save what the next learn changes.
func (l *layer) remember(j *model.Journal) {
	chosen := slices.Clone(l.chosen)
	var weights, pace []float32
	for k, row := range chosen {
		weights = append(weights, l.used(k)...)
		pace = append(pace, l.pace[row])
	}
	j.Save(func() {
		for k, row := range chosen {
			copy(l.weights[int(row)*l.inputs:][:l.inputs], weights[k*l.inputs:])
			l.pace[row] = pace[k]
		}
	})
}

// mix leaves in y what the mixers make of x.
func (l *layer) mix(x []float32) {
	num.Dots(l.y, x, l.weights, l.chosen)
	for k, y := range l.y {
		l.y[k] = min(max(y, -maxNats), maxNats)
	}
}

// maxNats bounds what a mixer says: beyond it squash does not tell apart.
const maxNats = float32(num.StretchMax) / num.Nat

// learn moves the weights in use, after inputs x and the bit that came.
func (l *layer) learn(x []float32, bit int) {
	for k, row := range l.chosen {
		p := num.Squash(int32(l.y[k] * num.Nat))
		err := float32(int64(bit)<<32-int64(p)) / (1 << 32)
		pace := l.pace[row]
		l.steps[k] = err * pace
		l.pace[row] = l.slowest + float32(paceKept*(pace-l.slowest))
	}
	num.Adapt(l.weights, x, l.steps, l.chosen)
}
