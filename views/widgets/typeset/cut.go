package typeset

import (
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"
)

// A cutter cuts a block into cells.
type cutter struct {
	set   *Setter
	block *Block
	text  []byte
	bad   int    // offset of the first byte at or behind the last look that is not UTF-8
	runes []rune // of the grapheme at hand
}

// cut appends the cells of text to the block.
func (c *cutter) cut() {
	c.bad = -1
	n := utf8.RuneCount(c.text)
	c.block.Cells, c.block.glyphs = make([]Cell, 0, n), make([]Glyph, 0, n)
	for at := 0; at < len(c.text); {
		switch {
		case c.plain(at):
			c.ascii(at)
			at++
		case c.validTo(at) == at:
			c.add(Cell{At: int32(at), Len: 1, Kind: Byte, Rune: rune(c.text[at])})
			at++
		default:
			at = c.clusters(at)
		}
	}
}

// plain reports that the byte at is a grapheme because it and the next one are ASCII. Nine bytes of ten are, and the
// grapheme rules need not be asked.
func (c *cutter) plain(at int) bool {
	b := c.text[at]
	return b < utf8.RuneSelf && b != '\r' && (at+1 == len(c.text) || c.text[at+1] < utf8.RuneSelf)
}

// validTo returns where the UTF-8 that starts at ends.
func (c *cutter) validTo(at int) int {
	if c.bad >= at {
		return c.bad
	}
	for c.bad = at; c.bad < len(c.text); {
		r, n := utf8.DecodeRune(c.text[c.bad:])
		if r == utf8.RuneError && n == 1 {
			break
		}
		c.bad += n
	}
	return c.bad
}

// clusters cuts graphemes from at until plain text or bytes that are no text, and returns where that is.
func (c *cutter) clusters(at int) int {
	it := graphemes.FromBytes(c.text[at:c.validTo(at)])
	for it.Next() {
		g := it.Value()
		c.grapheme(at, g)
		at += len(g)
		if at < c.bad && c.plain(at) {
			break
		}
	}
	return at
}

// ascii adds a cell of one ASCII byte.
func (c *cutter) ascii(at int) {
	cell := Cell{At: int32(at), Len: 1, Rune: rune(c.text[at]), Kind: Glyphs}
	switch b := c.text[at]; {
	case b == ' ':
		cell.Kind = Space
	case b == '\n':
		cell.Kind = Newline
	case b == '\t':
		cell.Kind = Tab
	case b < ' ' || b == 0x7F:
		cell.Kind = Code
	}
	c.single(cell, false)
}

// grapheme adds a cell of any grapheme.
func (c *cutter) grapheme(at int, g []byte) {
	c.runes = c.runes[:0]
	for i := 0; i < len(g); {
		r, n := utf8.DecodeRune(g[i:])
		c.runes = append(c.runes, r)
		i += n
	}
	cell := Cell{At: int32(at), Len: int32(len(g)), Rune: c.runes[0], Kind: kind(c.runes)}
	if cell.Kind == Glyphs && len(c.runes) > 1 {
		whole, ok := compose(c.runes)
		if !ok {
			c.several(cell)
			return
		}
		cell.Rune = whole
	}
	c.single(cell, c.latin(at-1, -1) || c.latin(at+len(g), 1))
}

// kind tells a grapheme's look from its first character.
func kind(g []rune) Kind {
	switch r := g[0]; {
	case 0x3001 <= r && r < 0xE000: // most of Chinese, without a look into tables
	case r == '\r' && len(g) == 2 || r == '\n':
		return Newline
	case r == '\t':
		return Tab
	case len(g) == 1 && unicode.Is(unicode.Zs, r):
		return Space
	case len(g) == 1 && (unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) || ignorable(r)), r == '\r':
		return Code
	}
	return Glyphs
}

// single adds a cell of one character, with its glyph if that needs no shaping.
func (c *cutter) single(cell Cell, latin bool) {
	if cell.Kind != Glyphs {
		c.add(cell)
		return
	}
	n := c.set.nominal(cell.Rune, latin)
	if n.face == NoFace {
		cell.Kind = Code
	}
	cell.face, cell.W, cell.shaped = n.face, n.w, n.direct
	c.add(cell)
	if n.direct {
		c.block.addGlyph(&c.block.Cells[len(c.block.Cells)-1], Glyph{Face: n.face, GID: n.gid})
	}
}

// several adds a cell of several characters, which shaping will turn into glyphs.
func (c *cutter) several(cell Cell) {
	if cell.face = c.set.faces.Pick(c.runes); cell.face == NoFace {
		cell.Kind = Code
	}
	c.add(cell)
}

// add adds a cell; all but Glyphs have their width from their kind.
func (c *cutter) add(cell Cell) {
	if cell.Kind != Glyphs {
		cell.W, cell.shaped = c.set.width(&cell), true
	}
	c.block.Cells = append(c.block.Cells, cell)
}

// latin reports whether there is ASCII text at a byte or, over a space, one step of dir further: the quotation marks that
// Chinese and English share are narrow beside it.
func (c *cutter) latin(at, dir int) bool {
	if c.ascii7(at) && c.text[at] == ' ' {
		at += dir
	}
	return c.ascii7(at) && c.text[at] > ' '
}

func (c *cutter) ascii7(at int) bool {
	return 0 <= at && at < len(c.text) && c.text[at] < utf8.RuneSelf
}
