package turing

import "context"

// A tally counts the machines by what they write, as bytes 0 and 1.
type tally map[string]*uint64

// add counts machines. What they write is copied only if it is new.
func (t tally) add(written []byte, machines uint64) {
	if n := t[string(written)]; n != nil {
		*n += machines
		return
	}
	t[string(written)] = &machines
}

// count enumerates the machines of some states and counts what they write: on
// tapes of either symbol, going to the right or to the left at first.
func count(ctx context.Context, states, limit int) tally {
	var parts []tally
	enumerate(ctx, states, newBound(limit, tapeLength), func() visitor {
		part := tally{}
		parts = append(parts, part)
		return func(n *node, machines uint64) { part.add(n.visited(), machines) }
	})
	all := tally{}
	for _, part := range parts {
		for s, n := range part {
			for _, same := range images([]byte(s)) {
				all.add(same, *n)
			}
		}
	}
	return all
}

// images returns what the mirrored machine writes where one writes s, and on a
// tape of 1 the complemented one, and both. Some may be equal; then so are
// machines, and each counts.
func images(s []byte) [4][]byte {
	n := len(s)
	m, c, mc := make([]byte, n), make([]byte, n), make([]byte, n)
	for i := range n {
		b := s[i]
		m[n-1-i], c[i], mc[n-1-i] = b, b^1, b^1
	}
	return [4][]byte{s, m, c, mc}
}
