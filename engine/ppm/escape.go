package ppm

import "bitlens/engine/model"

// escape goes to shorter contexts until one knows b, and returns its state and
// context. Bytes that the longer contexts know are ruled out.
//
// The estimates on the way learn only at the end, since two contexts may share
// one, and each must be asked for what it was before the byte.
func (m *PPM) escape(c model.Coder, b byte, known *mask) (found, at uint32) {
	var escaped [MaxOrder]struct {
		see *see
		sum uint32
	}
	at = m.at
	for i := 0; ; i++ {
		x := &m.contexts[at]
		for _, s := range m.of(x) {
			known.add(s.symbol)
		}
		at = m.shorter(at)
		e, sum, knows := m.look(&m.contexts[at], x.n, b, known)
		if e == nil || c.Bit(1-knows, share(e.frequency(), sum)) == 0 {
			if e != nil {
				sum -= e.frequency()
				m.saveSee(e)
				e.hit()
			}
			for _, was := range escaped[:i] {
				m.saveSee(was.see)
				was.see.escaped(was.sum)
			}
			return m.codeRest(c, b, at, sum, known), at
		}
		escaped[i].see, escaped[i].sum = e, sum
	}
}

// shorter returns the next shorter context that knows more.
func (m *PPM) shorter(at uint32) uint32 {
	n := m.contexts[at].n
	for m.contexts[at].n == n {
		at = m.contexts[at].shorter
		m.fall++
	}
	return at
}

// look returns the estimate of an escape from context x, of which n states are
// ruled out, the sum of the frequencies with that of the escape, and 1 if the
// context knows b, else 0.
func (m *PPM) look(x *context, n uint16, b byte, known *mask) (e *see, sum uint32, knows int) {
	for _, s := range m.of(x) {
		if !known.has(s.symbol) {
			sum += uint32(s.freq)
		}
		if s.symbol == b {
			knows = 1
		}
	}
	if e = m.see(x, n); e != nil {
		sum += e.frequency()
	}
	return e, sum, knows
}

// codeRest codes in a context that knows the byte, from the states that are
// not ruled out, whose frequencies add up to left.
func (m *PPM) codeRest(c model.Coder, b byte, at, left uint32, known *mask) (found uint32) {
	x := &m.contexts[at]
	for i := x.states; ; i++ {
		s := &m.states[i]
		if known.has(s.symbol) {
			continue
		}
		f := uint32(s.freq)
		if f == left || c.Bit(hit(s, b), share(f, left)) == 1 {
			return i
		}
		left -= f
	}
}

// see returns the estimate of an escape from context x, of which n states are
// ruled out, or nil where nothing is left to escape to.
func (m *PPM) see(x *context, n uint16) *see {
	if x.n == 256 {
		return nil
	}
	left := x.n - n
	k := int(highBit(m.last))
	if left < m.contexts[x.shorter].n-x.n {
		k++
	}
	if x.sum < 11*x.n {
		k += 2
	}
	if n > left {
		k += 4
	}
	return &m.secondary.see[statesLeft[left-1]][k]
}
