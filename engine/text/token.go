package text

import (
	"bytes"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/tiktoken-go/tokenizer/codec"
)

// A vocabulary is one of byte pair encoding (Sennrich 2016), embedded whole and
// unpacked when it is first asked.
type vocabulary struct {
	name string
	open func() *codec.Codec
	// joins is where a token may cross a block start.
	joins func(s Bytes, i int) bool
	ends  func(starts []int, s Bytes, b int) []int
}

// The vocabularies of the token units; the names are those their makers gave.
var (
	o200k  = vocabulary{"o200k", sync.OnceValue(codec.NewO200kBase), continuesSlash, nil}
	cl100k = vocabulary{"cl100k", sync.OnceValue(codec.NewCl100kBase), continuesToken, nil}
	r50k   = vocabulary{"r50k", sync.OnceValue(codec.NewR50kBase), continuesWide, splitBlank}
)

// Vocabulary is the name of the one that the Token unit uses.
const Vocabulary = "o200k"

// tokenUnit is the unit of a vocabulary.
func tokenUnit(name string, v vocabulary) Unit { return Unit{name, v.cut, v.joins, v.ends} }

// Tokens lists the token units: of the vocabularies o200k, cl100k and r50k.
var Tokens = []Unit{Token, TokenCL100k, TokenR50k}

// IsToken reports whether a unit is the tokens of a vocabulary, which may end
// inside a character.
func (u Unit) IsToken() bool { return u.Vocabulary() != "" }

// Vocabulary returns the name of a token unit's vocabulary, "" for other units.
func (u Unit) Vocabulary() string {
	switch u.name {
	case Token.name:
		return o200k.name
	case TokenCL100k.name:
		return cl100k.name
	case TokenR50k.name:
		return r50k.name
	}
	return ""
}

// continuesToken reports whether a token may cross offset i, a block start: the
// vocabularies' patterns run past a line break only into a blank line.
func continuesToken(s Bytes, i int) bool { return blank(s.Slice(i, BlockEnd(s, i))) }

// continuesSlash is continuesToken where line breaks and slashes are one run.
func continuesSlash(s Bytes, i int) bool { return s.At(i) == '/' || continuesToken(s, i) }

// continuesWide is continuesToken for the one vocabulary that has a token of a
// line break and what follows it: a no-break space. All its other tokens with
// a line break in them hold nothing else, so to cut there cuts none.
func continuesWide(s Bytes, i int) bool {
	return bytes.HasPrefix(s.Slice(i, i+2), []byte("\u00a0")) || continuesToken(s, i)
}

// splitBlank splits the token of two line breaks that ends a piece at b where a
// line begins without white space: r50k's pattern leaves the last white space
// of a run to what follows.
func splitBlank(starts []int, s Bytes, b int) []int {
	last := starts[len(starts)-1]
	next, _ := utf8.DecodeRune(s.Slice(b, b+utf8.UTFMax))
	if b < s.Len() && !unicode.IsSpace(next) && string(s.Slice(last, b)) == "\n\n" {
		starts = append(starts, b-1)
	}
	return starts
}

// cut cuts into the vocabulary's tokens. The vocabulary would change bytes that
// are not UTF-8, so those never reach it: each is its own unit.
func (v vocabulary) cut(starts []int, piece []byte, at int) []int {
	for i := 0; i < len(piece); {
		n := validPrefix(piece[i:])
		if n == 0 {
			starts = append(starts, at+i)
			i++
			continue
		}
		starts = v.cutValid(starts, string(piece[i:i+n]), at+i)
		i += n
	}
	return starts
}

func (v vocabulary) cutValid(starts []int, piece string, at int) []int {
	_, tokens, err := v.open().Encode(piece)
	total := 0
	for _, t := range tokens {
		total += len(t)
	}
	if err != nil || total != len(piece) {
		// A piece that the vocabulary cannot give back is cut by character.
		return cutGraphemes(starts, []byte(piece), at)
	}
	for _, t := range tokens {
		starts = append(starts, at)
		at += len(t)
	}
	return starts
}

// validPrefix returns the length of the longest prefix that is UTF-8.
func validPrefix(b []byte) int {
	for i := 0; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n <= 1 {
			return i
		}
		i += n
	}
	return len(b)
}
