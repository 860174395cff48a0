package ppm

import "bitlens/engine/model"

// A mask holds a 1 for each byte that a longer context has ruled out.
type mask [256]uint8

// add rules the bytes of states out.
func (k *mask) add(states []unit) {
	for _, s := range states {
		k[s.symbol()] = 1
	}
}

// open fills list with the states from first on that are not ruled out; their
// links become where they stand. It returns how many they are, the sum of
// their frequencies, and 1 if b is one of them, else 0.
//
// There is no branch on what is ruled out: it could not be foreseen.
func (k *mask) open(list *[256]unit, states []unit, first uint32, b byte) (n int, sum uint32, knows int) {
	for i, s := range states {
		list[uint8(n)] = s.to(first + uint32(i))
		is := 1 ^ k[s.symbol()]
		n += int(is)
		sum += s.freq() * uint32(is)
		knows |= hit(s, b)
	}
	return n, sum, knows
}

// escape goes to shorter contexts until one knows b, and returns its state and
// context. Bytes that the longer contexts know are ruled out.
//
// The estimates on the way learn only at the end, since two contexts may share
// one, and each must be asked for what it was before the byte.
func (m *PPM) escape(c model.Coder, b byte) (found, at uint32) {
	var escaped [MaxOrder]struct{ see, sum uint32 }
	var known mask
	at = m.at
	known.add(m.of(at))
	for i := 0; ; i++ {
		at = m.shorter(at)
		first, all := m.states(at)
		m.touch(m.units[at].link())
		n, sum, knows := known.open(&m.list, m.units[first:][:all], first, b)
		states := m.list[:n]
		see, freq := m.see(at, uint32(n))
		if freq == 0 || c.Bit(1-knows, share(freq, sum+freq)) == 0 {
			if freq != 0 {
				m.saveSee(see).hit()
			}
			for _, was := range escaped[:i] {
				m.saveSee(was.see).escaped(was.sum)
			}
			return states[pick(c, states, n, sum, b)].link(), at
		}
		known.add(states)
		escaped[i].see, escaped[i].sum = see, sum+freq
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
	if left < m.units[m.units[c].link()].count()-n {
		i++
	}
	if m.units[c+1].count() < 11*n {
		i += 2
	}
	if n > 2*left {
		i += 4
	}
	return i, m.secondary.see[i].frequency()
}
