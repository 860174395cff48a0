package mixing

import (
	"slices"

	"bitlens/engine/model"
)

// remember lets the journal save what the next bit will change.
func (m *CM) remember() {
	t, match, past := m.turn, m.matcher.match, m.past.scalars()
	lanes := m.lanes.Undo(m.table, m.node)
	m.Save(func() {
		m.turn, m.matcher.match = t, match
		m.past.restore(past)
		lanes()
	})
	if m.expected != nil {
		m.Save32((*uint32)(m.expected))
	}
	m.Save32((*uint32)(&m.counts[0][m.one]))
	m.Save32((*uint32)(&m.counts[1][m.three]))
	m.Save(m.first.Undo())
	m.Save(m.last.Undo())
	for i := range m.apms {
		m.Save16(&m.apms[i].off[m.apms[i].near])
	}
}

// rememberLine saves a line of which a slot is about to serve another context.
func (m *CM) rememberLine(at int) {
	line := m.table[at : at+lineLen]
	old := [lineLen]byte(line)
	m.Save(func() { copy(line, old[:]) })
}

// Rewind implements model.Rewinder.
func (m *CM) Rewind() {
	m.Journal.Rewind()
	m.predict()
}

// Distribution implements model.Distribution. It walks the tree of the eight
// bits, undoing each, since a bit teaches the model about the next.
func (m *CM) Distribution(p *[256]float64) {
	if !m.On() {
		m.Mark()
		defer m.Forget()
	}
	m.walk(p, 1, 1)
}

// walk fills p below the node of the bits that are known, whose probability
// is given.
func (m *CM) walk(p *[256]float64, node int, probability float64) {
	one := float64(model.Clamp(m.p)) / (1 << 32)
	for bit, part := range [2]float64{probability * (1 - one), probability * one} {
		child := 2*node + bit
		if child >= 256 {
			p[child-256] = part
			continue
		}
		m.try(bit, func() { m.walk(p, child, part) })
	}
}

// Clone implements model.Cloner.
func (m *CM) Clone() model.Predictor {
	c := *m
	c.Journal = model.Journal{}
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
