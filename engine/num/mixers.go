package num

import "slices"

// Mixers weigh the same inputs, each in its own way: in the logistic domain, p
// = squash(sum of w_i x_i), where x_i is the stretch of prediction i. After
// each bit the weights go down the gradient of what the bit cost, w_i += rate
// x_i (bit - p). A small context of its own selects the row of weights that a
// mixer uses (Mahoney 2005; Mattern 2012). The rate is that of the row, and
// falls with its use, or that of the weight, and falls as its gradients add up.
//
// Sums of float32 depend on their order: eight run side by side, and are then
// added in pairs. Products are rounded before they are added. Kernels and
// plain Go therefore give the same bits.
type Mixers struct {
	Y       []float32 // what each mixer says, in nats; a multiple of 8, what is over stays 0
	weights []float32
	rates   []float32 // of learning, one a row, which falls with its use; or nil
	squares []float32 // of all gradients, one sum a weight; or nil
	slowest float32   // what a rate falls to, or the rate where a sum is 1
	first   []int32   // row of each mixer, and behind the last
	chosen  []int32   // rows in use
	inputs  int       // a multiple of 8
}

const (
	// rateKept is how much of what a learning rate is above the slowest is
	// left after each bit.
	rateKept = 0.99
	// smallError is the error of a mixer that it does not learn from: what is
	// well known would only wear out what was learned from the rest.
	smallError = 0.005
	// maxNats bounds what a mixer says: squash does not tell apart beyond.
	maxNats = float32(StretchMax) / Nat
)

// NewMixers returns mixers that choose among so many rows each. All rows start
// with the same weights, a multiple of 8, and a quick rate.
func NewMixers(rows []int, weights []float32, quick, slowest float32) Mixers {
	if len(weights)%8 != 0 {
		panic("num: inputs of mixers come in eights")
	}
	m := Mixers{inputs: len(weights), slowest: slowest}
	all := 0
	for _, n := range rows {
		m.first = append(m.first, int32(all))
		all += n
	}
	m.chosen = slices.Clone(m.first)
	m.first = append(m.first, int32(all))
	m.weights = slices.Repeat(weights, all)
	m.rates = slices.Repeat([]float32{quick}, all)
	m.Y = make([]float32, (len(rows)+7)/8*8)
	return m
}

// NewAdaptiveMixers returns mixers that choose among so many rows each, as
// [NewMixers] does, in which each weight learns at a rate of its own: the given
// one over the root of the sum of its squared gradients, which starts at first.
// An input that seldom says anything then still learns quickly when it does, so
// that many inputs disturb each other less (AdaGrad: Duchi, Hazan and Singer
// 2011).
func NewAdaptiveMixers(rows []int, weights []float32, rate, first float32) Mixers {
	m := NewMixers(rows, weights, 0, rate)
	m.rates, m.squares = nil, slices.Repeat([]float32{first}, len(m.weights))
	return m
}

// Clone returns a copy.
func (m *Mixers) Clone() Mixers {
	c := *m
	c.weights, c.rates, c.squares = slices.Clone(m.weights), slices.Clone(m.rates), slices.Clone(m.squares)
	c.chosen, c.Y = slices.Clone(m.chosen), slices.Clone(m.Y)
	return c
}

// Bytes returns the memory that the mixers occupy.
func (m *Mixers) Bytes() int { return 4 * (len(m.weights) + len(m.rates) + len(m.squares)) }

// Choose selects the row of mixer k, one of its own.
func (m *Mixers) Choose(k, row int) {
	r := m.first[k] + int32(row)
	if row < 0 || r >= m.first[k+1] {
		panic("num: a mixer has no such row")
	}
	m.chosen[k] = r
}

// Used returns the weights that mixer k uses.
func (m *Mixers) Used(k int) []float32 { return m.row(m.chosen[k]) }

func (m *Mixers) row(r int32) []float32 { return m.weights[int(r)*m.inputs:][:m.inputs] }

func (m *Mixers) squaresOf(r int32) []float32 { return m.squares[int(r)*m.inputs:][:m.inputs] }

// Mix leaves in Y what the mixers make of x.
func (m *Mixers) Mix(x []float32) { mix(m, x[:m.inputs]) }

func mixPlain(m *Mixers, x []float32) {
	for k, r := range m.chosen {
		w := m.row(r)
		var s [8]float32
		for i := 0; i+8 <= len(x); i += 8 {
			v, u := (*[8]float32)(x[i:]), (*[8]float32)(w[i:])
			for l := range s {
				s[l] += float32(v[l] * u[l])
			}
		}
		y := ((s[0] + s[1]) + (s[2] + s[3])) + ((s[4] + s[5]) + (s[6] + s[7]))
		m.Y[k] = min(max(y, -maxNats), maxNats)
	}
}

// Learn tells the mixers the bit that came after inputs x.
func (m *Mixers) Learn(x []float32, bit int) {
	if m.squares != nil {
		adapt(m, x[:m.inputs], float32(bit))
	} else {
		learn(m, x[:m.inputs], float32(bit))
	}
}

// err returns what mixer k missed a bit by, 0 if that is little.
func (m *Mixers) err(k int, bit float32) float32 {
	err := bit - squashes[int32(m.Y[k]*Nat)+StretchMax]
	if err < smallError && err > -smallError {
		return 0
	}
	return err
}

func learnPlain(m *Mixers, x []float32, bit float32) {
	for k, r := range m.chosen {
		err := m.err(k, bit)
		if err == 0 {
			continue
		}
		rate := m.rates[r]
		m.rates[r] = m.slowest + float32(rateKept*(rate-m.slowest))
		w, step := m.row(r), err*rate
		for i := range w {
			w[i] += float32(x[i] * step)
		}
	}
}

func adaptPlain(m *Mixers, x []float32, bit float32) {
	for k, r := range m.chosen {
		err := m.err(k, bit)
		if err == 0 {
			continue
		}
		w, sums := m.row(r), m.squaresOf(r)
		for i := range w {
			slope := x[i] * err
			sums[i] += float32(slope * slope)
			w[i] += float32(m.slowest*slope) / root(sums[i])
		}
	}
}

// squashes is Squash as a probability.
var squashes = func() (t [2*StretchMax + 1]float32) {
	for i, p := range squashTable {
		t[i] = float32(p) / (1 << 32)
	}
	return t
}()
