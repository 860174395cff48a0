package ppm

import "bitlens/engine/model"

// A mask is the set of bytes that a longer context has ruled out.
type mask [4]uint64

func (k *mask) has(b uint8) bool { return k[b>>6]>>(b&63)&1 != 0 }
func (k *mask) add(b uint8)      { k[b>>6] |= 1 << (b & 63) }

// step codes b, from the longest context down to the one that knows it, and
// learns it.
func (m *PPM) step(c model.Coder, b byte) byte {
	var known mask
	at := m.at
	var found uint32
	if m.contexts[at].n == 1 {
		found = m.codeOne(c, b)
	} else {
		found = m.codeMany(c, b)
	}
	if found == 0 {
		found, at = m.escape(c, b, &known)
	}
	b = m.states[found].symbol
	m.text = append(m.text, b)
	m.learn(at, found, known != mask{})
	m.last = b
	return b
}

// share returns the part freq of all as a probability times 2^32.
func share(freq, all uint32) uint32 {
	return uint32(min(uint64(freq)<<32/uint64(all), 1<<32-1))
}

func hit(s *state, b byte) int {
	if s.symbol == b {
		return 1
	}
	return 0
}

// bin returns the estimate for a context of one state s.
func (m *PPM) bin(c *context, s *state) *uint16 {
	k := int(m.success) + int(statesShorter[m.contexts[c.shorter].n-1]) +
		int(highBit(m.last)) + int(2*highBit(s.symbol)) + m.run>>26&0x20
	return &m.secondary.bin[s.freq-1][k]
}

// highBit is 8 for bytes that are letters or beyond ASCII, else 0.
func highBit(b uint8) uint8 {
	if b >= 0x40 {
		return 8
	}
	return 0
}

// codeOne codes in a context of one state. It returns 0 for an escape.
func (m *PPM) codeOne(c model.Coder, b byte) (found uint32) {
	x := &m.contexts[m.at]
	s := &m.states[x.states]
	p := m.bin(x, s)
	bit := c.Bit(hit(s, b), uint32(*p)<<(32-binBits))
	m.Save16(p)
	learnBin(p, bit == 1)
	m.success = uint8(bit)
	if bit == 0 {
		m.second = escapeStart[*p>>(binBits-4)]
		return 0
	}
	m.saveState(x.states)
	if s.freq < 128 {
		s.freq++
	}
	m.run++
	return x.states
}

// codeMany codes in a context of several states. It returns 0 for an escape.
func (m *PPM) codeMany(c model.Coder, b byte) (found uint32) {
	x := &m.contexts[m.at]
	left := uint32(x.sum)
	for i := range uint32(x.n) {
		s := &m.states[x.states+i]
		if x.n == 256 && i == 255 {
			return x.states + i // the only byte left
		}
		if c.Bit(hit(s, b), share(uint32(s.freq), left)) == 1 {
			return x.states + i
		}
		left -= uint32(s.freq)
	}
	m.success = 0
	return 0
}
