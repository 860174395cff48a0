package letters

// longest is the number of bytes of the longest character.
const longest = 4

// A reading is the character that is being read, and what it may become.
type reading struct {
	part       uint32  // its bytes, the first uppermost
	read       int     // how many there are
	block      int32   // of the alphabet, or -1 where no letter begins so
	zero       float32 // what a count in order 0 is worth
	fresh      float32 // of characters that were never seen and begin so
	candidates []candidate
	tree       [512]float32 // of the next byte: node n is the sum of 2n and 2n+1

	// Found is the number of characters of the longest context that was seen
	// before.
	Found int
	Guess
}

// A candidate is a character that begins with what was read, and its part of
// the probability. One may stand there several times.
type candidate struct {
	bytes uint32
	mass  float32
}

// A Guess is the likeliest character and the next one, their first bytes
// uppermost, 0 for none, and how likely the first is, in sixteenths.
type Guess struct {
	First, Second uint32
	Sure          int
}

// begin finds what the next character may be.
func (m *Model) begin() {
	m.part, m.read, m.block = 0, 0, 0
	m.candidates, m.Found = m.candidates[:0], 0
	left := float32(1)
	for k := Orders; k > 0; k-- {
		c := m.contexts.find(m.hash(k))
		if c.size == 0 {
			continue
		}
		m.Found = max(m.Found, k)
		s := m.weights.share(k, c)
		m.suggest(c, &s, left)
		left *= s.passed
	}
	m.zero, m.fresh = 0, left
	if zero := &m.alphabet.zero; zero.size > 0 {
		s := m.weights.share(0, zero)
		m.zero, m.fresh = left*s.own, left*s.passed
	}
	m.boost()
	m.spread()
}

// suggest makes candidates of the followers of c, which has so much to give.
func (m *Model) suggest(c *context, s *share, left float32) {
	own := left * s.own
	for _, f := range m.contexts.followers(c) {
		mass := float32(own * discounted(uint32(f.count)))
		if f.letter == c.last {
			mass += float32(left * s.last)
		}
		m.candidates = append(m.candidates, candidate{uint32(f.letter), mass})
	}
}

// hash returns the hash of the last k characters.
func (m *Model) hash(k int) uint32 {
	h := uint64(k)
	for _, l := range m.before[:k] {
		h = (h + uint64(l) + 1) * 0x9E3779B97F4A7C15
		h ^= h >> 29
	}
	return uint32(h>>32) | 1
}

// narrow leaves what goes on with b.
func (m *Model) narrow(b byte) {
	i := m.read - 1
	m.follow(b, i)
	n := 0
	for _, c := range m.candidates {
		if byteAt(c.bytes, i) == b {
			m.candidates[n] = c
			n++
		}
	}
	m.candidates = m.candidates[:n]
}
