package ctw

import (
	"math/bits"

	"bitlens/engine/model"
)

const (
	// MaxDepth bounds the longest context, in bytes.
	MaxDepth = 16
	half     = 1 << 31 // a probability of 1/2
)

// A turn is where the model stands between two bits.
type turn struct {
	partial int                  // the bits of this byte that are known, after a 1
	path    [MaxDepth + 1]uint32 // the contexts of this byte, by depth
	depth   int                  // of the longest in path
	last    [MaxDepth]byte       // the bytes read, the latest first
	read    int64                // how many in all
}

// A CTW predicts by context-tree weighting.
type CTW struct {
	model.Journal
	tree
	turn
	*estimator
	longest int   // depth of the longest contexts
	limit   int64 // bytes

	// What follows from these.
	view   view
	deltas deltas
}

// New returns a model with contexts of up to depth bytes, that takes at most
// memory megabytes. Its estimator takes each outcome for seen alpha/64 times
// before it was.
func New(depth, memory, alpha int) *CTW {
	return fresh(depth, int64(memory)<<20, newEstimator(alpha))
}

func fresh(longest int, limit int64, e *estimator) *CTW {
	m := &CTW{tree: newTree(), turn: turn{partial: 1}, estimator: e, longest: longest, limit: limit}
	m.find()
	m.resume()
	return m
}

// Code implements model.Predictor.
func (m *CTW) Code(c model.Coder, b byte) byte {
	out := 1
	for shift := 7; shift >= 0; shift-- {
		bit := c.Bit(int(b>>shift&1), m.P())
		m.Update(bit)
		out = out<<1 | bit
	}
	return byte(out)
}

// P implements model.Bitwise.
func (m *CTW) P() uint32 { return m.view.mixed[0] }

// Update implements model.Bitwise.
func (m *CTW) Update(bit int) {
	if m.On() {
		m.remember()
	}
	m.judge(bit)
	m.partial = m.partial<<1 | bit
	if m.partial < 256 {
		m.move(&m.view, bit)
		return
	}
	m.take(byte(m.partial))
	m.resume()
}

// take learns a byte that is complete, and goes to the next one.
func (m *CTW) take(b byte) {
	place := uint32(len(m.text))
	for d, n := range m.path[:m.depth+1] {
		m.learn(n, d, b)
		m.nodes[n].seen = place
	}
	if end := m.path[m.depth]; m.nodes[end].inner {
		m.add(node{cell: cell{n: 1, symbol: b, end: 8}, parent: end, seen: place, key: m.last[m.depth]})
	}
	m.text = append(m.text, b)
	copy(m.last[1:], m.last[:])
	m.last[0] = b
	m.read++
	m.partial = 1
	if !m.reserve() {
		m.renew()
	}
	m.find()
}

// resume looks anew at what the contexts say, after the bits that are known.
func (m *CTW) resume() {
	m.begin(&m.view)
	for known := bits.Len(uint(m.partial)) - 1; known > 0; known-- {
		bit := m.partial >> (known - 1) & 1
		m.judge(bit)
		m.move(&m.view, bit)
	}
}
