package induction

import "strings"

const letters = "abcdefghijklmnopqrstuvwxyz"

// Letters reads a word of letters, at least two, as a sequence: the place of
// each in the alphabet, from 1; ok is false for any other text.
func Letters(text string) (terms []int64, ok bool) {
	text = strings.ToLower(strings.TrimSpace(text))
	for _, r := range text {
		place := strings.IndexRune(letters, r)
		if place < 0 || len(terms) == MaxTerms {
			return nil, false
		}
		terms = append(terms, int64(place)+1)
	}
	return terms, len(terms) >= 2
}

// Spell writes terms as letters; one that is none is a question mark.
func Spell(terms []int64) string {
	var s strings.Builder
	for _, t := range terms {
		if t < 1 || t > int64(len(letters)) {
			s.WriteByte('?')
			continue
		}
		s.WriteByte(letters[t-1])
	}
	return s.String()
}
