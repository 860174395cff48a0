package text

import (
	"bytes"
	"unicode/utf8"
)

// BlockLen is the length from which a line is cut.
const BlockLen = 16 << 10

// A block is a line with its line break; a line of BlockLen bytes and more is
// cut into blocks shorter than 2 BlockLen. What looks at text locally (layout,
// graphemes, words) does so block by block, and so never reads further than
// that, be the document one line of 100 MB.
//
// Marks stand at the multiples of BlockLen, moved forward to the start of a
// character. A line is cut at each mark that has a whole mark distance of the
// line before it, so an edit moves no cut in another line.

// BlockStart returns the start of the block that holds offset i. The end of
// the text belongs to the last block unless that ends in a newline.
func BlockStart(s Bytes, i int) int {
	i = min(max(i, 0), s.Len())
	k := markBefore(s, i)
	lo, at := mark(s, k-1), mark(s, k)
	newline := lo + bytes.LastIndexByte(s.Slice(lo, i), '\n')
	switch {
	case newline >= lo:
		return newline + 1
	case k == 0:
		return 0
	default:
		return at
	}
}

// BlockEnd returns the offset behind the block that holds offset i.
func BlockEnd(s Bytes, i int) int {
	i = min(max(i, 0), s.Len())
	start := BlockStart(s, i)
	k := markBefore(s, i) + 1
	for mark(s, k-1) < start {
		k++
	}
	end := mark(s, k)
	if n := bytes.IndexByte(s.Slice(i, end), '\n'); n >= 0 {
		return i + n + 1
	}
	return end
}

// mark returns the position of the k-th mark; marks end with the text.
func mark(s Bytes, k int) int {
	i := max(k, 0) * BlockLen
	for n := 0; n < utf8.UTFMax-1 && i < s.Len() && !utf8.RuneStart(s.At(i)); n++ {
		i++
	}
	return min(i, s.Len())
}

// markBefore returns the last k whose mark is at or before i.
func markBefore(s Bytes, i int) int {
	k := i / BlockLen
	if mark(s, k) > i {
		k--
	}
	return k
}

// Rune returns the character of UTF-8, or the single byte of something that is
// none, that holds offset i, 0 <= i < Len.
func Rune(s Bytes, i int) (lo, hi int) {
	for lo := i; lo >= max(0, i-utf8.UTFMax+1); lo-- {
		if _, n := utf8.DecodeRune(s.Slice(lo, lo+utf8.UTFMax)); lo+n > i && (n > 1 || lo == i) {
			return lo, lo + n
		}
	}
	return i, i + 1
}
