package mixing

import (
	"cmp"
	"slices"

	"bitlens/engine/model"
)

// remember lets the journal save what the next bit will change.
func (m *CM) remember() {
	t, match, n, recent := m.turn, m.matcher.match, m.tail.n, m.tail.recent
	m.Save(func() { m.turn, m.matcher.match, m.tail.n, m.tail.recent = t, match, n, recent })
	for i, h := range m.history {
		m.Save32((*uint32)(&m.maps[i][*h]))
		m.Save8(h)
	}
	if m.expected != nil {
		m.Save32((*uint32)(m.expected))
	}
	for i := range m.mixers {
		m.saveWeights(m.mixers[i].used())
	}
	m.saveWeights(m.final.used())
	for i := range m.apms {
		m.Save16(&m.apms[i].t[m.apms[i].near])
	}
}

func (m *CM) saveWeights(w []int32) {
	var old [inputs]int32
	copy(old[:], w)
	m.Save(func() { copy(w, old[:]) })
}

// rememberSlot saves a slot that is about to serve another context.
func (m *CM) rememberSlot(at int) {
	if m.On() {
		slot := m.table[at : at+slotLen]
		old := [slotLen]byte(slot)
		m.Save(func() { copy(slot, old[:]) })
	}
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
	c.tail, c.table, c.matcher = m.tail.clone(), m.table.clone(), m.matcher.clone()
	c.byte0, c.byte1 = slices.Clone(m.byte0), slices.Clone(m.byte1)
	for i := range c.mixers {
		c.mixers[i] = m.mixers[i].clone()
	}
	c.final = m.final.clone()
	for i := range c.apms {
		c.apms[i] = m.apms[i].clone()
	}
	c.predict()
	return &c
}

// StateBytes implements model.Sizer.
func (m *CM) StateBytes() int64 {
	n := len(m.tail.bytes) + len(m.table) + len(m.byte0) + len(m.byte1) + 4*len(m.matcher.table)
	n += 4 * 256 * len(m.maps)
	for _, x := range m.mixers {
		n += 4 * len(x.weights)
	}
	for _, a := range m.apms {
		n += 2 * len(a.t)
	}
	return int64(n)
}

// Explain implements model.Explainer.
func (m *CM) Explain() model.Explanation {
	e := model.Explanation{SeenAt: -1, Inputs: m.weights()}
	if n := m.known(); n > 0 {
		e.Order = min(n+1, int(min(m.read, maxTail)))
	}
	if m.matcher.length > 0 {
		e.Order = int(m.matcher.length)
		e.SeenAt = m.read - int64(m.tail.n-m.matcher.at)
	}
	for i := range uint32(e.Order) {
		e.Context = append(e.Context, m.tail.at(m.tail.n-uint32(e.Order)+i))
	}
	return e
}

// weights returns what each input counts for in the sum that is squashed: the
// weights of the mixers, each times that of its mixer.
func (m *CM) weights() (w []model.Weight) {
	for i, name := range inputNames {
		var sum float64
		for k := range m.mixers {
			sum += float64(m.mixers[k].used()[i]) * float64(m.final.used()[k]) / (1 << (2 * weightBits))
		}
		w = append(w, model.Weight{Name: name, Weight: sum})
	}
	slices.SortStableFunc(w, func(a, b model.Weight) int { return cmp.Compare(b.Weight, a.Weight) })
	return w
}
