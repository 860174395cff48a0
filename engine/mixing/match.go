package mixing

import (
	"math/bits"
	"slices"

	"bitlens/engine/model"
)

// A matcher finds the last place where the recent bytes stood before, and
// predicts that what followed there follows again. The longer the agreement,
// the surer: an estimate for each length learns how sure.
type matcher struct {
	match
	covers int      // bytes that the hash covers
	least  uint32   // and of which so many must really agree
	table  []uint32 // by hash of the last bytes: the offset behind them
	maps   [matchKinds][2]estimate
}

// A match is a place to read on from.
type match struct {
	at     uint32 // offset of the byte that is expected, modulo 2^32
	length uint32 // bytes that agree, 0 for none
}

const (
	minMatch   = 6     // bytes that cm looks for
	leastMatch = 3     // and of which so many must really agree
	mostMatch  = 65535 // where length stays
	lookBack   = 32    // bytes compared when a place is found
	matchKinds = 32

	minPlaces = 1 << 14 // places remembered at first
	maxPlaces = 1 << 22 // and at last: 16 MB
)

func newMatcher(covers int, least uint32) matcher {
	m := matcher{covers: covers, least: least, table: make([]uint32, minPlaces)}
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
	h := t.hash(m.covers) * golden >> 32
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
	if m.length < m.least {
		m.length = 0
	}
}

// expect returns the estimate of the next bit, behind a match and the bits that
// are known, or nil if there is none or it has failed in this byte.
func (m *matcher) expect(t *tail, partial int) *estimate {
	if m.length == 0 {
		return nil
	}
	b := int(t.at(m.at)) | 256
	left := 9 - bits.Len(uint(partial)) // bits of this byte to come
	if b>>left != partial {
		return nil
	}
	return &m.maps[m.kind()][b>>(left-1)&1]
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

// expects returns the byte that is expected, 256 more, and 512 times the kind
// of length; 0 for nothing.
func (m *matcher) expects(t *tail) uint64 {
	if m.length == 0 {
		return 0
	}
	return uint64(t.at(m.at)) | 256 | uint64(m.kind())<<9
}
