package mixing

// wordFamily is words and sentences, and where in them the text stands.
var wordFamily = family{
	name: "words",
	contexts: []string{
		"word", "two words", "word but one", "three words", "word but two", "word and last byte before",
		"place in phrase", "first word of sentence", "word ending", "ending before", "letters alone", "word before, order 1",
		"word above", "two words and mark", "word and capitals", "word length",
		"first letters of words", "word that followed", "words that followed",
	},
	fill: func(s *scene, h []uint64) {
		w, p := &s.words, &s.prose
		last := s.tail.last(1)
		h[0] = w.now
		h[1] = w.with(0)
		h[2] = w.with(1)
		h[3] = w.with(0) + w.before[1]*secondHash
		h[4] = w.with(2)
		h[5] = mixed(w.now, s.tail.last(2))
		h[6] = w.now<<8 | uint64(w.phrase)
		h[7] = mixed(w.now, p.first)
		h[8] = p.ending<<8 | min(p.length, 3)
		h[9] = mixed(w.now, p.suffix)
		h[10] = p.letters
		h[11] = mixed(w.before[0], last)
		h[12] = mixed(w.now, s.lines.over(&s.tail, s.tail.n))
		h[13] = mixed(w.with(0), w.marks)
		h[14] = w.now<<8 | p.capital<<4 | uint64(kindOf[last])
		h[15] = p.length<<16 | p.sentence<<8 | last
		h[16] = mixed(w.now, uint64(p.initials))
		next := s.sequels.wordsAfter(w.before[0])
		h[17] = mixed(w.now, uint64(next[0]))
		h[18] = mixed(h[17], uint64(next[1]))
	},
	wide: &wideFamily{
		contexts: []string{
			"no character", "character", "two characters", "three characters", "four characters", "five characters",
			"character but one", "second and third character", "character and third", "character but two",
			"character and place in phrase", "two characters and place", "phrase", "first of phrase", "character and mark", "two characters and quote",
			"half of the character before", "places in two phrases", "character, and what followed two",
		},
		fill: func(s *scene, h []uint64) {
			c := &s.characters
			for k := range 6 {
				h[k] = c.last(k)
			}
			b := &c.before
			h[6] = mixed(c.part, b[1])
			h[7] = mixed(mixed(c.part, b[1]), b[2])
			h[8] = mixed(mixed(c.part, b[0]), b[2])
			h[9] = mixed(c.part, b[2])
			h[10] = mixed(c.last(1), c.length)
			h[11] = mixed(c.last(2), c.length)
			h[12] = mixed(c.part, c.phrase)
			h[13] = mixed(c.last(1), c.opened)
			h[14] = mixed(c.last(1), c.mark)
			h[15] = mixed(c.last(2), c.quoting)
			h[16] = mixed(c.part, b[0]>>6)
			h[17] = mixed(mixed(c.part, c.length), c.prior)
			h[18] = mixed(c.last(1), uint64(s.sequels.two[sequelOf(mixed(b[0], b[1]))])&0xffff)
		},
	},
}
