package ppm

import "bitlens/engine/model"

// escape goes to shorter contexts until one knows b, and returns its state and
// context. Bytes that the longer contexts know are ruled out.
//
// The estimates on the way learn only at the end, since two contexts may share
// one, and each must be asked for what it was before the byte.
func (m *PPM) escape(c model.Coder, b byte) (found, at uint32) {
	var escaped [MaxOrder]struct{ see, sum uint32 }
	v := m.sieve
	v.clear()
	at = m.at
	v.close(m.of(at))
	for times := 0; ; times++ {
		at = m.shorter(at)
		kept, sum := v.open(m.of(at))
		see, freq := m.see(at, uint32(len(kept)))
		if freq == 0 || c.Bit(1-v.knows(kept, b), share(freq, sum+freq)) == 0 {
			if freq != 0 {
				m.saveSee(see).hit()
			}
			for _, was := range escaped[:times] {
				m.saveSee(was.see).escaped(was.sum)
			}
			first, _ := m.states(at)
			return first + kept[pick(c, kept, len(kept), sum, b)].link(), at
		}
		v.close(kept)
		escaped[times].see, escaped[times].sum = see, sum+freq
	}
}

// shorter returns the next shorter context that knows more.
func (m *PPM) shorter(at uint32) uint32 {
	n := m.units[at].count()
	for m.units[at].count() == n {
		at = m.units[at].link()
		m.fall++
	}
	return at
}

// see returns the index of the estimate of an escape from context c, of which
// left states are not ruled out, and the frequency it says: 0 where nothing is
// left to escape to.
func (m *PPM) see(c, left uint32) (i, freq uint32) {
	n := m.units[c].count()
	if n == 256 {
		return 0, 0
	}
	i = 16*uint32(statesLeft[uint8(left-1)]) + highBit(m.last)
	i += over(m.units[m.units[c].link()].count()-n, left)
	i += 2 * over(11*n, m.units[c+1].count())
	i += 4 * over(n, 2*left)
	return i, m.secondary.see[i].frequency()
}
