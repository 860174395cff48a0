package ctw

import "bitlens/engine/num"

// A view is what the contexts before a byte say of its next bit, by depth.
//
// A longer context has seen less. So there is a depth, forks, below which the
// contexts have seen both outcomes; those from there to seen know only one;
// the rest have not met what this byte begins with.
type view struct {
	bit   int                 // that is asked, 0 for the first
	cells [MaxDepth + 1]*cell // where each context stands in its trie
	forks int
	seen  int
	moved int                  // the contexts below this depth stand elsewhere than a bit ago
	own   [MaxDepth + 1]uint32 // a 1 by the context's own estimate, times 2^32
	mixed [MaxDepth + 2]uint32 // by it and all longer ones
}

// begin looks at the first bit of a byte.
func (m *CTW) begin(v *view) {
	v.bit, v.seen = 0, 0
	for d, n := range m.path[:m.depth+1] {
		if c := &m.nodes[n].cell; c.n > 0 {
			v.cells[d] = c
			v.seen = d + 1
		}
	}
	v.forks = v.seen
	m.weigh(v)
}

// move goes on to the next bit, after the one given.
func (m *CTW) move(v *view, bit int) {
	if v.surprised(bit) {
		v.seen = v.forks
	}
	for d, c := range v.cells[:v.forks] {
		v.cells[d] = &m.cells[c.kids+uint32(bit)]
	}
	v.bit++
	if v.bit < 8 {
		m.weigh(v)
	}
}

// surprised says whether the contexts that know one outcome know the other.
func (v *view) surprised(bit int) bool {
	return v.forks < v.seen && outcome(v.cells[v.forks].symbol, v.bit) != bit
}

// weigh mixes what the contexts say, the longest first:
//
//	mixed(d) = (ratio own(d) + mixed(d+1)) / (ratio + 1)
//
// Contexts that still stand on the same edge say as much as they did a bit ago.
func (m *CTW) weigh(v *view) {
	v.moved = v.forks
	for v.moved < v.seen && v.bit >= int(v.cells[v.moved].end) {
		v.moved++
	}
	if v.seen == 0 {
		v.mixed[0] = half
	} else if v.moved < v.seen {
		v.turn()
	}
	v.forks = 0
	for d := v.moved - 1; d >= 0; d-- {
		c := v.cells[d]
		v.own[d] = m.own(c, v.bit)
		if v.bit >= int(c.end) {
			v.forks = max(v.forks, d+1)
		}
		if d == v.seen-1 {
			v.mixed[d+1] = m.unknown(v.own[d], d)
		}
		p := v.mixed[d+1]
		share := int64(num.Odds(c.ratio(v.bit)) >> 1) // or the product would not fit
		v.mixed[d] = p + uint32((int64(v.own[d])-int64(p))*share>>31)
	}
}

// turn turns what is said of a bit within an edge into what it says of the
// next, which may be the other way round.
func (v *view) turn() {
	symbol := v.cells[v.moved].symbol
	if outcome(symbol, v.bit) == outcome(symbol, v.bit-1) {
		return
	}
	for d := v.moved; d < v.seen; d++ {
		v.own[d], v.mixed[d] = -v.own[d], -v.mixed[d]
	}
	v.mixed[v.seen] = -v.mixed[v.seen]
}

// own returns the probability of a 1 by a context alone.
func (e *estimator) own(c *cell, bit int) uint32 {
	if bit >= int(c.end) {
		return e.both(c.counts)
	}
	p := e.one(c.n)
	if outcome(c.symbol, bit) == 0 {
		return -p
	}
	return p
}

// unknown returns what the contexts longer than depth d say, of which none has
// met what this byte begins with: nothing, unless they are not told apart.
func (m *CTW) unknown(own uint32, d int) uint32 {
	if d == m.depth && !m.nodes[m.path[d]].inner {
		return own
	}
	return half
}

// judge finds by how much a bit changes the ratio of each decision that it
// teaches: by its probability in the context over that in the longer ones.
func (m *CTW) judge(bit int) {
	v := &m.view
	n := v.moved
	if v.surprised(bit) {
		n = v.seen
	}
	for d := range n {
		own, longer := uint64(v.own[d]), uint64(v.mixed[d+1])
		if bit == 0 {
			own, longer = 1<<32-own, 1<<32-longer
		}
		m.deltas[v.bit][d] = num.Log2(own) - num.Log2(longer)
	}
}
