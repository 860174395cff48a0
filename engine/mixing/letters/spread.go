package letters

import "math"

const (
	anyLead = 0.05 // of a byte with which no character began so far
	again   = 0.01 // of a character that is not new, among the new ones
)

// spread makes the tree of the next byte.
func (m *Model) spread() {
	leaf := (*[256]float32)(m.tree[256:])
	clear(leaf[:])
	if m.block >= 0 {
		m.spreadZero(leaf)
	} else {
		spreadEvenly(leaf, m.fresh)
	}
	i := m.read
	m.Guess = Guess{}
	var first, second float32
	for _, c := range m.candidates {
		leaf[byteAt(c.bytes, i)] += c.mass
		switch {
		case c.mass > first:
			if c.bytes != m.First {
				m.Second, second = m.First, first
			}
			m.First, first = c.bytes, c.mass
		case c.mass > second && c.bytes != m.First:
			m.Second, second = c.bytes, c.mass
		}
	}
	for n := 255; n > 0; n-- {
		m.tree[n] = m.tree[2*n] + m.tree[2*n+1]
	}
	if first > 0 {
		m.Sure = int(min(first/m.tree[1], 1) * 15)
	}
}

// spreadZero adds what the order 0 and new characters are worth.
func (m *Model) spreadZero(leaf *[256]float32) {
	b := &m.alphabet.blocks[m.block]
	low, high, unit := m.unit()
	for i := low; i < high; i++ {
		leaf[i] = float32(m.zero*b[i].mass) + float32(unit*m.freshness(&b[i]))
	}
}

// unit returns between which bytes a new character goes on, and what a
// freshness of 1 is worth there.
func (m *Model) unit() (low, high int, unit float32) {
	if m.read == 0 {
		return 0, 256, m.fresh / (float32(m.alphabet.zero.size) + 256*anyLead)
	}
	return 0x80, 0xC0, m.fresh / 64
}

// freshness returns how likely a new character goes on with e, as compared to
// others.
func (m *Model) freshness(e *entry) float32 {
	switch {
	case m.read == 0:
		return float32(e.letters) + anyLead
	case e.letter != 0:
		return again
	}
	return 1
}

// spreadEvenly spreads what is left over the bytes that continue a character.
func spreadEvenly(leaf *[256]float32, left float32) {
	for i := 0x80; i < 0xC0; i++ {
		leaf[i] = left / 64
	}
}

// follow goes on with b, byte i of a character, in the alphabet.
func (m *Model) follow(b byte, i int) {
	if m.block < 0 {
		m.fresh /= 64
		return
	}
	m.read--
	e := &m.alphabet.blocks[m.block][b]
	_, _, unit := m.unit()
	m.fresh = unit * m.freshness(e)
	m.read++
	if m.block = e.block; m.block == 0 {
		m.block = -1
	}
}

// P returns the probability of a 1, times 2^32, behind the bits of the next byte
// that are known, after a 1; ok is false where nothing that the model knows of
// goes on so.
func (m *Model) P(partial int) (p uint32, ok bool) {
	all := m.tree[partial]
	if all <= 0 {
		return 0, false
	}
	const least = 1.0 / (1 << 20)
	one := min(max(m.tree[2*partial+1]/all, least), 1-least)
	return uint32(math.MaxUint32 & int64(one*(1<<32))), true
}
