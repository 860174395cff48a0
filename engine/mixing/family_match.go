package mixing

// matchFamily is the byte that the longest match expects.
var matchFamily = family{
	name:     "matches",
	contexts: []string{"expected byte and length", "expected byte, order 1", "expected byte, order 2", "expected bytes of two matches"},
	fill: func(s *scene, h []uint64) {
		e := &s.expected
		h[0] = e[0]
		h[1] = e[0]&0x1ff<<8 | s.tail.last(1)
		h[2] = e[0]&0x1ff<<16 | s.tail.last(2)
		h[3] = e[0]&0x1ff<<32 | e[1]&0x1ff<<16 | e[2]&0x1ff
	},
}
