package widgets

import (
	"image"
	"image/color"
	"math"

	"bitlens/views/widgets/typeset"
)

// A painter draws the rows on screen: tints and bars first, so that no tint cuts what a neighbour's glyph reaches over.
type painter struct {
	*view
	dst     *image.RGBA
	palette Palette
	ramp    *Ramp
	tints   *tinter
	veil    veiling
	looks   []look // of the cells of the row at hand
	cuts    []int  // where the pieces of another unit start, if that is shown
}

// A look is how a cell is coloured.
type look struct {
	tint float64
	ink  color.RGBA
}

// paint draws all rows.
func (p *painter) paint() {
	typeset.Fill(p.dst, p.dst.Rect, p.palette.Background)
	p.eachRow(p.row)
}

// row draws one row.
func (p *painter) row(row typeset.Place, y int) {
	p.backs(row, y)
	p.fronts(row, y)
	p.aligned(row, y, p.cuts)
	p.cover(row, y)
}

// backs draws the tints of a row and the bars that say the same by their thickness.
func (p *painter) backs(row typeset.Place, y int) {
	top, bottom := p.tintBox()
	left := p.px(sideMargin) + row.X()
	p.looks = p.looks[:0]
	cells := row.Cells()
	for i := range cells {
		c := &cells[i]
		lo := row.Block.Start + int(c.At)
		l := look{p.tints.of(lo, lo+int(c.Len)), p.palette.Ink}
		if l.tint != 0 {
			var fill color.RGBA
			fill, l.ink = p.ramp.At(l.tint, p.palette.Dark)
			r := image.Rect(left+int(c.X), y+top, left+int(c.X+c.W), y+bottom)
			typeset.Fill(p.dst, r, fill)
			p.bar(r, l)
		}
		p.looks = append(p.looks, l)
	}
}

// bar draws the foot of a tint, from half a dip for the cheapest to three for the dearest.
func (p *painter) bar(r image.Rectangle, l look) {
	const strength = 0x66
	r.Min.Y = r.Max.Y - max(1, p.px(float32(math.Abs(l.tint))*3))
	typeset.Blend(p.dst, r, l.ink, strength)
}

// fronts draws what stands on the tints.
func (p *painter) fronts(row typeset.Place, y int) {
	top, bottom := p.tintBox()
	left := p.px(sideMargin) + row.X()
	em := p.px(p.em)
	emTop := y + top + (bottom-top-em-p.px(1.5))/2
	for i, l := range p.looks {
		c := &row.Cells()[i]
		x := left + int(c.X)
		switch c.Kind {
		case typeset.Glyphs, typeset.Byte, typeset.Code:
			p.pen.Cell(p.dst, row.Block, c, x, emTop, l.ink)
		default:
			if l.tint != 0 {
				p.blank(c, image.Rect(x, emTop, x+int(c.W), emTop+em), l.ink)
			}
		}
	}
}

// blank marks white space that costs: a dot in the middle of a space, an arrow for a tab, a hook for a new line.
func (p *painter) blank(c *typeset.Cell, em image.Rectangle, ink color.RGBA) {
	const faint = 0x58
	unit := max(1, p.px(1))
	mid := image.Pt((em.Min.X+em.Max.X)/2, (em.Min.Y+em.Max.Y)/2+unit)
	switch c.Kind {
	case typeset.Space:
		typeset.Blend(p.dst, image.Rect(mid.X-unit, mid.Y-unit, mid.X+unit, mid.Y+unit), ink, faint)
	case typeset.Tab:
		p.arrow(image.Pt(em.Max.X-2*unit, mid.Y), em.Dx()-4*unit, 1, ink, faint)
	case typeset.Newline:
		tip := image.Pt(em.Min.X+unit, mid.Y+2*unit)
		p.arrow(tip, em.Dx()-2*unit, -1, ink, faint)
		right := em.Max.X - unit
		typeset.Blend(p.dst, image.Rect(right-unit, tip.Y-5*unit, right, tip.Y), ink, faint)
	}
}

// arrow draws a horizontal arrow of some length whose tip is at tip; dir 1 points right, -1 left.
func (p *painter) arrow(tip image.Point, length, dir int, ink color.RGBA, alpha uint8) {
	unit := max(1, p.px(1))
	end := image.Pt(tip.X-dir*length, tip.Y+unit)
	typeset.Blend(p.dst, image.Rectangle{Min: tip, Max: end}.Canon(), ink, alpha)
	for i := 1; i <= 2; i++ {
		x := tip.X - dir*i*unit
		for _, y := range []int{tip.Y - i*unit, tip.Y + i*unit} {
			typeset.Blend(p.dst, image.Rect(x-dir*unit, y, x, y+unit), ink, alpha)
		}
	}
}
