package mixing

import (
	"slices"

	"bitlens/engine/num"
)

// The mixers of the first layer of cm-max, by what selects their weights.
const (
	maxByKnown    = iota // kind of the last byte, and how many orders have seen what this byte begins with
	maxByLast            // last byte, or a hash of the character
	maxBySeen            // how much some contexts have seen, and whether there is a match
	maxByBefore          // the byte before the last, or a hash of that character
	maxByColumn          // column, or what contexts of characters have seen
	maxByBits            // the bits of this byte that are known, and which byte of a character it is
	maxByMatch           // lengths of the matches
	maxByWord            // letters of the word and how much it has seen, or place in phrase
	maxByShape           // kinds of the last bytes
	maxByNesting         // bracket, markup and indentation, or what letters knows
	maxByExpected        // the byte that a match expects
	maxByRoom            // columns that a wrapped line has left, and the first bits of this byte
	maxByUnder           // byte of the field above, or place in phrase
	maxFirstMixers
)

// And those of the last.
const (
	maxLastByBits = iota
	maxLastByMatch
	maxLastByLast
	maxLastMixers
)

const (
	knownOrders = 8 // how many orders from 2 on are known: 0 to 7

	maxStartWeight    = 0.035 // of the first layer's inputs
	letterStartWeight = 0.3
	maxQuickRate      = 0.01
	maxSlowRate       = 0.0015
	maxLastRate       = 0.003
)

// maxRowsOf holds how many rows each mixer of the first layer chooses among.
var maxRowsOf = []int{
	maxByKnown: 8 * knownOrders, maxByLast: 256 + characterRows, maxBySeen: 128, maxByBefore: 256 + characterRows,
	maxByColumn: lastColumn + 1, maxByBits: 3 * 256, maxByMatch: matchKinds * 16, maxByWord: 1024, maxByShape: 4096, maxByNesting: 1024,
	maxByExpected: 512 * 4, maxByRoom: (mostRoom + 1) * 32, maxByUnder: 256,
}

func newMaxFirst(lanes int, with *means) num.Mixers {
	w := make([]float32, planes*lanes+others+with.more(lanes))
	for i := range lanes {
		w[i] = maxStartWeight
	}
	for i := range matchers {
		w[planes*lanes+firstMatch+i] = maxStartWeight
	}
	w[planes*lanes+letterOther] = letterStartWeight
	if len(with.guests) == 0 {
		return num.NewMixers(maxRowsOf, w, maxQuickRate, maxSlowRate)
	}
	for i := range with.guests {
		w[planes*lanes+others+i] = guestStartWeight
	}
	return num.NewAdaptiveMixers(slices.Concat(maxRowsOf, guestRows), w, hostRate, hostSquare)
}

func newMaxLast(first int) num.Mixers {
	w := make([]float32, (first+7)/8*8)
	for i := range first {
		w[i] = 1 / float32(first)
	}
	rows := []int{maxLastByBits: 3 * 256, maxLastByMatch: matchKinds * 8, maxLastByLast: 256}
	return num.NewMixers(rows, w, maxLastRate, maxLastRate)
}

// choose selects the weights of all mixers.
func (m *Max) choose() {
	last := int(byte(m.tail.recent))
	known, match := m.known(), 0
	for i := matchers - 1; i >= 0; i-- {
		if m.matched[i] != nil {
			match = m.matchers[i].kind()
		}
	}
	first := m.mixers()
	bits := m.words.part()<<8 | m.partial
	w, l, n := &m.words, &m.layout, &m.nesting
	first.Choose(maxByKnown, w.class(last)*knownOrders+known)
	first.Choose(maxByBits, bits)
	first.Choose(maxByMatch, match<<4|known<<1|min(int(m.scene.expected[2]), 1))
	first.Choose(maxByExpected, int(m.longest()&511)<<2|min((match+7)/8, 3))
	first.Choose(maxByShape, int(m.shape&0xfff))
	first.Choose(maxByNesting, int(n.inner()>>8&0x60)>>5|int(n.state&3)<<2|int(min(l.indent[0], 7))<<4|int(l.state)<<7&0x180)
	first.Choose(maxByRoom, m.room()<<5|m.inWord()<<4|min(m.partial, 15))
	m.last.Choose(maxLastByBits, bits)
	m.last.Choose(maxLastByMatch, match<<3|known)
	m.last.Choose(maxLastByLast, last)
	if len(m.guests) > 0 {
		m.chooseByGuests(first, m.x[planes*len(m.hashes)+others:], known)
	}
	if m.mode == inCharacters {
		c, k := &m.characters, m.letters
		first.Choose(maxByNesting, (k.Found<<4|k.Sure)<<2|w.part())
		first.Choose(maxBySeen, m.seen(1)|m.seen(2)<<2|m.seen(laneCharacter+1)<<4|min(match, 1)<<6)
		first.Choose(maxByLast, characterRow(c.before[0]))
		first.Choose(maxByBefore, characterRow(c.before[1]))
		first.Choose(maxByColumn, m.seen(laneCharacter)|m.seen(laneCharacter+1)<<2|m.seen(laneCharacter+2)<<4|m.seen(laneSkip)<<6)
		first.Choose(maxByUnder, int(c.length)<<3|m.seen(laneCharacter+2))
		first.Choose(maxByWord, int(c.length)<<4|w.part()<<2|m.seen(laneCharacter+1))
		return
	}
	first.Choose(maxBySeen, m.seen(laneOrder1+1)|m.seen(laneOrder1+2)<<2|m.seen(laneTwo)<<4|min(match, 1)<<6)
	first.Choose(maxByLast, last)
	first.Choose(maxByBefore, int(byte(m.tail.recent>>8)))
	first.Choose(maxByColumn, int(min(m.lines.column(m.tail.n), lastColumn)))
	first.Choose(maxByUnder, int(l.under(&m.tail, m.tail.n)&255))
	first.Choose(maxByWord, int(m.prose.length)<<4|m.seen(laneWord)<<2|m.seen(laneTwo))
}

// longest returns what the longest match expects, as in expected.
func (s *scene) longest() uint64 {
	for _, e := range s.expected {
		if e != 0 {
			return e
		}
	}
	return 0
}

// history returns the bit history that context i has for the next bit.
func (m *Max) history(i int) byte { return m.table[int(m.lanes.Where[i])+m.node] }

// known returns how many of the orders from 2 on have seen what this byte
// begins with.
func (m *Max) known() (n int) {
	all := uint8(1)
	if m.mode == inCharacters {
		return m.letters.Found
	}
	for k := range knownOrders - 1 {
		all &= hasSeen[m.history(laneOrder1+1+k)]
		n += int(all)
	}
	return n
}

// seen returns how much context i has seen: nothing, little, some or much.
func (m *Max) seen(i int) int { return int(muchSeen[m.history(i)]) }

// The adaptive probability maps, by context.
const (
	apmOrder1 = iota
	apmOrder2
	apmOrder3
	apmWord
	apmLetter
	apmRoom
	maxAPMs
)

// refine corrects the mean of the last mixers by the maps.
func (m *Max) refine() uint32 {
	mean := (m.last.Y[0] + m.last.Y[1] + m.last.Y[2]) * (num.Nat / 3.0)
	y := int32(mean)
	sum := uint32(0)
	for i := range m.apms {
		sum += m.apms[i].refine(y, m.mapOf(i, m.partial, m.node))
	}
	return uint32(uint64(sum) << 16 / uint64(len(m.apms)))
}
