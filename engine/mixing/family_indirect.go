package mixing

// indirectFamily is what followed where the last bytes stood before.
var indirectFamily = family{
	name: "indirect",
	contexts: []string{
		"what followed", "what followed two", "what followed, and order 2", "what followed two, alone",
		"what followed three", "what followed the word", "what followed, alone", "what followed both",
	},
	fill: func(s *scene, h []uint64) {
		t, f := &s.tail, &s.followers
		one, two := uint64(f.one[t.last(1)]), uint64(f.two[t.last(2)])
		h[0] = one&0xffff<<8 | t.last(1)
		h[1] = two&0xffff<<8 | t.last(1)
		h[2] = one&0xff<<16 | t.last(2)
		h[3] = two & 0xffffff
		h[4] = uint64(s.sequels.three[sequelOf(t.last(3))])&0xffff<<8 | t.last(1)
		h[5] = mixed(uint64(s.sequels.word[sequelOf(s.words.now)])&0xffff, t.last(1))
		h[6] = one & 0xffffff
		h[7] = one&0xff<<8 | two&0xff
	},
}
