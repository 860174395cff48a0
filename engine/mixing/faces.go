package mixing

import (
	"cmp"
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
		saved := m.Saved()
		m.Update(bit)
		m.walk(p, child, part)
		m.RewindTo(saved)
		m.predict()
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

// Explain implements model.Explainer.
func (m *CM) Explain() model.Explanation {
	e := model.Explanation{SeenAt: -1, Inputs: m.weights()}
	if k := order1 + m.known(); m.history(k) != 0 {
		e.Order = min(m.orderOf(k), int(min(m.total, maxTail)))
	}
	if m.matcher.length > 0 {
		e.Order = int(m.matcher.length)
		e.SeenAt = m.total - int64(m.tail.n-m.matcher.at)
	}
	for i := range uint32(e.Order) {
		e.Context = append(e.Context, m.tail.at(m.tail.n-uint32(e.Order)+i))
	}
	return e
}

// orderOf returns the order of lane k, one of order1 to order6.
func (m *CM) orderOf(k int) int {
	switch {
	case k < order6:
		return k
	case m.words.wide:
		return 5
	}
	return 6
}

// weights returns what each input counts for in the sum that is squashed: the
// weights of the mixers, each times that of its mixer.
func (m *CM) weights() (w []model.Weight) {
	for i := range inputNames {
		var sum float64
		for k := range firstMixers {
			both := m.last.Used(lastByBits)[k] + m.last.Used(lastByMatch)[k]
			sum += float64(m.first.Used(k)[i]) * float64(both) / 2
		}
		w = append(w, model.Weight{Name: m.inputName(i), Weight: sum})
	}
	slices.SortStableFunc(w, func(a, b model.Weight) int { return cmp.Compare(b.Weight, a.Weight) })
	return w
}
