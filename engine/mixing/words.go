package mixing

// words follows the words of the text, as hashes.
//
// A word is a run of letters, either case alike. Where a character takes three
// bytes or more, as in Chinese, a word is a character: its first byte starts
// it, and the characters are words one after another.
type words struct {
	now       uint64    // the word that is being read
	before    [3]uint64 // the latest first
	wide      bool      // the last character takes three bytes or more
	due       int       // bytes that the character still lacks
	character uint64    // its bytes so far, if it is wide
	phrase    int       // words since the last mark
	marks     uint64    // the last two marks: punctuation, digits, controls
}

const (
	wordHash   = 0x2F0B4C47
	firstHash  = 0x3D4D51CB
	secondHash = 0x5851F42D
	mostPhrase = 15 // where phrase stays
)

// with returns the hash of this word and the k-th before.
func (w *words) with(k int) uint64 { return w.now + w.before[k]*firstHash }

// read reads the next byte.
func (w *words) read(b byte) {
	w.due = due(w.due, b)
	if b < 0x80 || b >= 0xC0 {
		w.wide = b >= 0xE0
	}
	switch {
	case b >= 0xE0:
		w.end()
		w.now, w.character = uint64(b), uint64(b)
	case b >= 0x80:
		w.add(b)
		w.character = w.character<<8 | uint64(b)
		if w.due == 0 && isMark(w.character) {
			w.mark(b)
		}
	case b >= 'a' && b <= 'z':
		w.add(b)
	case b >= 'A' && b <= 'Z':
		w.add(b - 'A' + 'a')
	default:
		w.end()
		if b != ' ' {
			w.mark(b)
		}
	}
}

func (w *words) add(b byte) { w.now = (w.now + uint64(b) + 1) * wordHash }

// end makes the word that is being read the one before.
func (w *words) end() {
	if w.now != 0 {
		w.before = [3]uint64{w.now, w.before[0], w.before[1]}
		w.now = 0
		w.phrase = min(w.phrase+1, mostPhrase)
	}
}

// mark starts a phrase after a mark, whose last byte is b.
func (w *words) mark(b byte) {
	w.phrase = 0
	w.marks = (w.marks<<8 | uint64(b)) & 0xffff
}

// isMark reports whether a character, given by its bytes, is punctuation: of
// General Punctuation, of CJK Symbols, or a full width form.
func isMark(c uint64) bool {
	return c>>8 == 0xE280 || c>>8 == 0xE380 || c>>8 == 0xEFBC
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

// part returns which byte of a character comes next: 0 for a first one, then
// how many are due, at most 2.
func (w *words) part() int { return min(w.due, 2) }
