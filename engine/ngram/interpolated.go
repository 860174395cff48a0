package ngram

import (
	"fmt"

	"bitlens/engine/model"
)

// mass is the sum of all weights. A context hands out a part of it and leaves
// the rest to the next shorter one.
const mass = 1 << 31

// Interpolated mixes the counts of all orders up to its own.
type Interpolated struct {
	trie
	discount bool // Kneser and Ney; else Witten and Bell
}

// NewWittenBell returns a mixture of the orders up to order by escape method C.
func NewWittenBell(order int) *Interpolated {
	return &Interpolated{trie: newTrie(order)}
}

// NewKneserNey returns interpolated Kneser-Ney smoothing of the given order.
func NewKneserNey(order int) *Interpolated {
	return &Interpolated{trie: newTrie(order), discount: true}
}

// Code implements model.Predictor.
func (m *Interpolated) Code(c model.Coder, b byte) byte {
	var t model.Tree
	m.weigh(&t)
	b = t.Code(c, b)
	m.learn(b, m.discount)
	return b
}

// weigh fills t with the weights of the next byte, and returns how much of
// them each order has handed out.
func (m *Interpolated) weigh(t *model.Tree) (given [MaxOrder + 1]uint64) {
	left := uint64(mass)
	for k := m.order; k >= 0; k-- {
		if n := m.at[k]; n != 0 && m.nodes[n].child != 0 {
			given[k] = m.share(t, k, left)
			left -= given[k]
		}
	}
	for b := range 256 {
		t[model.Leaf+b] += uint32(left/256) + 1
	}
	t.Sum()
	return given
}

// share hands out what the context of order k may take of left, and returns
// how much that is.
func (m *Interpolated) share(t *model.Tree, k int, left uint64) (given uint64) {
	var n, d uint64
	for i := m.nodes[m.at[k]].child; i != 0; i = m.nodes[i].link >> 8 {
		n += uint64(m.nodes[i].count)
		d++
	}
	if n == 0 {
		return 0
	}
	scale, less, all := uint64(1), uint64(0), n+d
	if m.discount {
		scale, less, all = discountUnit, m.discounted(k), n*discountUnit
	}
	// What one unit of a count is worth, in 2^-32: count*scale <= all, so
	// the product below stays under 2^63.
	unit := left << 32 / all
	for i := m.nodes[m.at[k]].child; i != 0; i = m.nodes[i].link >> 8 {
		count := uint64(m.nodes[i].count) * scale
		w := unit * (count - min(less, count)) >> 32
		t[model.Leaf+int(m.nodes[i].link&0xff)] += uint32(w)
		given += w
	}
	return given
}

// discountUnit is 1 in the units of a discount.
const discountUnit = 256

// discounted returns how much of each count the contexts of order k leave
// over: once / (once + 2 twice), the estimate of Ney, Essen and Kneser (1994)
// from how many counts are 1 and 2. Before anything was seen twice, 3/4.
func (m *Interpolated) discounted(k int) uint64 {
	once, twice := uint64(m.once[k]), uint64(m.twice[k])
	if once == 0 || twice == 0 {
		return discountUnit * 3 / 4
	}
	return max(1, discountUnit*once/(once+2*twice))
}

// Distribution implements model.Distribution.
func (m *Interpolated) Distribution(p *[256]float64) {
	var t model.Tree
	m.weigh(&t)
	t.Distribution(p)
}

// Explain implements model.Explainer. Its inputs are the orders, and what is
// left over from all of them, which every byte gets alike.
func (m *Interpolated) Explain() model.Explanation {
	var t model.Tree
	given := m.weigh(&t)
	e := m.context()
	e.Unit = model.InShares
	all, rest := float64(t[1]), 1.0
	for k := m.order; k >= 0; k-- {
		if given[k] > 0 {
			share := float64(given[k]) / all
			e.Inputs = append(e.Inputs, model.Weight{Name: fmt.Sprintf("order %d", k), Weight: share})
			rest -= share
		}
	}
	e.Inputs = model.Largest(append(e.Inputs, model.Weight{Name: uniform, Weight: max(rest, 0)}))
	return e
}

// Clone implements model.Cloner.
func (m *Interpolated) Clone() model.Predictor {
	return &Interpolated{trie: m.clone(), discount: m.discount}
}
