package text

import (
	"regexp"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"
	"github.com/clipperhouse/uax29/v2/sentences"
	"github.com/clipperhouse/uax29/v2/words"
)

func cutBytes(starts []int, piece []byte, at int) []int {
	for i := range piece {
		starts = append(starts, at+i)
	}
	return starts
}

// cutGraphemes cuts into user-perceived characters (UAX 29).
func cutGraphemes(starts []int, piece []byte, at int) []int {
	for g := graphemes.FromBytes(piece); g.Next(); {
		starts = append(starts, at+g.Start())
	}
	return starts
}

// cutSentences cuts at sentence ends (UAX 29), which include line breaks.
func cutSentences(starts []int, piece []byte, at int) []int {
	for g := sentences.FromBytes(piece); g.Next(); {
		starts = append(starts, at+g.Start())
	}
	return starts
}

// cutWords cuts into words, and what stands between them (UAX 29). Each Han
// character is a word there; runs of them are cut by the dictionary instead.
func cutWords(starts []int, piece []byte, at int) []int {
	han := -1 // start of the run of Han words at hand
	flush := func(end int) {
		if han >= 0 {
			starts = cutHan(starts, piece[han:end], at+han)
			han = -1
		}
	}
	for w := words.FromBytes(piece); w.Next(); {
		r, n := utf8.DecodeRune(w.Value())
		if n == len(w.Value()) && unicode.Is(unicode.Han, r) {
			if han < 0 {
				han = w.Start()
			}
			continue
		}
		flush(w.Start())
		starts = append(starts, at+w.Start())
	}
	flush(len(piece))
	return starts
}

// cutWhole makes the piece one unit: a line, or a paragraph of several. A very
// long line is several blocks and so several units.
func cutWhole(starts []int, _ []byte, at int) []int {
	return append(starts, at)
}

// cutPattern cuts at both ends of each match of re within a block.
func cutPattern(re *regexp.Regexp) func([]int, []byte, int) []int {
	return func(starts []int, piece []byte, at int) []int {
		last := 0
		starts = append(starts, at)
		for _, m := range re.FindAllIndex(piece, -1) {
			for _, i := range m {
				if i > last && i < len(piece) {
					starts, last = append(starts, at+i), i
				}
			}
		}
		return starts
	}
}
