package mixing

// wideOrderLens are how many bytes the contexts of wideOrderFamily hold.
var wideOrderLens = [...]int{1, 2, 4}

// wideOrderFamily is bytes, for what stands among wide characters.
var wideOrderFamily = family{
	name:     "orders",
	contexts: []string{"order 1", "order 2", "order 4"},
	fill: func(s *scene, h []uint64) {
		for i, k := range wideOrderLens {
			h[i] = s.tail.last(k)
		}
	},
}

// characterFamily is the last characters, one after the other.
var characterFamily = family{
	name:     "characters",
	contexts: []string{"no character", "character", "two characters", "three characters"},
	fill: func(s *scene, h []uint64) {
		for k := range h {
			h[k] = s.characters.last(k)
		}
	},
}

// skipFamily is characters further back without all those between.
var skipFamily = family{
	name: "skips",
	contexts: []string{
		"character but one", "second and third character", "character and third", "character but two",
		"third and fourth character", "half of the character before",
	},
	fill: func(s *scene, h []uint64) {
		c := &s.characters
		b := &c.before
		h[0] = mixed(c.part, b[1])
		h[1] = mixed(mixed(c.part, b[1]), b[2])
		h[2] = mixed(mixed(c.part, b[0]), b[2])
		h[3] = mixed(c.part, b[2])
		h[4] = mixed(mixed(c.part, b[2]), b[3])
		h[5] = mixed(c.part, b[0]>>6)
	},
}

// placeFamily is where in its phrase and between which marks a character
// stands.
var placeFamily = family{
	name: "places",
	contexts: []string{
		"phrase", "first of phrase", "places in two phrases", "quote and place", "mark and place", "quote and mark",
		"quote, mark and place", "marks and places", "quote, place and character", "quote and column",
	},
	fill: func(s *scene, h []uint64) {
		c := &s.characters
		h[0] = mixed(c.part, c.phrase)
		h[1] = mixed(c.last(1), c.opened)
		h[2] = mixed(mixed(c.part, c.length), c.prior)
		h[3] = mixed(mixed(c.part, c.quoting), c.length)
		h[4] = mixed(mixed(c.part, c.mark), c.length)
		h[5] = mixed(mixed(c.last(1), c.mark), c.quoting)
		h[6] = mixed(mixed(mixed(c.part, c.quoting), c.mark), c.length)
		h[7] = mixed(mixed(mixed(c.part, s.words.marks), c.length), c.prior)
		h[8] = mixed(mixed(c.last(1), c.quoting), c.length)
		h[9] = mixed(mixed(c.part, c.quoting), uint64(min(s.lines.column(s.tail.n), lastColumn)))
	},
}

// sequelFamily is what followed where the last characters stood before.
var sequelFamily = family{
	name: "what followed",
	contexts: []string{
		"what followed three", "what followed both", "what followed, and character", "character, and what followed two",
	},
	fill: func(s *scene, h []uint64) {
		t, c, q := &s.tail, &s.characters, &s.sequels
		one, two := uint64(s.followers.one[t.last(1)]), uint64(s.followers.two[t.last(2)])
		h[0] = uint64(q.three[sequelOf(t.last(3))])&0xffff<<8 | t.last(1)
		h[1] = one&0xff<<8 | two&0xff
		h[2] = mixed(c.last(1), uint64(q.one[sequelOf(c.before[0])])&0xffff)
		h[3] = mixed(c.last(1), uint64(q.two[sequelOf(mixed(c.before[0], c.before[1]))])&0xffff)
	},
}

// likelyFamily is what interpolated contexts hold likeliest of all characters.
var likelyFamily = family{
	name:     "likeliest characters",
	contexts: []string{"likeliest, and place in phrase", "likeliest, and character but one", "how likely"},
	fill: func(s *scene, h []uint64) {
		k, c := s.letters, &s.characters
		first := mixed(uint64(k.First), c.part)
		h[0] = mixed(first, c.length)
		h[1] = mixed(first, c.before[1])
		h[2] = mixed(c.part, uint64(k.Sure)<<8|uint64(k.Found))
	},
}

// wideMatchFamily is the byte that the longest match expects.
var wideMatchFamily = family{
	name:     "matches",
	contexts: []string{"expected byte and length", "expected byte, order 1"},
	fill: func(s *scene, h []uint64) {
		h[0] = s.expected[0]
		h[1] = s.expected[0]&0x1ff<<8 | s.tail.last(1)
	},
}
