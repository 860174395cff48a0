package ppm

import "bitlens/engine/model"

// Distribution implements model.Distribution. It takes the decisions of step
// without coding them.
func (m *PPM) Distribution(p *[256]float64) {
	at := m.at
	left := 1.0
	if head := &m.units[at]; head.count() == 1 {
		s := m.units[at+1].unit()
		one := probability(uint32(*m.bin(m.circumstances(head.link()), s)) << (32 - binBits))
		p[s.symbol()], left = one, 1-one
	} else {
		states := m.of(at)
		q := make([]float64, min(len(states)+1, 256))
		divide(q, states, m.units[at+1].count(), left)
		for i := range states {
			p[states[i].symbol()] = q[i]
		}
		left = q[len(q)-1]
	}
	m.escapes(p, at, left)
}

// escapes divides left among the bytes that the context at does not know.
func (m *PPM) escapes(p *[256]float64, at uint32, left float64) {
	var q [256]float64
	v := m.sieve
	v.clear()
	for v.close(m.of(at)); m.units[at].count() < 256; v.close(m.of(at)) {
		for n := m.units[at].count(); m.units[at].count() == n; {
			at = m.units[at].link()
		}
		kept, sum := v.open(m.of(at))
		rest, escaped := left, 0.0
		if _, freq := m.see(at, uint32(len(kept))); freq != 0 {
			escape := probability(share(freq, sum+freq))
			rest, escaped = left*(1-escape), left*escape
		}
		divide(q[:len(kept)], kept, sum, rest)
		for i := range kept {
			p[kept[i].symbol()] = q[i]
		}
		left = escaped
	}
}

// probability is what a coder makes of p.
func probability(p uint32) float64 { return float64(model.Clamp(p)) / (1 << 32) }

// divide fills q with the parts of left that the items of s have in pick.
func divide(q []float64, s []packed, sum uint32, left float64) {
	if len(q) == 1 {
		q[0] = left
		return
	}
	n, part, _ := half(s[:len(q)-1], sum, 0)
	one := probability(share(part, sum))
	divide(q[:n], s, part, left*one)
	divide(q[n:], s[n:], sum-part, left*(1-one))
}
