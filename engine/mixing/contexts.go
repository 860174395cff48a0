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
	contexts // how many
)

// The other inputs of the mixers.
const (
	longer    = contexts + iota // the match
	bias                        // the same always
	direct1                     // order 1, counted without a history
	direct2                     // order 2
	inputs    = (direct2/8 + 1) * 8
	biasInput = 0.4 // nats
)

var inputNames = [...]string{
	"order 0", "order 1", "order 2", "order 3", "order 4", "order 6",
	"word", "two words", "word but one", "place in phrase",
	"second and third byte", "byte above", "column", "field", "what followed", "what followed two",
	"match", "bias", "order 1, counted", "order 2, counted",
}

// hashes fills h with the hashes of all contexts after the text.
func (p *past) contexts(h *[contexts]uint64) {
	t, w, l := &p.tail, &p.words, &p.lines
	last := t.last(1)
	over := l.over(t, t.n)
	col := uint64(min(l.column(t.n), lastColumn))
	h[order0] = 0
	for k := 1; k <= 4; k++ {
		h[order0+k] = t.last(k)
	}
	h[order6] = t.last(6)
	h[word] = w.now
	h[twoWords] = w.now + w.before[0]*0x3D4D51CB
	h[skippedWord] = w.now + w.before[1]*0x3D4D51CB
	h[phraseWord] = w.now<<8 | uint64(w.phrase)
	h[gap] = t.last(3) >> 8
	h[aboveByte] = over<<8 | last
	h[column] = col<<16 | over&0xff<<8 | last
	h[field] = l.field ^ l.fields<<32
	h[followed] = uint64(p.followers.one[last]&0xffff)<<8 | last
	h[followedTwo] = uint64(p.followers.two[t.last(2)]&0xffff)<<8 | last
	if w.isWide {
		h[followed] = w.now<<16 | w.mark
		h[order6] = t.last(5)
		h[column] = (w.now+w.before[0]*0x3D4D51CB)<<8 | uint64(w.phrase)
		h[aboveByte] = w.now + (w.before[0]+w.before[1]*0x1234567)*0x3D4D51CB
		h[field] = w.now + w.before[2]*0x3D4D51CB
	}
	for k := range h {
		h[k] = mixed(h[k], uint64(k+1))
	}
}

// mixed spreads h and salt over all bits.
func mixed(h, salt uint64) uint64 {
	h = (h + salt*0x9E3779B97F4A7C15) * 0xD6E8FEB86659FD93
	return h ^ h>>32
}
