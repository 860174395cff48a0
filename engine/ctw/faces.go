package ctw

import "bitlens/engine/model"

// remember lets the journal save what is not saved as it is written.
func (m *CTW) remember() {
	tree, turn := m.tree, m.turn
	m.Save(func() { m.tree, m.turn = tree, turn })
}

// saveNode and saveCell remember what is about to change.
func (m *CTW) saveNode(i uint32) {
	if m.On() {
		old, nodes := m.nodes[i], m.nodes
		m.Save(func() { nodes[i] = old })
	}
}

func (m *CTW) saveCell(i uint32) {
	if m.On() {
		old, cells := m.cells[i], m.cells
		m.Save(func() { cells[i] = old })
	}
}

// Rewind implements model.Rewinder.
func (m *CTW) Rewind() {
	m.Journal.Rewind()
	m.resume()
}

// Clone implements model.Cloner.
func (m *CTW) Clone() model.Predictor {
	c := *m
	c.Journal = model.Journal{}
	c.tree = m.tree.clone()
	c.resume()
	return &c
}

// StateBytes implements model.Sizer.
func (m *CTW) StateBytes() int64 { return m.bytes() + estimatorBytes }

// Distribution implements model.Distribution. No bit of a byte teaches the
// model about another, so it only looks.
func (m *CTW) Distribution(p *[256]float64) {
	v := m.view
	m.divide(&v, p, 1, 1)
}

// divide fills p below the node of the bits that are known, whose probability
// is given.
func (m *CTW) divide(v *view, p *[256]float64, node int, probability float64) {
	one := float64(model.Clamp(v.mixed[0])) / (1 << 32)
	for bit, part := range [2]float64{probability * (1 - one), probability * one} {
		child := 2*node + bit
		if child >= 256 {
			p[child-256] = part
			continue
		}
		next := *v
		m.move(&next, bit)
		m.divide(&next, p, child, part)
	}
}
