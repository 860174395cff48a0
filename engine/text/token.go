package text

import (
	"sync"
	"unicode/utf8"

	"github.com/tiktoken-go/tokenizer/codec"
)

// Vocabulary is the name of the embedded vocabulary of byte pair encoding
// (Sennrich 2016) that the Token unit uses.
const Vocabulary = "o200k"

var vocabulary = sync.OnceValue(codec.NewO200kBase)

// continuesToken reports whether a token may cross offset i, a block start: the
// vocabulary's pattern runs past a line break only into a blank line or a
// slash.
func continuesToken(s Bytes, i int) bool {
	return s.At(i) == '/' || blank(s.Slice(i, BlockEnd(s, i)))
}

// cutTokens cuts into the vocabulary's tokens. The vocabulary would change
// bytes that are not UTF-8, so those never reach it: each is its own unit.
func cutTokens(starts []int, piece []byte, at int) []int {
	for i := 0; i < len(piece); {
		n := validPrefix(piece[i:])
		if n == 0 {
			starts = append(starts, at+i)
			i++
			continue
		}
		starts = cutValidTokens(starts, string(piece[i:i+n]), at+i)
		i += n
	}
	return starts
}

func cutValidTokens(starts []int, piece string, at int) []int {
	_, tokens, err := vocabulary().Encode(piece)
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
