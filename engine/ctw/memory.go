package ctw

import (
	"slices"

	"bitlens/engine/model"
)

// reserved is the room that one byte may take: each context of its path may
// get two cells, and a leaf that is parted copies its trie, of up to 510 cells,
// once a depth.
const (
	reserved      = MaxDepth*(510+2) + 2
	reservedNodes = MaxDepth + 2
)

// reserve makes room for the next byte, if the limit allows.
func (m *CTW) reserve() bool {
	t := m.tree
	slots := len(t.slots)
	spread := 4*(len(t.nodes)+reservedNodes) > 3*slots
	if spread {
		slots *= 2
	}
	if sizes(room(t.nodes, reservedNodes), room(t.cells, reserved), slots, room(t.text, 1)) > m.limit {
		return false
	}
	t.nodes, t.cells, t.text = grown(t.nodes, reservedNodes), grown(t.cells, reserved), grown(t.text, 1)
	if spread {
		t.spread()
	}
	m.tree = t
	return true
}

// recent is the part of its memory, in bytes, that a full model rereads of the
// text: 1/4096 of it, or 32 KB of 128 MB, which takes less than 100 ms.
const recent = 4096

// renew starts again from the end of the text. Since text may take more memory
// than it usually does, it stops early when half is full.
func (m *CTW) renew() {
	n := fresh(m.longest, m.limit, m.estimator)
	for _, b := range m.text[max(padding, len(m.text)-int(m.limit/recent)):] {
		if n.bytes() < m.limit/2 {
			model.Teach(n, b)
		}
	}
	n.last, n.read = m.last, m.read
	m.tree, m.turn = n.tree, n.turn
}

// grown returns s with room for n more. It grows by a rule of its own, since
// append's may differ between machines.
func grown[T any](s []T, n int) []T {
	if c := room(s, n); c > cap(s) {
		return append(make([]T, 0, c), s...)
	}
	return s
}

// room returns the capacity that s has once it is grown.
func room[T any](s []T, n int) int {
	if cap(s)-len(s) >= n {
		return cap(s)
	}
	return cap(s) + max(cap(s)/4, n)
}

// spread doubles the slots.
func (t *tree) spread() {
	t.slots = make([]uint32, 2*len(t.slots))
	for i := root + 1; i < len(t.nodes); i++ {
		t.slots[t.slot(t.nodes[i].parent, t.nodes[i].key)] = uint32(i)
	}
}

// clone copies a tree, with the same room.
func (t *tree) clone() tree {
	return tree{
		nodes: copied(t.nodes), cells: copied(t.cells),
		slots: slices.Clone(t.slots), text: copied(t.text),
	}
}

func copied[T any](s []T) []T { return append(make([]T, 0, cap(s)), s...) }
