package ppm

import (
	"slices"

	"bitlens/engine/model"
)

// Distribution implements model.Distribution. It takes the decisions of step
// without coding them.
func (m *PPM) Distribution(p *[256]float64) {
	var known mask
	at, left := m.at, 1.0
	x := &m.contexts[at]
	if x.n == 1 {
		s := &m.states[x.states]
		left = split(p, s.symbol, left, uint32(*m.bin(x, s))<<(32-binBits))
	} else {
		left = m.divide(p, x, left, uint32(x.sum), &known)
	}
	for x.n < 256 {
		n := x.n
		for _, s := range m.of(x) {
			known.add(s.symbol)
		}
		for x.n == n {
			x = &m.contexts[x.shorter]
		}
		rest, escaped := left, 0.0
		e, sum, _ := m.look(x, n, 0, &known)
		if e != nil {
			escape := probability(share(e.frequency(), sum))
			rest, escaped = left*(1-escape), left*escape
			sum -= e.frequency()
		}
		m.divide(p, x, rest, sum, &known)
		left = escaped
	}
}

// probability is what a coder makes of p.
func probability(p uint32) float64 { return float64(model.Clamp(p)) / (1 << 32) }

// split gives byte b its part of left, and returns the rest.
func split(p *[256]float64, b byte, left float64, hit uint32) float64 {
	one := probability(hit)
	p[b] = left * one
	return left * (1 - one)
}

// divide gives the states of x their parts of left, out of frequencies that
// add up to sum, and returns the rest.
func (m *PPM) divide(p *[256]float64, x *context, left float64, sum uint32, known *mask) float64 {
	for i, s := range m.of(x) {
		if known.has(s.symbol) {
			continue
		}
		if f := uint32(s.freq); f == sum || x.n == 256 && i == 255 {
			p[s.symbol] = left
			left = 0
		} else {
			left = split(p, s.symbol, left, share(f, sum))
			sum -= f
		}
	}
	return left
}

// Explain implements model.Explainer.
func (m *PPM) Explain() model.Explanation {
	order := -1
	for c := m.at; c != 0; c = m.contexts[c].shorter {
		order++
	}
	e := model.Explanation{Order: order, Context: slices.Clone(m.text[len(m.text)-order:]), SeenAt: -1}
	if x := &m.contexts[m.at]; x.n == 1 {
		if next := m.states[x.states].next; next >= textFlag {
			// The text it points to starts behind the byte that is expected.
			e.SeenAt = m.read - int64(len(m.text)) + int64(next&^textFlag) - 1
		}
	}
	return e
}
