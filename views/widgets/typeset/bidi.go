package typeset

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"
)

// order gives the cells of a block their bidi level and reports whether the paragraph runs right to left. Most blocks
// have no right-to-left character and are left as they are.
//
// x/text tells directions but not levels. They follow from the directions once explicit embeddings are out of play: right
// to left is 1; left to right is 2 inside right-to-left text, else 0. Embedding characters are shown as boxes, being part
// of what a text costs, and do not act.
func order(b *Block, text []byte) (rtl bool) {
	if !hasRTL(b) {
		return false
	}
	runes := make([]rune, len(b.Cells))
	for i, c := range b.Cells {
		runes[i] = orderRune(c.Kind, text[c.At:c.At+c.Len])
	}
	var p bidi.Paragraph
	if _, err := p.SetString(string(runes)); err != nil {
		return false
	}
	o, err := p.Order()
	if err != nil {
		return false
	}
	rtl = firstStrong(runes) == bidi.RightToLeft
	setLevels(b, o, runes, rtl)
	return rtl
}

// hasRTL reports a character from the blocks of Unicode that hold right-to-left scripts, or a mark that acts as one.
func hasRTL(b *Block) bool {
	for i := range b.Cells {
		switch r := b.Cells[i].Rune; {
		case r < 0x590:
		case r <= 0x8FF, r == rlm, 0xFB1D <= r && r <= 0xFDFF, 0xFE70 <= r && r <= 0xFEFF,
			0x10800 <= r && r <= 0x10FFF, 0x1E800 <= r && r <= 0x1EFFF:
			return b.Cells[i].Kind == Glyphs || b.Cells[i].Kind == Code
		}
	}
	return false
}

// rlm is the invisible mark that orders as a Hebrew letter would.
const rlm = 0x200F

// orderRune returns the character that orders a cell: its first one, or a neutral one for what must not act.
func orderRune(k Kind, text []byte) rune {
	const neutral, space = 0xFFFC, ' '
	r, _ := utf8.DecodeRune(text)
	switch {
	case k == Newline, k == Tab:
		return space
	case k == Byte, k == Code && !acts(r):
		return neutral
	}
	return r
}

// acts reports whether a character that shows as a box takes part in the order: marks do, and so do letters that no face
// has; controls and embeddings do not.
func acts(r rune) bool {
	p, _ := bidi.LookupRune(r)
	switch p.Class() {
	case bidi.L, bidi.R, bidi.AL, bidi.EN, bidi.AN, bidi.NSM, bidi.ON:
		return true
	}
	return false
}

// firstStrong is rule P2 of the algorithm: the first letter tells where the paragraph starts.
func firstStrong(runes []rune) bidi.Direction {
	for _, r := range runes {
		p, _ := bidi.LookupRune(r)
		switch p.Class() {
		case bidi.L:
			return bidi.LeftToRight
		case bidi.R, bidi.AL:
			return bidi.RightToLeft
		}
	}
	return bidi.Neutral
}

// setLevels turns runs of one direction into levels.
func setLevels(b *Block, o bidi.Ordering, runes []rune, rtl bool) {
	for i := range o.NumRuns() {
		run := o.Run(i)
		lo, hi := run.Pos()
		cells := b.Cells[lo:min(hi+1, len(b.Cells))]
		inside := 0 // the cells of a left-to-right run that belong to right-to-left text
		switch {
		case rtl:
			inside = len(cells)
		case i > 0:
			inside = numbers(runes[lo : lo+len(cells)])
		}
		for j := range cells {
			cells[j].Level = level(run.Direction(), j < inside)
			b.mirror(&cells[j])
		}
	}
}

// numbers returns the length of the numbers that text starts with: digits and, between or behind them, what belongs to a
// number. In a left-to-right paragraph they alone are ordered with the right-to-left text before them.
func numbers(text []rune) int {
	end := 0
	for i, r := range text {
		p, _ := bidi.LookupRune(r)
		switch p.Class() {
		case bidi.EN, bidi.AN:
			end = i + 1
		case bidi.ET, bidi.NSM, bidi.BN:
			if end == i && i > 0 {
				end = i + 1
			}
		case bidi.ES, bidi.CS:
		default:
			return end
		}
	}
	return end
}

func level(d bidi.Direction, inside bool) uint8 {
	switch {
	case d == bidi.RightToLeft:
		return 1
	case inside:
		return 2
	}
	return 0
}

// mirror leaves a cell that was drawn directly to shaping, which turns brackets around in right-to-left text.
func (b *Block) mirror(c *Cell) {
	if c.Kind == Glyphs && c.RTL() {
		c.shaped, c.glyphs = false, 0
	}
}

// visual returns the cells of a row in the order on screen, left to right: rule L2, with the space at the end of the row
// at the level of the paragraph (L1).
func visual(cells []Cell, rtl bool) []int {
	base := uint8(0)
	if rtl {
		base = 1
	}
	order, levels := make([]int, len(cells)), make([]uint8, len(cells))
	trailing := true
	for i := len(cells) - 1; i >= 0; i-- {
		k := cells[i].Kind
		trailing = trailing && (k == Space || k == Tab || k == Newline)
		order[i], levels[i] = i, cells[i].Level
		if trailing {
			levels[i] = base
		}
	}
	for l := uint8(2); l >= 1; l-- {
		reverseRuns(order, levels, l)
	}
	return order
}

// reverseRuns reverses every stretch of the row whose levels are at least l. Levels are by position in the text, which
// for the outer reversal still holds, since the inner one moved cells only inside their own stretch.
func reverseRuns(order []int, levels []uint8, l uint8) {
	for i := 0; i < len(levels); i++ {
		j := i
		for j < len(levels) && levels[j] >= l {
			j++
		}
		for a, z := i, j-1; a < z; a, z = a+1, z-1 {
			order[a], order[z] = order[z], order[a]
		}
		if j > i {
			i = j
		}
	}
}
