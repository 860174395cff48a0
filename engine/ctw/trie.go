package ctw

// A cell is an edge of the trie of bytes that one context has seen. The eight
// decisions of a byte lead down the trie; where only one outcome was seen they
// lie on an edge, where both were they are a fork, at which the edge ends.
//
// All decisions on an edge have seen the same bytes, n of them, each with one
// outcome; and so have they in all longer contexts. Their estimates and their
// weights are therefore equal, and kept once.
type cell struct {
	kids   uint32    // index of the edges behind the fork: of 0, then of 1
	edge   int32     // log2 of the ratio Pe / (product of the longer contexts' Pw), on the edge
	fork   int32     // and at the fork; see num.Log2 for the unit
	n      uint16    // bytes seen on the edge, at most countMax
	counts [2]uint16 // zeros and ones at the fork, at most countMax
	symbol uint8     // one of the bytes seen
	end    uint8     // the bit, 0 for the first, that forks; 8 for none
}

const (
	cellBytes = 20
	// countMax is where a count stops, or at a fork both are halved.
	countMax = 1<<16 - 1
	// ratioMax bounds the ratio of a decision at 2^2000 to 1, far beyond what
	// has any say, so that a long text cannot overflow it.
	ratioMax = 2000 * 1 << 20
)

// outcome returns the given bit of the symbol, 0 for the first.
func outcome(symbol uint8, bit int) int { return int(symbol >> (7 - bit) & 1) }

// ratio returns the ratio of the decision on a bit.
func (c *cell) ratio(bit int) int32 {
	if bit < int(c.end) {
		return c.edge
	}
	return c.fork
}

// raised returns a ratio after it changed by delta.
func raised(ratio, delta int32) int32 { return min(max(ratio+delta, -ratioMax), ratioMax) }

// count counts the outcome at the fork.
func (c *cell) count(outcome int) {
	if c.counts[outcome] == countMax {
		c.counts[0] = (c.counts[0] + 1) / 2
		c.counts[1] = (c.counts[1] + 1) / 2
	}
	c.counts[outcome]++
}

// pass counts one more byte on the edge, whose decisions changed by delta.
func (c *cell) pass(delta int32) {
	c.n = min(c.n, countMax-1) + 1
	c.edge = raised(c.edge, delta)
}

// deltas are by how much a byte changes the ratio of each decision, by bit and
// depth.
type deltas [8][MaxDepth + 1]int32

// learn adds symbol to the trie of the context at a depth.
func (m *CTW) learn(node uint32, depth int, symbol uint8) {
	m.saveNode(node)
	c := &m.nodes[node].cell
	if c.n == 0 {
		*c = cell{n: 1, symbol: symbol, end: 8}
		return
	}
	for bit := 0; ; {
		for i := bit; i < int(c.end); i++ {
			if outcome(symbol, i) != outcome(c.symbol, i) {
				m.split(c, bit, i, depth, symbol)
				return
			}
		}
		if bit < int(c.end) {
			c.pass(m.deltas[bit][depth])
		}
		if c.end == 8 {
			return
		}
		bit = int(c.end)
		o := outcome(symbol, bit)
		c.count(o)
		c.fork = raised(c.fork, m.deltas[bit][depth])
		at := c.kids + uint32(o)
		m.saveCell(at)
		c = &m.cells[at]
		bit++
	}
}

// split makes a fork at bit fork of an edge that begins at bit start. There is
// room for the two new cells (see reserve).
func (m *CTW) split(c *cell, start, fork, depth int, symbol uint8) {
	kids := uint32(len(m.cells))
	m.cells = m.cells[:kids+2]
	old := outcome(c.symbol, fork)
	m.cells[kids+uint32(old)] = *c
	m.cells[kids+uint32(1-old)] = cell{n: 1, symbol: symbol, end: 8}
	c.kids = kids
	c.fork = raised(c.edge, m.deltas[fork][depth])
	c.counts[old], c.counts[1-old] = c.n, 1
	c.end = uint8(fork)
	if start < fork {
		c.pass(m.deltas[start][depth])
	}
}

// copied returns a copy of c for a context that has seen the same bytes: those
// that one longer context has seen too, so that all ratios are 1.
func (m *CTW) copied(c cell) cell {
	c.edge, c.fork = 0, 0
	if c.end < 8 {
		kids := uint32(len(m.cells))
		m.cells = m.cells[:kids+2]
		for i := range uint32(2) {
			kid := m.copied(m.cells[c.kids+i])
			m.cells[kids+i] = kid
		}
		c.kids = kids
	}
	return c
}
