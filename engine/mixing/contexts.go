package mixing

// The contexts that bit histories are kept for, each in a lane of its own.
const (
	order0 = iota
	order1
	order2
	order3
	order4
	order6
	word
	twoWords
	skippedWord
	phraseWord
	gap
	aboveByte
	column
	field
	followed
	followedTwo
	contexts // how many: a multiple of 8
)

// In wide characters, as of Chinese, words are single characters, and lines
// have no columns or fields. Their lanes serve other contexts there.
const (
	order5       = order6
	threeWords   = aboveByte
	phraseWords  = column
	distantWord  = field
	wordWithMark = followed
)

// The other inputs of the mixers.
const (
	longer  = contexts + iota // the match
	bias                      // the same always
	direct1                   // order 1, counted without a history
	direct3                   // order 3
	inputs  = (direct3/8 + 1) * 8
)

const biasInput = 0.4 // nats

var inputNames = [...]string{
	order0: "order 0", order1: "order 1", order2: "order 2", order3: "order 3", order4: "order 4", order6: "order 6",
	word: "word", twoWords: "two words", skippedWord: "word but one", phraseWord: "place in phrase",
	gap: "second and third byte", aboveByte: "byte above", column: "column", field: "field",
	followed: "what followed", followedTwo: "what followed two",
	longer: "match", bias: "bias", direct1: "order 1, counted", direct3: "order 3, counted",
}

var wideNames = map[int]string{
	order5: "order 5", threeWords: "three words", phraseWords: "words and place in phrase",
	distantWord: "word but two", wordWithMark: "word and marks",
}

// inputName returns the name of input i.
func (p *past) inputName(i int) string {
	if name, ok := wideNames[i]; ok && p.words.wide {
		return name
	}
	return inputNames[i]
}

// contexts fills h with the hashes of all contexts after the text.
func (p *past) contexts(h *[contexts]uint64) {
	t, w := &p.tail, &p.words
	h[order0] = 0
	for k := 1; k <= 4; k++ {
		h[order0+k] = t.last(k)
	}
	h[word] = w.now
	h[twoWords] = w.with(0)
	h[skippedWord] = w.with(1)
	h[phraseWord] = w.now<<8 | uint64(w.phrase)
	h[gap] = t.last(3) >> 8
	h[followedTwo] = uint64(p.followers.two[t.last(2)]&0xffff)<<8 | t.last(1)
	if w.wide {
		p.wide(h)
	} else {
		p.narrow(h)
	}
	for k := range h {
		h[k] = mixed(h[k], uint64(k+1))
	}
}

// narrow fills in the contexts of lines.
func (p *past) narrow(h *[contexts]uint64) {
	t, l := &p.tail, &p.lines
	last, over := t.last(1), l.over(t, t.n)
	h[order6] = t.last(6)
	h[aboveByte] = over<<8 | last
	h[column] = uint64(min(l.column(t.n), lastColumn))<<16 | over&0xff<<8 | last
	h[field] = l.field ^ l.fields<<32
	h[followed] = uint64(p.followers.one[last]&0xffff)<<8 | last
}

// wide fills in those of characters.
func (p *past) wide(h *[contexts]uint64) {
	w := &p.words
	h[order5] = p.tail.last(5)
	h[threeWords] = w.with(0) + w.before[1]*secondHash
	h[phraseWords] = w.with(0)<<8 | uint64(w.phrase)
	h[distantWord] = w.with(2)
	h[wordWithMark] = w.now<<16 | w.marks
}

// golden is 2^64 over the golden ratio: its multiples are spread evenly.
const golden = 0x9E3779B97F4A7C15

// mixed spreads h and salt over all bits.
func mixed(h, salt uint64) uint64 {
	h = (h + salt*golden) * 0xD6E8FEB86659FD93
	return h ^ h>>32
}
