package text

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// Ends returns the length of the first unit of b as soon as nothing that may
// follow b can change it, and 0 before: what tells the "the" of "the " from
// that of "there". A character is a code point here, and any unit larger than
// that ends where its first word does. A word is known by the character behind
// it, or by two where the first is a mark that may stand inside a word, such as
// an apostrophe; the first byte of a Han character is enough. A Han word ends where
// the dictionary knows no longer one that begins so; what follows might still
// claim its last character, which is rare.
func (u Unit) Ends(b []byte) int {
	switch {
	case len(b) == 0:
		return 0
	case u.name == Byte.name:
		return 1
	case u.name == Char.name:
		return charEnds(b)
	}
	return wordEnds(b)
}

// charEnds returns the length of the first code point of b, 0 if it may go on.
// A byte that begins none is one by itself.
func charEnds(b []byte) int {
	n := 1
	switch c := b[0]; {
	case c >= 0xc2 && c < 0xe0:
		n = 2
	case c >= 0xe0 && c < 0xf0:
		n = 3
	case c >= 0xf0 && c < 0xf5:
		n = 4
	}
	if len(b) < n {
		return 0
	}
	return n
}

// wordEnds returns the length of the first word of b, 0 if it may go on.
func wordEnds(b []byte) int {
	last := LastChar(b)
	if charEnds(b[last:]) == 0 {
		return endsBefore(b, last)
	}
	if n, sure := plainEnds(b); sure {
		return n
	}
	starts := cutWords(nil, b, 0)
	if len(starts) == 1 && isHan(b[last:]) && !chinese().begins(b) {
		return len(b) // no longer word begins so
	}
	if len(starts) < 2 || starts[1] == last && mayJoin(b[:last], b[last:]) {
		return 0
	}
	return starts[1]
}

// endsBefore returns the length of the first word of b, whose last character is
// cut off, 0 if it may go on: where that is a Han character whatever follows,
// only a longer word of the dictionary can claim it.
func endsBefore(b []byte, last int) int {
	if last == 0 || b[last] < leastHan || b[last] > mostHan || chinese().begins(b) {
		return 0
	}
	return cutWords(nil, append(b[:last:last], rareHan...), 0)[1]
}

// rareHan is a Han character that no word of the dictionary contains.
const rareHan = "\u4000"

// First bytes from leastHan to mostHan begin the characters from U+4000 to
// U+9FFF: Han characters, and hexagrams, which join nothing either.
const leastHan, mostHan = 0xe4, 0xe9

// isHan reports whether a character is a Han character.
func isHan(char []byte) bool {
	r, _ := utf8.DecodeRune(char)
	return unicode.Is(unicode.Han, r)
}

// LastChar returns where the last code point of b starts, which may be cut off
// at the end.
func LastChar(b []byte) int {
	for i := len(b) - 1; i > 0 && i > len(b)-utf8.UTFMax; i-- {
		if utf8.RuneStart(b[i]) {
			return i
		}
	}
	return max(len(b)-utf8.UTFMax, 0)
}

// enders are marks of ASCII that stand inside no word.
const enders = " !\"#$%&()*+/<=>?@[\\]^`{|}~\t\n\r"

// plainEnds answers the commonest case, ASCII letters and what follows them,
// without a look at the rules for all writing.
func plainEnds(b []byte) (n int, sure bool) {
	for i, c := range b {
		if lower := c | 0x20; lower >= 'a' && lower <= 'z' {
			continue
		}
		return i, i > 0 && bytes.IndexByte([]byte(enders), c) >= 0
	}
	return 0, true
}

// mayJoin reports whether mark, behind a word, may be inside a longer one.
func mayJoin(word, mark []byte) bool {
	r, _ := utf8.DecodeLastRune(word)
	switch m, _ := utf8.DecodeRune(mark); m {
	case '\'', '.', ',', ':', ';', '·', '’', '‘', '․':
		return unicode.IsLetter(r) || unicode.IsDigit(r)
	}
	return false
}
