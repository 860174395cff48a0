package widgets

import (
	"image"

	"bitlens/views/widgets/typeset"
)

// SetVeil hides the text from an offset on; the bytes [from, next) are shown as
// a blank that waits to be filled. from < 0 hides nothing.
func (h *HeatText) SetVeil(from, next int) {
	if v := (veiling{from, next}); v != h.veil {
		h.veil = v
		h.Repaint()
	}
}

// A veiling is what a veil hides.
type veiling struct{ from, next int }

var unveiled = veiling{-1, -1}

// cover hides the cells of a row that lie behind the veil.
func (p *painter) cover(row typeset.Place, y int) {
	if p.veil.from < 0 || row.Hi() <= p.veil.from {
		return
	}
	top, bottom := p.tintBox()
	left := p.px(sideMargin) + row.X()
	cells := row.Cells()
	for i := range cells {
		c := &cells[i]
		lo := row.Block.Start + int(c.At)
		if lo < p.veil.from {
			continue
		}
		r := image.Rect(left+int(c.X), y, left+int(c.X+c.W), y+p.rowHeight())
		typeset.Fill(p.dst, r, p.palette.Background)
		if lo < p.veil.next {
			r.Min.Y, r.Max.Y = y+top, y+bottom
			typeset.Fill(p.dst, r, p.palette.Line)
		}
	}
}
