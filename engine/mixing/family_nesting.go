package mixing

// nestingFamily is brackets and elements of markup.
var nestingFamily = family{
	name:     "nesting",
	contexts: []string{"bracket", "bracket and word", "element", "brackets of late"},
	fill: func(s *scene, h []uint64) {
		n := &s.nesting
		h[0] = n.inner()<<24 | uint64(min(n.ago, 255))<<16 | s.tail.last(2)
		h[1] = mixed(s.words.now, n.inner()|n.outer()<<32)
		h[2] = mixed(n.element()+uint64(n.state), s.tokens.now)
		h[3] = uint64(n.last)<<8 | s.tail.last(1)
	},
}
