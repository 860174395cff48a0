package ppm

import "bitlens/engine/model"

// A mask holds a 1 for each byte that no longer context has ruled out.
type mask [256]uint8

// allOpen rules nothing out.
var allOpen = func() (k mask) {
	for b := range k {
		k[b] = 1
	}
	return k
}()

// close rules the bytes of states out.
func (k *mask) close(states []unit) {
	for _, s := range states {
		k[s.symbol()] = 0
	}
}

// open fills list with those of states that are not ruled out. It returns how
// many they are, the sum of their frequencies, and 1 if b is one of them, else
// 0. Not all of 256 states may be open.
//
// There is no branch on what is ruled out: it could not be foreseen.
func (k *mask) open(list *[256]unit, states []unit, b byte) (n uint8, sum uint32, knows int) {
	to := list[:]
	for _, s := range states {
		to[n] = s
		is := k[s.symbol()]
		n += is
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
	known := allOpen
	at = m.at
	known.close(m.of(at))
	for i := 0; ; i++ {
		at = m.shorter(at)
		n, sum, knows := known.open(&m.list, m.of(at), b)
		states := m.list[:n]
		see, freq := m.see(at, uint32(n))
		if freq == 0 || c.Bit(1-knows, share(freq, sum+freq)) == 0 {
			if freq != 0 {
				m.saveSee(see).hit()
			}
			for _, was := range escaped[:i] {
				m.saveSee(was.see).escaped(was.sum)
			}
			s := states[pick(c, states, len(states), sum, b)]
			return m.find(at, s.symbol()), at
		}
		known.close(states)
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
