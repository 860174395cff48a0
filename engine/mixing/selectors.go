package mixing

import "bitlens/engine/num"

// The mixers of the first layer, by what selects their weights. In wide
// characters a byte says little, so a hash of the character stands for it, and
// more of what contexts have seen for the column.
const (
	byKnown  = iota // kind of the last byte, and how many orders have seen what this byte begins with
	byLast          // last byte
	bySeen          // how much some contexts have seen, and whether there is a match
	byBefore        // the byte before the last
	byColumn        // column
	byBits          // the bits of this byte that are known, and which byte of a character it is
	firstMixers
)

// And those of the last.
const (
	lastByBits  = iota // as byBits
	lastByMatch        // length of the match, and how many orders are known
	lastMixers
)

const (
	orders = 5 // how many of the orders 2, 3, 4 and 6 are known: 0 to 4

	startWeight = 0.2 // of the first layer's inputs
	quickRate   = 0.02
	slowRate    = 0.0035
	lastRate    = 0.002
)

// characterRows is the number of rows that wide characters share, by hash.
const characterRows = 512

// rowsOf holds how many rows each mixer of the first layer chooses among.
var rowsOf = []int{
	byKnown: 8 * orders, byLast: 256 + characterRows, bySeen: 128, byBefore: 256 + characterRows,
	byColumn: lastColumn + 1, byBits: 3 * 256,
}

func newFirst() num.Mixers {
	w := make([]float32, inputs)
	for i := range bias {
		w[i] = startWeight
	}
	return num.NewMixers(rowsOf, w, quickRate, slowRate)
}

func newLast() num.Mixers {
	w := make([]float32, 8)
	for i := range firstMixers {
		w[i] = 1.0 / firstMixers
	}
	return num.NewMixers([]int{lastByBits: 3 * 256, lastByMatch: matchKinds * 8}, w, lastRate, lastRate)
}

// choose selects the weights of all mixers.
func (m *CM) choose(last int) {
	known, match := m.known(), 0
	if m.expected != nil {
		match = m.matcher.kind()
	}
	m.first.Choose(byKnown, m.words.class(last)*orders+known)
	m.first.Choose(bySeen, m.seen(order2)|m.seen(order3)<<2|m.seen(twoWords)<<4|min(match, 1)<<6)
	m.first.Choose(byBits, m.words.part()<<8|m.partial)
	m.last.Choose(lastByBits, m.words.part()<<8|m.partial)
	m.last.Choose(lastByMatch, match<<3|known)
	if w := &m.words; w.wide {
		m.first.Choose(byLast, characterRow(w.now))
		m.first.Choose(byBefore, characterRow(w.before[0]))
		m.first.Choose(byColumn, m.seen(order5)|m.seen(skippedWord)<<2|m.seen(threeWords)<<4|m.seen(wordWithMark)<<6)
		return
	}
	m.first.Choose(byLast, last)
	m.first.Choose(byBefore, int(byte(m.tail.recent>>8)))
	m.first.Choose(byColumn, int(min(m.lines.column(m.tail.n), lastColumn)))
}

// characterRow returns the row of a wide character, given by its hash.
func characterRow(h uint64) int { return 256 + int(mixed(h, 0)>>20%characterRows) }

// history returns the bit history that context i has for the next bit.
func (m *CM) history(i int) byte { return m.table[int(m.lanes.Where[i])+m.node] }

// known returns how many of the orders from 2 on have seen what this byte
// begins with. It does not branch: which is the first that has not is hard to
// foresee.
func (m *CM) known() (n int) {
	all := uint8(1)
	for k := order2; k <= order6; k++ {
		all &= hasSeen[m.history(k)]
		n += int(all)
	}
	return n
}

// seen returns how much context i has seen: nothing, little, some or much.
func (m *CM) seen(i int) int { return int(muchSeen[m.history(i)]) }

// muchSeen tabulates what seen returns by history.
var muchSeen = func() (t [256]uint8) {
	for i, h := range histories {
		switch n := h.n[0] + h.n[1]; {
		case n > 5:
			t[i] = 3
		case n > 2:
			t[i] = 2
		case n > 0:
			t[i] = 1
		}
	}
	return t
}()

// hasSeen is 1 for a history that has seen something.
var hasSeen = func() (t [256]uint8) {
	for i := range t[1:] {
		t[i+1] = 1
	}
	return t
}()
