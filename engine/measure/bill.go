package measure

import (
	"cmp"
	"context"
	"slices"
	"unicode"
	"unicode/utf8"

	"bitlens/engine/text"
)

// An Item is what all units of one kind cost together.
type Item struct {
	Name  string // of the kind: the unit itself, or its class
	Count int
	Bits  float64
	Len   int // bytes
}

// A Grouping says of which kind a unit is.
type Grouping struct {
	Unit text.Unit
	Kind func(unit []byte) string
}

// The groupings of a bill: each word, each kind of character, each kind of
// word.
var (
	ByWord  = Grouping{text.Word, func(b []byte) string { return string(b) }}
	ByClass = Grouping{text.Char, class}
	ByType  = Grouping{text.Word, wordType}
)

// Rest is the name of all kinds that a bill has no room for.
const Rest = "\x00rest"

// maxKinds bounds the memory of a bill.
const maxKinds = 1 << 18

// Bill says where the bits of the first n bytes of a text went: what the units
// of each kind cost, the dearest kind first. Together they cost what the bytes
// do. Past a quarter of a million kinds, those that are new count as Rest.
func Bill(ctx context.Context, t text.Bytes, costs text.Seq[uint32], n int, g Grouping) ([]Item, error) {
	type sum struct {
		count, len int
		cost       uint64
	}
	sums := map[string]*sum{}
	done := 0
	for lo, hi := range g.Unit.All(t.Prefix(n)) {
		if done++; done%1024 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		kind := g.Kind(t.Slice(lo, hi))
		s := sums[kind]
		if s == nil {
			if len(sums) >= maxKinds {
				kind = Rest
				s = sums[kind]
			}
			if s == nil {
				s = new(sum)
				sums[kind] = s
			}
		}
		s.count++
		s.len += hi - lo
		for _, c := range costs.Slice(lo, hi) {
			s.cost += uint64(c)
		}
	}
	items := make([]Item, 0, len(sums))
	for name, s := range sums {
		items = append(items, Item{name, s.count, Bits(s.cost), s.len})
	}
	slices.SortFunc(items, func(a, b Item) int {
		return cmp.Or(cmp.Compare(b.Bits, a.Bits), cmp.Compare(a.Name, b.Name))
	})
	return items, nil
}

// class returns the class of a character: Unicode's, as far as a person tells
// them apart.
func class(b []byte) string {
	r, n := utf8.DecodeRune(b)
	switch {
	case r == utf8.RuneError && n <= 1:
		return "bytes that are no text"
	case r == '\n' || r == '\r':
		return "line breaks"
	case unicode.IsSpace(r):
		return "spaces"
	case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul):
		return "CJK characters"
	case unicode.IsUpper(r) || unicode.IsTitle(r):
		return "capital letters"
	case unicode.IsLetter(r):
		return "small letters"
	case unicode.IsDigit(r):
		return "digits"
	case unicode.IsPunct(r):
		return "punctuation"
	}
	return "symbols and marks"
}

// wordType returns the type of a word by its characters.
func wordType(b []byte) string {
	first := class(b)
	switch first {
	case "capital letters":
		if r, n := utf8.DecodeRune(b[firstLen(b):]); n > 0 && unicode.IsUpper(r) {
			return "words in capitals"
		}
		return "words with a capital"
	case "small letters":
		return "small words"
	case "CJK characters":
		return "CJK words"
	case "digits":
		return "numbers"
	}
	return first
}

func firstLen(b []byte) int {
	_, n := utf8.DecodeRune(b)
	return n
}
