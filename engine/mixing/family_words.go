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
		h[5] = mixed(w.now, s.wrap.folded&0xffff)
		h[6] = w.now<<8 | p.phrase
		h[7] = mixed(w.now, p.first)
		h[8] = p.ending<<8 | min(p.length, 3)
		h[9] = mixed(w.now, p.suffix)
		h[10] = p.letters
		h[11] = mixed(w.before[0], s.wrap.folded&255)
		h[12] = mixed(w.now, s.lines.over(&s.tail, s.tail.n))
		h[13] = mixed(w.with(0), p.marks)
		h[14] = w.now<<8 | p.capital<<4 | uint64(kindOf[last])
		h[15] = p.length<<16 | p.sentence<<8 | last
		h[16] = mixed(w.now, uint64(p.initials))
		next := s.sequels.wordsAfter(w.before[0])
		h[17] = mixed(w.now, uint64(next[0]))
		h[18] = mixed(h[17], uint64(next[1]))
	},
}
