package ppm

import "bitlens/engine/model"

// step codes b, from the longest context down to the one that knows it, and
// learns it.
func (m *PPM) step(c model.Coder, b byte) byte {
	m.reserve()
	at := m.at
	var found uint32
	if m.units[at].count() == 1 {
		found = m.codeOne(c, b)
	} else if found = m.codeMany(c, b); found != 0 {
		found = m.count(at, found)
	}
	if found == 0 {
		found, at = m.escape(c, b)
		found = m.countMasked(at, found)
	}
	s := m.units[found].unit()
	m.text = append(m.text, s.symbol())
	if next := s.link(); m.fall == 0 && next-1 < textFlag-1 { // a context
		m.at = next
	} else {
		m.extend(at, found)
	}
	m.last = s.symbol()
	return s.symbol()
}

// share returns the part freq of all as a probability times 2^32.
func share(freq, all uint32) uint32 {
	return uint32(min(uint64(freq)<<32/uint64(all), 1<<32-1))
}

// hit is 1 if a is b, else 0.
func hit(a, b byte) int {
	if a == b {
		return 1
	}
	return 0
}

// bin returns the estimate for a context of the one state s in circumstances k.
func (m *PPM) bin(k uint32, s unit) *uint16 {
	return &m.secondary.bin[(s.freq()-1)&127][(k+2*highBit(s.symbol()))&63]
}

// circumstances says what there is to say, beside its state, of a context that
// goes on to shorter.
func (m *PPM) circumstances(shorter uint32) uint32 {
	n := m.units[shorter].count()
	return uint32(m.success) + uint32(statesShorter[uint8(n-1)]) + highBit(m.last) + uint32(m.run>>31)&32
}

// highBit is 8 for bytes that are letters or beyond ASCII, else 0.
func highBit(b uint8) uint32 { return uint32((b>>4 | b>>3) & 8) }

// codeOne codes in a context of one state. It returns 0 for an escape.
func (m *PPM) codeOne(c model.Coder, b byte) (found uint32) {
	found = m.at + 1
	s := m.units[found].unit()
	p := m.bin(m.circumstances(m.units[m.at].link()), s)
	bit := c.Bit(hit(s.symbol(), b), uint32(*p)<<(32-binBits))
	if m.On() {
		m.keepBin(p)
	}
	learnBin(p, bit)
	m.success = uint8(bit)
	if bit == 0 {
		m.second = escapeStart[*p>>(binBits-4)&15]
		return 0
	}
	if s.freq() < 128 {
		m.own(found).hit(1)
	}
	m.run++
	return found
}

// codeMany codes in a context of several states. It returns 0 for an escape.
func (m *PPM) codeMany(c model.Coder, b byte) (found uint32) {
	states := m.of(m.at)
	items := min(len(states)+1, 256) // one is the escape, unless all bytes are known
	i := pick(c, states, items, m.units[m.at+1].count(), b)
	if i == len(states) {
		m.success = 0
		return 0
	}
	return m.units[m.at+1].link() + uint32(i)
}

// pick codes which of the first items of s it is that holds b. Their
// frequencies add up to sum; the last takes what the others leave, so that an
// escape may stand behind the states. Each decision halves the sum as nearly
// as the order of the states allows, which takes few decisions, most often one.
func pick(c model.Coder, s []packed, items int, sum uint32, b byte) int {
	from, end := 0, items-1 // of the first and the last that it may be
	for from < end {
		n, part, bit := half(s[from:end], sum, b)
		if c.Bit(bit, share(part, sum)) == 1 {
			end, sum = from+n-1, part
		} else {
			from, sum = from+n, sum-part
		}
	}
	return from
}

// half returns the smallest number n of states that have half the sum, or all
// that s has; the part that they have; and 1 if one of them is b, else 0.
//
//go:noinline
func half(s []packed, sum uint32, b byte) (n int, part uint32, bit int) {
	for i := range s {
		part += s[i].freq()
		bit |= hit(s[i].symbol(), b)
		if 2*part >= sum {
			return i + 1, part, bit
		}
	}
	return len(s), part, bit
}
