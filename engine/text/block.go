package text

import (
	"bytes"
	"unicode/utf8"
)

// BlockLen is the most bytes of a block.
const BlockLen = 16 << 10

// A block is a line with its line break; a line longer than BlockLen is cut
// into blocks. What looks at text locally (layout, graphemes, words) does so
// block by block, and so never reads more than BlockLen bytes back or forth
// from where it is asked, be the document one line of 100 MB.
//
// Cuts in a long line stand at multiples of BlockLen, moved to the start of
// a character; whether an offset is a cut can be told from the BlockLen bytes
// before it alone.

// BlockStart returns the start of the block that holds offset i. An offset at
// the end of the text belongs to the last block unless that ends in a newline.
func BlockStart(s Bytes, i int) int {
	i = min(max(i, 0), s.Len())
	lo := cutBefore(s, i)
	if n := bytes.LastIndexByte(s.Slice(lo, i), '\n'); n >= 0 {
		return lo + n + 1
	}
	return lo
}

// BlockEnd returns the offset behind the block that holds offset i.
func BlockEnd(s Bytes, i int) int {
	i = min(max(i, 0), s.Len())
	hi := cutAfter(s, i)
	if n := bytes.IndexByte(s.Slice(i, hi), '\n'); n >= 0 {
		return i + n + 1
	}
	return hi
}

// cutBefore returns the last cut position at or before i.
func cutBefore(s Bytes, i int) int {
	c := charStart(s, i/BlockLen*BlockLen)
	if c > i {
		c = charStart(s, (i/BlockLen-1)*BlockLen)
	}
	return c
}

// cutAfter returns the first cut position after i, or the end.
func cutAfter(s Bytes, i int) int {
	c := charStart(s, i/BlockLen*BlockLen)
	if c <= i {
		c = charStart(s, (i/BlockLen+1)*BlockLen)
	}
	return c
}

// charStart moves i forward to the start of a character, at most 3 bytes.
func charStart(s Bytes, i int) int {
	i = max(i, 0)
	for n := 0; n < utf8.UTFMax-1 && i < s.Len() && !utf8.RuneStart(s.At(i)); n++ {
		i++
	}
	return min(i, s.Len())
}
