package typeset

import (
	"unicode/utf8"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
)

// shape gives glyphs and widths to the cells that do not have them: what joins, reorders, combines or runs right to left.
func (s *Setter) shape(b *Block, text []byte) {
	for lo := 0; lo < len(b.Cells); {
		if b.Cells[lo].shaped {
			lo++
			continue
		}
		r := shapeRun{block: b, text: text, lo: lo}
		hi := r.end()
		r.collect(hi)
		r.place(s.shaper.Shape(r.input(s)))
		r.settle(s.cell)
		lo = hi
	}
}

// A shapeRun is a stretch of cells with one face, direction and script.
type shapeRun struct {
	block  *Block
	text   []byte
	lo     int
	cells  []Cell
	runes  []rune
	of     []int   // the cell of each rune
	left   []int32 // the left edge of each cell, pixels from the run's; -1 before it is met
	script language.Script
}

// end returns the cell behind the run.
func (r *shapeRun) end() int {
	first := &r.block.Cells[r.lo]
	r.script = language.Common
	hi := r.lo
	for ; hi < len(r.block.Cells); hi++ {
		c := &r.block.Cells[hi]
		if c.shaped || c.face != first.face || c.Level != first.Level || !r.joinScript(c) {
			break
		}
	}
	return hi
}

// joinScript takes the script of a cell into the run and reports whether it fits. Punctuation fits all.
func (r *shapeRun) joinScript(c *Cell) bool {
	first, _ := utf8.DecodeRune(r.text[c.At:])
	script := language.LookupScript(first)
	if script == language.Common || script == language.Inherited || script == r.script {
		return true
	}
	free := r.script == language.Common
	if free {
		r.script = script
	}
	return free
}

// collect gathers the characters of the cells [lo, hi).
func (r *shapeRun) collect(hi int) {
	r.cells = r.block.Cells[r.lo:hi]
	r.left = make([]int32, len(r.cells))
	for i := range r.cells {
		r.left[i] = -1
		c := &r.cells[i]
		for _, char := range string(r.text[c.At : c.At+c.Len]) {
			r.runes = append(r.runes, char)
			r.of = append(r.of, i)
		}
	}
}

func (r *shapeRun) input(s *Setter) shaping.Input {
	in := shaping.Input{
		Text: r.runes, RunEnd: len(r.runes), Face: s.faces.Face(r.cells[0].face),
		Size: fixed.Int26_6(s.size * 64), Script: r.script, Language: "und",
	}
	if r.cells[0].RTL() {
		in.Direction = di.DirectionRTL
	}
	return in
}

// place gives the glyphs, which come in the order on screen, to their cells.
func (r *shapeRun) place(out shaping.Output) {
	pen := fixed.Int26_6(0)
	for i := 0; i < len(out.Glyphs); {
		n := cluster(out.Glyphs[i:])
		r.cluster(out.Glyphs[i:i+n], pen)
		for _, g := range out.Glyphs[i : i+n] {
			pen += g.Advance
		}
		i += n
	}
}

// cluster returns how many glyphs were made from the same characters as the first.
func cluster(glyphs []shaping.Glyph) int {
	n := 1
	for n < len(glyphs) && glyphs[n].TextIndex() == glyphs[0].TextIndex() {
		n++
	}
	return n
}

// cluster places glyphs that belong together from pen on. A ligature of several cells is shared out evenly: its glyphs
// stay with the leftmost, and each gets its part of the width, to be tinted and clicked on its own.
func (r *shapeRun) cluster(glyphs []shaping.Glyph, pen fixed.Int26_6) {
	first := glyphs[0].TextIndex()
	a, z := r.of[first], r.of[min(first+max(glyphs[0].RunesCount(), 1), len(r.of))-1]
	advance := fixed.Int26_6(0)
	for _, g := range glyphs {
		advance += g.Advance
	}
	n := z - a + 1
	leftmost := a
	for k := range n {
		cell := a + k
		if r.cells[a].RTL() {
			cell = z - k
		}
		if k == 0 {
			leftmost = cell
		}
		r.widen(cell, pen+advance*fixed.Int26_6(k)/fixed.Int26_6(n), pen+advance*fixed.Int26_6(k+1)/fixed.Int26_6(n))
		r.cells[cell].joined = cell > a
	}
	r.draw(leftmost, glyphs, pen)
}

// widen makes a cell reach from lo to hi, rounded to pixels where the next cell starts.
func (r *shapeRun) widen(cell int, lo, hi fixed.Int26_6) {
	if r.left[cell] < 0 {
		r.left[cell] = int32(max(lo, 0).Round())
	}
	r.cells[cell].W = max(r.cells[cell].W, int32(hi.Round())-r.left[cell])
}

// draw adds glyphs to a cell.
func (r *shapeRun) draw(cell int, glyphs []shaping.Glyph, pen fixed.Int26_6) {
	c := &r.cells[cell]
	for _, g := range glyphs {
		x := int32(pen+g.XOffset) - r.left[cell]*64
		r.block.addGlyph(c, Glyph{Face: c.face, GID: uint32(g.GlyphID), DX: x, DY: -int32(g.YOffset)})
		pen += g.Advance
	}
}

// settle ends shaping. A cell without width, such as a mark that combines with nothing, gets one to be seen and clicked.
func (r *shapeRun) settle(cell int32) {
	for i := range r.cells {
		c := &r.cells[i]
		c.shaped = true
		if c.W <= 0 {
			c.W = cell
		}
	}
}
