package typeset

// A Kind says how a cell looks.
type Kind uint8

// The kinds of cells.
const (
	Glyphs  Kind = iota // drawn by a face
	Space               // a space of any width, empty unless it costs
	Tab                 // as wide as to the next stop
	Newline             // ends a line: LF or CR LF
	Byte                // a byte that is not text: its two hex digits in a box
	Code                // a character without a look, or without a face: its code point in a box
)

// A Cell is what a caret does not enter: a grapheme, or a byte that is no text. The cells of a block cover each of its
// bytes exactly once.
type Cell struct {
	At   int32 // offset of the first byte in the block
	Len  int32 // bytes
	X, W int32 // place in the row and width, device pixels
	Rune rune  // of Byte and Code: what the box says; else the first character

	first, glyphs int32 // its part of Block.glyphs
	face          FaceID
	Kind          Kind
	Level         uint8 // bidi embedding level: odd runs right to left
	joined        bool  // shares a ligature with the cell before: no break between
	shaped        bool  // has its glyphs and width
}

// RTL reports whether the cell's text runs right to left, its first edge being the right one.
func (c *Cell) RTL() bool { return c.Level&1 != 0 }

// A Glyph is one shape of a cell. DX and DY are from the cell's left edge and the baseline, downwards, in 1/64 pixel.
type Glyph struct {
	Face   FaceID
	GID    uint32
	DX, DY int32
}

// A Row is a line on screen: the cells [Lo, Hi) of its block in the order of the text.
type Row struct {
	Lo, Hi int
	X, W   int32 // left edge and width of its cells, device pixels
}

// A Block is a set block of text.
type Block struct {
	Start  int // byte offset in the document
	Len    int // bytes
	Cells  []Cell
	Rows   []Row // one at least
	glyphs []Glyph
}

// Glyphs returns the shapes of a cell.
func (b *Block) Glyphs(c *Cell) []Glyph { return b.glyphs[c.first : c.first+c.glyphs] }

// RowCells returns the cells of a row in the order of the text.
func (b *Block) RowCells(row int) []Cell { return b.Cells[b.Rows[row].Lo:b.Rows[row].Hi] }

// addGlyph gives c one more shape.
func (b *Block) addGlyph(c *Cell, g Glyph) {
	if end := c.first + c.glyphs; c.glyphs > 0 && int(end) != len(b.glyphs) {
		old := b.Glyphs(c) // a font split the cell: move its glyphs to where they can grow
		c.first = int32(len(b.glyphs))
		b.glyphs = append(b.glyphs, old...)
	}
	if c.glyphs == 0 {
		c.first = int32(len(b.glyphs))
	}
	b.glyphs = append(b.glyphs, g)
	c.glyphs++
}

// CellAt returns the index of the cell that holds byte at of the block, len(Cells) when that is its end.
func (b *Block) CellAt(at int) int {
	lo, hi := 0, len(b.Cells)
	for lo < hi {
		if mid := (lo + hi) / 2; int(b.Cells[mid].At+b.Cells[mid].Len) <= at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// RowOf returns the row of a cell; len(Cells) is in the last one.
func (b *Block) RowOf(cell int) int {
	lo, hi := 0, len(b.Rows)-1
	for lo < hi {
		if mid := (lo + hi) / 2; b.Rows[mid].Hi <= cell {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}
