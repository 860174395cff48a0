package ppm

import (
	"fmt"
	"slices"

	"bitlens/engine/model"
)

// Explain implements model.Explainer. Its inputs are the orders.
func (m *PPM) Explain() model.Explanation {
	order := m.orderOf(m.at)
	return model.Explanation{
		Order: order, Context: slices.Clone(m.text[len(m.text)-order:]), SeenAt: m.seenAt(),
		Unit: model.InShares, Inputs: m.shares(),
	}
}

// orderOf returns the number of bytes of context c.
func (m *PPM) orderOf(c uint32) (order int) {
	for ; c != root; c = m.units[c].link() {
		order++
	}
	return order
}

// seenAt returns the place behind the last one where the longest context
// stood, which only a context of one state knows, or -1.
func (m *PPM) seenAt() int64 {
	if m.units[m.at].count() == 1 {
		if next := m.units[m.at+1].link(); next >= textFlag {
			// The text it points to starts behind the byte that is expected.
			return m.read - int64(len(m.text)) + int64(next&^textFlag) - 1
		}
	}
	return -1
}

// shares returns what each order has of the prediction: the probability of
// escaping to it and not beyond, which is that of all bytes that it knows and
// no longer context does. Order 0 is the last: it knows every byte.
func (m *PPM) shares() (w []model.Weight) {
	var p [256]float64
	m.Distribution(&p)
	for c, order := m.at, m.orderOf(m.at); order >= 0; c, order = m.units[c].link(), order-1 {
		share := 0.0
		for _, s := range m.of(c) {
			share += p[s.symbol()]
			p[s.symbol()] = 0 // shorter contexts do not code it
		}
		if share > 0 {
			w = append(w, model.Weight{Name: fmt.Sprintf("order %d", order), Weight: share})
		}
	}
	return model.Largest(w)
}
