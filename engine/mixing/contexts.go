package mixing

// The contexts that bit histories are kept for. Orders 0 and 1 have a history
// for each value; the others share the hash table.
const (
	order2 = iota
	order3
	order4
	order5
	order6
	word
	bigram
	hashed // how many are hashed

	order0 = hashed
	order1 = hashed + 1
	direct = hashed + 2 // how many have histories
	longer = direct     // the match
	bias   = direct + 1 // always 1 nat
	inputs = 12         // a multiple of 4; what is over stays 0
)

var inputNames = [...]string{
	"order 2", "order 3", "order 4", "order 5", "order 6", "word", "two words", "order 0", "order 1", "match", "bias",
}

// words hashes the word that is being read and the one before.
//
// A word is a run of letters, either case alike. Where a character takes three
// bytes or more, as in Chinese, a word is a character: its first byte starts
// it, and the characters are words one after another.
type words struct {
	now    uint64
	before uint64
	due    int // bytes that the character still lacks
}

const wordHash = 0x2F0B4C47

// read reads the next byte.
func (w *words) read(b byte) {
	w.due = due(w.due, b)
	switch {
	case b >= 0xE0:
		w.before, w.now = w.now, uint64(b)
	case b >= 0x80 || b >= 'a' && b <= 'z':
		w.now = (w.now + uint64(b) + 1) * wordHash
	case b >= 'A' && b <= 'Z':
		w.now = (w.now + uint64(b-'A'+'a') + 1) * wordHash
	case w.now != 0:
		w.before, w.now = w.now, 0
	}
}

// due returns how many bytes a UTF-8 character lacks after b, which follows one
// that lacks so many.
func due(before int, b byte) int {
	switch {
	case b >= 0xF0:
		return 3
	case b >= 0xE0:
		return 2
	case b >= 0xC0:
		return 1
	case b >= 0x80:
		return max(0, before-1)
	}
	return 0
}

// class sorts the last byte into eight kinds: by its upper bits, and where it
// continues a character, by whether that is complete.
func (w *words) class(last int) int {
	if last>>6 != 2 {
		return last >> 5
	}
	return 4 + min(w.due, 1)
}

// hashes fills h with the hashes of all contexts after the text.
func hashes(h *[hashed]uint64, t *tail, w *words) {
	for k := order2; k <= order6; k++ {
		h[k] = t.last(k - order2 + 2)
	}
	h[word] = w.now
	h[bigram] = w.now + w.before*0x3D4D51CB + 1
	for k := range h {
		h[k] = mixed(h[k], uint64(k+1))
	}
}

// mixed spreads h and salt over all bits.
func mixed(h, salt uint64) uint64 {
	h = (h + salt*0x9E3779B97F4A7C15) * 0xD6E8FEB86659FD93
	return h ^ h>>32
}
