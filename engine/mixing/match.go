package mixing

import (
	"slices"

	"bitlens/engine/model"
)

// A matcher finds the last place where the recent bytes stood before, and
// predicts that what followed there follows again. The longer the agreement,
// the surer: an estimate for each length learns how sure.
type matcher struct {
	match
	table []uint32 // by hash of the last bytes: the offset behind them
	maps  [matchKinds][2]estimate
}

// A match is a place to read on from.
type match struct {
	at     uint32 // offset of the byte that is expected, modulo 2^32
	length uint32 // bytes that agree, 0 for none
}

const (
	minMatch   = 6     // bytes that the hash covers
	leastMatch = 3     // and of which so many must really agree
	mostMatch  = 65535 // where length stays
	lookBack   = 32    // bytes compared when a place is found
	matchKinds = 32

	minPlaces = 1 << 14 // places remembered at first
	maxPlaces = 1 << 22 // and at last: 16 MB
)

func newMatcher() matcher {
	m := matcher{table: make([]uint32, minPlaces)}
	for i := range m.maps {
		m.maps[i] = [2]estimate{even, even}
	}
	return m
}

func (m *matcher) clone() matcher {
	n := *m
	n.table = slices.Clone(m.table)
	return n
}

// full reports whether n bytes of text want more places.
func (m *matcher) full(n int64) bool {
	return n > int64(len(m.table)) && len(m.table) < maxPlaces
}

// place returns where the last bytes of t are remembered.
func (m *matcher) place(t *tail) *uint32 {
	h := t.last(minMatch) * 0x9E3779B97F4A7C15 >> 32
	return &m.table[int(h)&(len(m.table)-1)]
}

// move follows the text, whose last byte has just come.
func (m *matcher) move(t *tail, j *model.Journal) {
	if m.length > 0 && t.at(m.at) == t.at(t.n-1) {
		m.at++
		m.length = min(m.length+1, mostMatch)
	} else {
		m.search(t)
	}
	place := m.place(t)
	j.Save32(place)
	*place = t.n
}

// search looks for the last place where the recent bytes stood.
func (m *matcher) search(t *tail) {
	m.length = 0
	m.at = *m.place(t)
	if t.n-m.at >= uint32(len(t.bytes)) {
		return // what stood there is overwritten
	}
	for m.length < lookBack && m.length < m.at && t.at(m.at-m.length-1) == t.at(t.n-m.length-1) {
		m.length++
	}
	if m.length < leastMatch {
		m.length = 0
	}
}

// kind quantises the length: exactly up to 15, then in steps.
func (m *match) kind() int {
	switch n := int(m.length); {
	case n < 16:
		return n
	case n < 32:
		return 16 + (n-16)/4
	case n < 64:
		return 20 + (n-32)/8
	default:
		return min(24+(n-64)/64, matchKinds-1)
	}
}
