package mixing

// wrapFamily is where a line may be broken, and what stands before wherever it
// is broken.
var wrapFamily = family{
	name: "wrapped lines",
	contexts: []string{
		"column and kind", "room and word length", "room and word", "first letters of words, unwrapped",
		"word before, unwrapped", "word but one before, unwrapped", "shape, unwrapped", "order 6, unwrapped",
	},
	fill: func(s *scene, h []uint64) {
		w, p, text := &s.words, &s.prose, s.wrap.folded
		column, room := uint64(min(s.lines.column(s.tail.n), lastColumn)), uint64(s.room())
		h[0] = column<<8 | uint64(kindOf[s.tail.last(1)])
		h[1] = room<<8 | p.length
		h[2] = mixed(w.now, room)
		h[3] = mixed(uint64(p.initials), text&0xffff)
		h[4] = mixed(w.before[0], text&0xffff)
		h[5] = mixed(w.before[1], text&0xffff)
		h[6] = mixed(s.shape&0xffffffff, text&0xff)
		h[7] = text & 0xffffffffffff
	},
}
