package mixing

// The mixers of the first layer, by what selects their weights.
const (
	byKnown  = iota // kind of the last byte, and how many orders have seen what this byte begins with
	byLast          // last byte
	bySeen          // how much some contexts have seen, and whether there is a match
	byBefore        // the byte before the last
	byColumn        // column
	byBits          // the bits of this byte that are known, and those of the character
	firstMixers
)

// And those of the last.
const (
	lastByBits  = iota // the bits of this byte that are known
	lastByMatch        // length of the match, and how many orders are known
	lastMixers
	lastInputs = (firstMixers + 7) / 8 * 8 // what is over stays 0
)

const (
	orders = 5 // how many of the orders 2, 3, 4 and 6 are known: 0 to 4

	startWeight = 0.25 // of the first layer's inputs
	quickRate   = 0.02
	slowRate    = 0.0025
	lastRate    = 0.0015
)

// rowsOf holds how many rows each mixer of the first layer chooses among.
var rowsOf = []int{byKnown: 8 * orders, byLast: 256, bySeen: 128, byBefore: 256, byColumn: lastColumn + 1, byBits: 3 * 256}

func newFirst() layer {
	w := make([]float32, inputs)
	for i := range bias {
		w[i] = startWeight
	}
	return newLayer(rowsOf, w, quickRate, slowRate)
}

func newLast() layer {
	w := make([]float32, lastInputs)
	for i := range firstMixers {
		w[i] = 1.0 / firstMixers
	}
	return newLayer([]int{lastByBits: 256, lastByMatch: matchKinds * 8}, w, lastRate, lastRate)
}

// choose selects the weights of all mixers.
func (m *CM) choose(last int) {
	known, match := m.known(), 0
	if m.expected != nil {
		match = m.matcher.kind()
	}
	m.first.choose(byKnown, m.words.class(last)*orders+known)
	m.first.choose(byLast, last)
	m.first.choose(bySeen, m.seen(order2)|m.seen(order3)<<2|m.seen(twoWords)<<4|min(match, 1)<<6)
	m.first.choose(byBefore, int(byte(m.tail.recent>>8)))
	m.first.choose(byColumn, int(min(m.lines.column(m.tail.n), lastColumn)))
	m.first.choose(byBits, m.partial|min(m.words.due, 2)<<8)
	m.last.choose(lastByBits, m.partial)
	m.last.choose(lastByMatch, match<<3|known)
}

// history returns the bit history that context i has for the next bit.
func (m *CM) history(i int) byte { return m.table[int(m.lanes.Where[i])+m.node] }

// known returns how many of the orders from 2 on have seen what this byte
// begins with.
func (m *CM) known() (n int) {
	for n < orders-1 && m.history(order2+n) != 0 {
		n++
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
