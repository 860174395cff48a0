package ctw

// A node is a context: some bytes before the next one.
//
// Where all places of a context agree on the whole of the longest one, D bytes,
// it stays a leaf of the tree: all longer contexts on that path have seen what
// it has, so each weighs its estimate against an equal one. Only when the text
// parts from that path are the contexts between made. That keeps the memory at
// about two nodes for each byte of text, and changes no probability.
type node struct {
	cell          // what followed
	parent uint32 // the context without its oldest byte
	seen   uint32 // the place in the text before which it stood last
	key    uint8  // its oldest byte
	inner  bool   // whether it has longer contexts
}

const (
	nodeBytes = 32
	root      = 1 // nodes[0] stands for none
	slotBytes = 4
)

// A tree is the contexts, and the text they stand in.
type tree struct {
	nodes []node
	cells []cell   // cells[0] stands for none
	slots []uint32 // nodes by hash of parent and key; 0 for none
	text  []byte   // after padding zeros
}

// padding is what stands before the text, so that each place has a context.
const padding = MaxDepth

func newTree() tree {
	return tree{
		nodes: make([]node, root+1, 1<<12),
		cells: make([]cell, 1, 2*reserved),
		slots: make([]uint32, 1<<13),
		text:  make([]byte, padding, 1<<12),
	}
}

// bytes is what a tree occupies.
func (t *tree) bytes() int64 {
	return sizes(cap(t.nodes), cap(t.cells), len(t.slots), cap(t.text))
}

// sizes is what a tree occupies that has room for so many.
func sizes(nodes, cells, slots, text int) int64 {
	return int64(nodes)*nodeBytes + int64(cells)*cellBytes + int64(slots)*slotBytes + int64(text)
}

// slot returns the place in slots of a child, or the empty one it would take.
func (t *tree) slot(parent uint32, key uint8) uint32 {
	const golden = 0x9e3779b97f4a7c15 // 2^64 over the golden ratio (Knuth 1973)
	mask := uint32(len(t.slots) - 1)
	h := uint32((uint64(parent)<<8|uint64(key))*golden>>32) & mask
	for {
		n := t.slots[h]
		if n == 0 || t.nodes[n].parent == parent && t.nodes[n].key == key {
			return h
		}
		h = (h + 1) & mask
	}
}

// child returns the context that is longer by the byte key, or 0.
func (t *tree) child(parent uint32, key uint8) uint32 { return t.slots[t.slot(parent, key)] }

// add adds a context. There is room for it.
func (m *CTW) add(n node) uint32 {
	at := uint32(len(m.nodes))
	m.nodes = append(m.nodes, n)
	s := m.slot(n.parent, n.key)
	m.Save32(&m.slots[s])
	m.slots[s] = at
	return at
}

// find walks from the empty context to the longest one known before the next
// byte.
func (m *CTW) find() {
	at, d := uint32(root), 0
	m.path[0] = root
	for d < m.longest && m.nodes[at].inner {
		if at = m.child(at, m.last[d]); at == 0 {
			break
		}
		d++
		m.path[d] = at
	}
	if m.depth = d; at != 0 && d < m.longest && m.nodes[at].n > 0 {
		m.part()
	}
}

// part compares the path of the leaf at the end of the context with that of
// the text. If they part, it makes the contexts up to there.
func (m *CTW) part() {
	leaf := m.path[m.depth]
	place := m.nodes[leaf].seen
	d := m.depth
	for d < m.longest && m.text[place-uint32(d)-1] == m.last[d] {
		d++
	}
	if d == m.longest {
		return
	}
	for m.depth < d {
		m.path[m.depth+1] = m.lengthen(m.path[m.depth], m.depth)
		m.depth++
	}
	m.lengthen(m.path[d], d)
}

// lengthen makes the leaf of depth d an inner node, with one leaf below it.
func (m *CTW) lengthen(leaf uint32, d int) uint32 {
	m.saveNode(leaf)
	m.nodes[leaf].inner = true
	n := m.nodes[leaf]
	return m.add(node{cell: m.copied(n.cell), parent: leaf, seen: n.seen, key: m.text[n.seen-uint32(d)-1]})
}
