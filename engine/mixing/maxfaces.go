package mixing

import (
	"slices"

	"bitlens/engine/model"
)

// Rewind implements model.Rewinder.
func (m *Max) Rewind() {
	m.Journal.Rewind()
	m.predict()
}

// Distribution implements model.Distribution.
func (m *Max) Distribution(p *[256]float64) {
	journal := m.Journal
	m.Journal = model.Journal{} // the walk leaves nothing to undo
	if m.steps == nil {
		m.steps = new([8]maxBefore)
	}
	walk(m, p, 0, 1, 1)
	m.step, m.Journal = nil, journal
}

// keepStep and putBackStep implement walker.
func (m *Max) keepStep(depth int) {
	m.step = &m.steps[depth]
	m.step.keep(m)
}

func (m *Max) putBackStep(depth int) { m.steps[depth].putBack(m) }

// Clone implements model.Cloner.
func (m *Max) Clone() model.Predictor { return m.clone() }

func (m *Max) clone() *Max {
	c := *m
	c.Journal, c.steps, c.step = model.Journal{}, nil, nil
	most := m.lanes.Len()
	c.bench.hashes, c.bench.aims, c.bench.checks = make([]uint64, 0, most), make([]int32, 0, most), make([]byte, 0, most)
	c.bench.keep(&m.bench)
	c.scene, c.table, c.lanes = m.scene.clone(), m.table.clone(), m.lanes.Clone()
	for i := range c.matchers {
		c.matchers[i] = m.matchers[i].clone()
	}
	for i := range c.counts {
		c.counts[i] = slices.Clone(m.counts[i])
	}
	for mode := range c.first {
		c.first[mode] = m.first[mode].Clone()
	}
	c.last, c.x = m.last.Clone(), append(make([]float32, 0, cap(m.x)), m.x...)
	if m.runs != nil {
		c.runs = m.runs.clone()
	}
	c.apms = slices.Clone(m.apms)
	for i := range c.apms {
		c.apms[i] = m.apms[i].clone()
	}
	c.predict()
	return &c
}

// Operations implements model.Counter.
func (m *Max) Operations() int64 { return m.work }

// StateBytes implements model.Sizer. Room for the table to grow is not touched
// yet, and so not held.
func (m *Max) StateBytes() int64 {
	n := len(m.tail.bytes) + len(m.table) + m.lanes.Bytes() + m.first[inBytes].Bytes() + m.first[inCharacters].Bytes() + m.last.Bytes() + m.sequels.bytes() + m.letters.Bytes()
	n += 4 * (len(m.followers.one) + len(m.followers.two))
	for _, k := range m.matchers {
		n += 4 * len(k.table)
	}
	if m.runs != nil {
		n += m.runs.bytes()
	}
	for _, c := range m.counts {
		n += 4 * len(c)
	}
	for _, a := range m.apms {
		n += 2 * len(a.off)
	}
	return int64(n)
}
