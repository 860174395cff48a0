package widgets

import (
	"unicode"
	"unicode/utf8"
)

// maxWord bounds the search for a word's ends, in characters each way.
const maxWord = 256

// wordAt returns the stretch of characters around an offset that are of its class.
func (h *HeatText) wordAt(offset int) (lo, hi int) {
	l := h.view.layout
	class := h.class(offset)
	lo, hi = offset, l.After(offset)
	for n := 0; n < maxWord && lo > 0 && h.class(l.Before(lo)) == class; n++ {
		lo = l.Before(lo)
	}
	for n := 0; n < maxWord && hi < h.doc.Len() && h.class(hi) == class; n++ {
		hi = l.After(hi)
	}
	return lo, hi
}

// A class of characters holds together in a word.
type class uint8

const (
	spaceClass class = iota
	wordClass
	hanClass
	otherClass
)

func (h *HeatText) class(offset int) class {
	r, _ := utf8.DecodeRune(h.doc.Slice(offset, offset+utf8.UTFMax))
	switch {
	case unicode.IsSpace(r):
		return spaceClass
	case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana):
		return hanClass
	case unicode.IsLetter(r), unicode.IsDigit(r), r == '_', r == '\'':
		return wordClass
	}
	return otherClass
}
