package typeset

import (
	"strings"
	"unicode"
)

// wrap breaks a block into rows of at most width pixels and places the cells in them. A row may hang over by one space
// and the newline behind it, for which the owner keeps a margin of two Latin characters.
func wrap(b *Block, width, cell int32, rtl bool) {
	w := wrapper{b: b, width: max(width, 1), cell: cell}
	for lo := 0; lo < len(b.Cells); {
		hi := w.rowEnd(lo)
		b.Rows = append(b.Rows, w.place(lo, hi, rtl))
		lo = hi
	}
	if len(b.Rows) == 0 {
		b.Rows = []Row{{}}
	}
}

type wrapper struct {
	b           *Block
	width, cell int32
}

// rowEnd returns the cell behind the row that starts with cell lo: at the last place for a break before it is full, or
// anywhere when a word is longer than a row.
func (w wrapper) rowEnd(lo int) int {
	x, last, fits := int32(0), lo, lo
	for i := lo; i < len(w.b.Cells); i++ {
		c := &w.b.Cells[i]
		if c.Kind == Tab {
			c.W = w.tab(x)
		}
		if i > lo && !c.joined {
			fits = i
			if breaks(&w.b.Cells[i-1], c) {
				last = i
			}
		}
		x += c.W
		if x > w.width && i > lo && !w.hangs(c, x) {
			return firstAfter(lo, last, fits, i)
		}
	}
	return len(w.b.Cells)
}

// firstAfter returns the first of the candidates that leaves a cell in the row.
func firstAfter(lo int, candidates ...int) int {
	for _, c := range candidates {
		if c > lo {
			return c
		}
	}
	return lo + 1
}

// tab returns the width of a tab that starts at x: up to the next stop that is one Latin character away or more.
func (w wrapper) tab(x int32) int32 {
	stop := w.cell * tabStop
	return (x+w.cell+stop-1)/stop*stop - x
}

// hangs reports whether a cell that ends at x may stand in the margin.
func (w wrapper) hangs(c *Cell, x int32) bool {
	over := x - w.width
	return c.Kind == Newline && over <= 2*w.cell || c.Kind == Space && c.W <= w.cell && over <= w.cell
}

// breaks reports whether a row may end between two cells.
func breaks(a, z *Cell) bool {
	switch {
	case z.Kind == Newline:
		return false
	case a.Kind == Space || a.Kind == Tab:
		return true
	case z.Kind == Space || z.Kind == Tab || !solid(a.Rune) && !solid(z.Rune):
		return false
	}
	return !strings.ContainsRune(opening, a.Rune) && !strings.ContainsRune(closing, z.Rune)
}

// Punctuation that must not end a row, and that must not start one.
const (
	opening = "（《〈「『【〔［｛“‘([{"
	closing = "，。、；：？！）》〉」』】〕］｝”’…—·,.;:?!)]}%"
)

// solid reports the characters of scripts that write without spaces, between which any place is good for a break.
func solid(r rune) bool {
	switch {
	case r < 0x2E80:
		return false
	case 0x3000 <= r && r <= 0x30FF, 0x3400 <= r && r <= 0x9FFF, 0xFF00 <= r && r <= 0xFFEF:
		return true
	}
	return unicode.In(r, unicode.Han, unicode.Katakana)
}

// place gives the cells [lo, hi) their X. A right-to-left paragraph starts at the right edge.
func (w wrapper) place(lo, hi int, rtl bool) Row {
	cells := w.b.Cells[lo:hi]
	x := int32(0)
	put := func(c *Cell) {
		c.X = x
		x += c.W
	}
	if w.mixed(cells) || rtl {
		for _, i := range visual(cells, rtl) {
			put(&cells[i])
		}
	} else {
		for i := range cells {
			put(&cells[i])
		}
	}
	row := Row{Lo: lo, Hi: hi, W: x}
	if rtl {
		row.X = w.width - x
	}
	return row
}

// mixed reports whether the order on screen is not that of the text.
func (w wrapper) mixed(cells []Cell) bool {
	for i := range cells {
		if cells[i].Level != 0 {
			return true
		}
	}
	return false
}
