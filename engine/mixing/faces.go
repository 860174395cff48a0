package mixing

import (
	"slices"

	"bitlens/engine/model"
)

// Rewind implements model.Rewinder.
func (m *CM) Rewind() {
	m.Journal.Rewind()
	m.predict()
}

// Distribution implements model.Distribution. It walks the tree of the eight
// bits, undoing each, since a bit teaches the model about the next.
func (m *CM) Distribution(p *[256]float64) {
	journal := m.Journal
	m.Journal = model.Journal{} // the walk leaves nothing to undo
	if m.steps == nil {
		m.steps = new([8]before)
	}
	m.walk(p, 0, 1, 1)
	m.step, m.Journal = nil, journal
}

// walk fills p below the node of the bits that are known, depth of them, whose
// probability is given.
func (m *CM) walk(p *[256]float64, depth, node int, probability float64) {
	one := float64(model.Clamp(m.p)) / (1 << 32)
	for bit, part := range [2]float64{probability * (1 - one), probability * one} {
		child := 2*node + bit
		if child >= 256 {
			p[child-256] = part
			continue
		}
		b := &m.steps[depth]
		b.keep(m)
		m.step = b
		m.Update(bit)
		m.walk(p, depth+1, child, part)
		b.putBack(m)
	}
}

// Clone implements model.Cloner.
func (m *CM) Clone() model.Predictor {
	c := *m
	c.Journal, c.steps, c.step = model.Journal{}, nil, nil
	c.table, c.matcher = m.table.clone(), m.matcher.clone()
	c.past, c.lanes = m.past.clone(), m.lanes.Clone()
	for i := range c.counts {
		c.counts[i] = slices.Clone(m.counts[i])
	}
	c.first, c.last = m.first.Clone(), m.last.Clone()
	for i := range c.apms {
		c.apms[i] = m.apms[i].clone()
	}
	c.predict()
	return &c
}

// StateBytes implements model.Sizer.
func (m *CM) StateBytes() int64 {
	n := len(m.tail.bytes) + cap(m.table) + 4*len(m.matcher.table) + m.lanes.Bytes() + m.first.Bytes() + m.last.Bytes()
	n += 4 * (len(m.counts[0]) + len(m.counts[1]) + len(m.followers.one) + len(m.followers.two))
	for _, a := range m.apms {
		n += 2 * len(a.off)
	}
	return int64(n)
}
