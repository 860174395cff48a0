package ctw

import "slices"

// reserved is the room that one byte may take: each context of its path may
// get two cells, and a leaf that is parted copies its trie, of up to 510 cells,
// once a depth.
const (
	reserved      = MaxDepth*(510+2) + 2
	reservedNodes = MaxDepth + 2
)

// reserve makes room for the next byte. A model that may not grow is frozen: it
// counts on in the contexts it has, and makes no new ones.
func (m *CTW) reserve() {
	if m.frozen {
		return
	}
	t := m.tree
	t.nodes, t.cells, t.text = grown(t.nodes, reservedNodes), grown(t.cells, reserved), grown(t.text, 1)
	if 4*(len(t.nodes)+reservedNodes) > 3*len(t.slots) {
		t.spread()
	}
	if m.frozen = t.bytes() > m.limit; !m.frozen {
		m.tree = t
	}
}

// grown returns s with room for n more. It grows by a rule of its own, since
// append's may differ between machines.
func grown[T any](s []T, n int) []T {
	if cap(s)-len(s) >= n {
		return s
	}
	return append(make([]T, 0, cap(s)+max(cap(s)/4, n)), s...)
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
