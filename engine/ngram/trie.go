package ngram

import (
	"slices"

	"bitlens/engine/model"
)

const (
	// MaxOrder is the longest context that a trie keeps.
	MaxOrder = 8
	// maxNodes bounds a trie at 256 MB, 16 bytes a node. From then on it grows
	// no more: contexts it has go on counting, new ones stay unknown, so that
	// shorter ones speak for them.
	maxNodes = 1 << 24
	// maxCount is where a count stays.
	maxCount = 1<<32 - 1
	root     = 1 // node 0 stands for none
)

// A node is a context, and at the same time a byte that followed the context
// one byte older and shorter at the end: the path from the root spells it.
type node struct {
	count uint32 // how often the byte followed
	child uint32 // the first byte that followed this context, in order of first sight
	link  uint32 // the next sibling << 8 | the byte
	seen  uint32 // offset behind the latest occurrence, modulo 2^32
}

// A place is where a trie stands in the text.
type place struct {
	at     [MaxOrder + 1]uint32 // the node of the last k bytes, or 0
	seen   [MaxOrder + 1]uint32 // the offset where that node stood before now
	offset int64
	recent [MaxOrder]byte       // the last bytes, the latest last
	once   [MaxOrder + 1]uint32 // nodes below order k with count 1
	twice  [MaxOrder + 1]uint32 // and with count 2
}

// A trie counts what followed each context of up to order bytes.
type trie struct {
	model.Journal
	nodes []node
	order int
	place
}

func newTrie(order int) trie {
	t := trie{nodes: make([]node, 2, 1024), order: order}
	t.at[0] = root
	return t
}

// clone returns an unmarked copy.
func (t *trie) clone() trie {
	return trie{nodes: slices.Clone(t.nodes), order: t.order, place: t.place}
}

// learn counts b in every context, the longest first. With continuation it
// counts as Kneser and Ney do: in a shorter context only when b was new to
// the next longer one.
func (t *trie) learn(b byte, continuation bool) {
	if t.On() {
		old := t.place
		t.Save(func() { t.place = old })
	}
	was := t.at
	counts := true
	for k := t.order; k >= 0; k-- {
		var n uint32
		var fresh bool
		if was[k] != 0 {
			n, fresh = t.follow(was[k], b)
		}
		if n != 0 && counts {
			t.count(n, k)
		}
		counts = counts && (!continuation || fresh || n == 0)
		t.arrive(n, k+1)
	}
	t.offset++
	copy(t.recent[:], t.recent[1:])
	t.recent[MaxOrder-1] = b
}

// follow returns the node of b after context n, fresh if it had to be made, or
// 0 if there is no room.
func (t *trie) follow(n uint32, b byte) (found uint32, fresh bool) {
	link := &t.nodes[n].child
	next := *link
	for next != 0 {
		m := &t.nodes[next]
		if byte(m.link) == b {
			return next, false
		}
		link = &m.link
		if m.link>>8 == 0 {
			break
		}
		next = m.link >> 8
	}
	if len(t.nodes) >= maxNodes {
		return 0, false
	}
	found = uint32(len(t.nodes))
	t.Save32(link)
	if next == 0 {
		*link = found
	} else {
		*link |= found << 8
	}
	t.append(node{link: uint32(b)})
	return found, true
}

func (t *trie) append(n node) {
	if t.On() {
		old := t.nodes
		t.Save(func() { t.nodes = old })
	}
	t.nodes = append(t.nodes, n)
}

// count adds one to node n, which follows a context of order k.
func (t *trie) count(n uint32, k int) {
	c := &t.nodes[n].count
	t.Save32(c)
	switch *c {
	case 0:
		t.once[k]++
	case 1:
		t.once[k]--
		t.twice[k]++
	case 2:
		t.twice[k]--
	case maxCount:
		return
	}
	*c++
}

// arrive makes node n the context of order k, if the trie keeps that order.
func (t *trie) arrive(n uint32, k int) {
	if k > t.order {
		return
	}
	t.at[k] = n
	if n != 0 {
		s := &t.nodes[n].seen
		t.Save32(s)
		t.seen[k] = *s
		*s = uint32(t.offset + 1)
	}
}

// longest returns the order of the longest context that something followed.
func (t *trie) longest() int {
	for k := t.order; k > 0; k-- {
		if n := t.at[k]; n != 0 && t.nodes[n].child != 0 {
			return k
		}
	}
	return 0
}

// context describes the longest context that something followed.
func (t *trie) context() model.Explanation {
	k := t.longest()
	e := model.Explanation{
		Order:   k,
		Context: slices.Clone(t.recent[MaxOrder-k:]),
		SeenAt:  -1,
	}
	if k > 0 {
		// The offset was kept modulo 2^32, and it lies in the past.
		e.SeenAt = t.offset - int64(uint32(t.offset)-t.seen[k])
	}
	return e
}

// StateBytes implements model.Sizer.
func (t *trie) StateBytes() int64 { return int64(cap(t.nodes)) * 16 }
