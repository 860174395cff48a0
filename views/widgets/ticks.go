package widgets

import (
	"image"

	"bitlens/views/widgets/typeset"
)

// A Cutting returns the starts of the pieces that touch the bytes [lo, hi), and the end of the last, as Shading's Units.
type Cutting func(lo, hi int) []int

// SetAligned draws how another unit cuts the text: a thin line under each of its pieces, below the tints; nil for none.
func (h *HeatText) SetAligned(cut Cutting) {
	h.aligned = cut
	h.Repaint()
}

// aligned draws the pieces of another unit that stand in a row, each a line with a foot at its start.
func (p *painter) aligned(row typeset.Place, y int, starts []int) {
	_, bottom := p.tintBox()
	unit := max(1, p.px(1))
	for i := 1; i < len(starts); i++ {
		if starts[i] <= row.Lo() || starts[i-1] >= row.Hi() {
			continue
		}
		for _, s := range row.Spans(starts[i-1], starts[i]) {
			r := image.Rect(s.X, y+bottom+unit, s.X+s.W-unit, y+bottom+2*unit).Add(image.Pt(p.px(sideMargin), 0))
			typeset.Fill(p.dst, r, p.palette.Accent)
			if starts[i-1] >= row.Lo() {
				r.Max.X, r.Min.Y = r.Min.X+unit, r.Min.Y-2*unit
				typeset.Fill(p.dst, r, p.palette.Accent)
			}
		}
	}
}
