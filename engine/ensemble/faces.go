package ensemble

import (
	"slices"

	"bitlens/engine/model"
)

// Mark implements model.Rewinder.
func (m *Mix) Mark() {
	m.Journal.Mark()
	m.host.Mark()
	for _, g := range m.guests {
		g.Mark()
	}
}

// Rewind implements model.Rewinder.
func (m *Mix) Rewind() {
	m.Journal.Rewind()
	for _, g := range m.guests {
		g.Rewind()
		g.begin()
	}
	m.host.Rewind() // which asks the guests
	m.begin()
}

// Forget implements model.Rewinder.
func (m *Mix) Forget() {
	m.Journal.Forget()
	m.host.Forget()
	for _, g := range m.guests {
		g.Forget()
	}
}

// Clone implements model.Cloner.
func (m *Mix) Clone() model.Predictor {
	c := *m
	c.Journal = model.Journal{}
	c.guests, c.gates = nil, nil
	for _, g := range m.guests {
		c.guests = append(c.guests, g.clone())
	}
	c.host = m.host.CloneWith(known(c.guests)...)
	for i := range m.gates {
		c.gates = append(c.gates, m.gates[i].clone())
	}
	for i := range m.maps {
		c.maps[i] = m.maps[i].clone()
	}
	for i := range m.said {
		c.said[i] = slices.Clone(m.said[i])
	}
	c.begin()
	return &c
}

// StateBytes implements model.Sizer.
func (m *Mix) StateBytes() int64 {
	n := m.host.StateBytes()
	for _, g := range m.guests {
		n += g.StateBytes()
	}
	for _, g := range m.gates {
		n += int64(4 * (len(g.weights) + len(g.rates)))
	}
	for _, s := range m.maps {
		n += int64(4 * len(s.found))
	}
	return n
}

// Operations implements model.Counter: those of the host, of the guests that
// count them, and its own.
func (m *Mix) Operations() int64 {
	n := m.work + m.host.Operations()
	for _, g := range m.guests {
		if c, ok := g.whole.(model.Counter); ok {
			n += c.Operations()
		}
	}
	return n
}

// Distribution implements model.Distribution.
func (m *Mix) Distribution(p *[256]float64) {
	sight := m.sight
	m.divide(p, m.trees())
	m.sight = sight
}

// divide fills p with what is made of these trees.
func (m *Mix) divide(p *[256]float64, trees []sums) {
	var q sums
	q[1] = 1
	for n := 1; n < 256; n++ {
		one := float64(m.ask(trees, n)) / (1 << 32)
		q[2*n], q[2*n+1] = q[n]*(1-one), q[n]*one
	}
	copy(p[:], q[256:])
}

// trees returns what the host and each guest expect of the next byte.
func (m *Mix) trees() []sums {
	trees := make([]sums, len(m.guests)+1)
	trees[0].fill(m.host)
	for i, g := range m.guests {
		trees[i+1] = g.prospect().sums
	}
	return trees
}

// ask returns the probability of a 1, times 2^32, at a node of these trees, which
// is then in sight.
func (m *Mix) ask(trees []sums, node int) uint32 {
	o := make(opinion, len(trees)+1)
	for i := range trees {
		o[i] = stretch(trees[i].p(node))
	}
	m.sight.node = node
	return m.weigh(o)
}
