package induction

import (
	"strings"

	"bitlens/engine/induction/integer"
)

const letters = "abcdefghijklmnopqrstuvwxyz"

// Letters reads a word of letters, at least two, as a sequence: the place of
// each in the alphabet, from 1; ok is false for any other text.
func Letters(text string) (terms []integer.Int, ok bool) {
	text = strings.ToLower(strings.TrimSpace(text))
	for _, r := range text {
		place := strings.IndexRune(letters, r)
		if place < 0 || len(terms) == MaxTerms {
			return nil, false
		}
		terms = append(terms, integer.Of(int64(place)+1))
	}
	return terms, len(terms) >= 2
}

// Spell writes terms as letters; one that is none is a question mark.
func Spell(terms []integer.Int) string {
	var s strings.Builder
	for _, t := range terms {
		if place, ok := t.Int64(); ok && place >= 1 && place <= int64(len(letters)) {
			s.WriteByte(letters[place-1])
		} else {
			s.WriteByte('?')
		}
	}
	return s.String()
}
