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

// Distribution implements model.Distribution.
func (m *CM) Distribution(p *[256]float64) {
	journal := m.Journal
	m.Journal = model.Journal{} // the walk leaves nothing to undo
	if m.steps == nil {
		m.steps = new([8]before)
	}
	walk(m, p, 0, 1, 1)
	m.step, m.Journal = nil, journal
}

// keepStep and putBackStep implement walker.
func (m *CM) keepStep(depth int) {
	m.step = &m.steps[depth]
	m.step.keep(m)
}

func (m *CM) putBackStep(depth int) { m.steps[depth].putBack(m) }

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

// Operations implements model.Counter.
func (m *CM) Operations() int64 {
	return 2 * 8 * m.total * (inputs*firstMixers + firstMixers*lastMixers)
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
