package widgets

import (
	"image"
	"math"

	"bitlens/engine/text"
	"bitlens/views/widgets/typeset"

	"fyne.io/fyne/v2"
)

// Lengths of a heat text in dips.
const (
	sideMargin = 22 // left and right of the rows; the right one has the hanging space and the scrollbar
	topMargin  = 14
	rowGap     = 4    // between the tints of two rows
	rowFactor  = 1.7  // row height of a text size
	textSize   = 16.0 // the default
)

// A view is the part of a document that is on screen. It is the one place that turns dips, which Fyne speaks, into device
// pixels, which the layout speaks, and both into byte offsets.
type view struct {
	size  fyne.Size // of the widget, dips
	scale float32   // device pixels in a dip
	em    float32   // text size, dips

	setter *typeset.Setter
	pen    *typeset.Pen
	layout *typeset.Layout
	top    int // offset of the first byte of the first row on screen
}

// px turns dips into device pixels.
func (v *view) px(dips float32) int { return int(math.Round(float64(dips * v.scale))) }

// dips turns device pixels into dips.
func (v *view) dips(px int) float32 { return float32(px) / v.scale }

// rowHeight returns the distance of rows in device pixels.
func (v *view) rowHeight() int { return max(1, v.px(v.em*rowFactor)) }

// set makes the layout anew for a snapshot, after anything that it depends on changed.
func (v *view) set(doc text.Bytes) {
	faces := heatTypefaces()
	if v.setter == nil || v.setter.Size() != v.em*v.scale {
		v.renew()
	}
	v.pen = typeset.NewPen(v.setter, faces.masks)
	v.layout = typeset.NewLayout(v.setter, doc, max(v.px(v.size.Width-2*sideMargin), 1))
	v.top = min(v.top, doc.Len())
}

// renew forgets which face draws what, for another size or because faces arrived.
func (v *view) renew() { v.setter = typeset.NewSetter(heatTypefaces().faces, v.em*v.scale) }

// fullRows returns how many rows are wholly on screen, at least one.
func (v *view) fullRows() int {
	return max(1, (v.px(v.size.Height)-v.px(topMargin))/v.rowHeight())
}

// eachRow calls f for the rows that are on screen, with the device pixel of their upper edge.
func (v *view) eachRow(f func(p typeset.Place, y int)) {
	p, ok := v.layout.Row(v.top), true
	for y := v.px(topMargin); ok && y < v.px(v.size.Height); y += v.rowHeight() {
		f(p, y)
		p, ok = v.layout.Next(p)
	}
}

// visible returns the bytes on screen.
func (v *view) visible() (lo, hi int) {
	lo = v.top
	v.eachRow(func(p typeset.Place, _ int) { hi = p.Hi() })
	return lo, hi
}

// tintBox returns the pixels, from the upper edge of a row, between which it is tinted.
func (v *view) tintBox() (top, bottom int) {
	gap := v.px(rowGap)
	return gap / 2, v.rowHeight() - (gap - gap/2)
}

// box returns a span of the row at y as dips in the widget.
func (v *view) box(s typeset.Span, y int) (fyne.Position, fyne.Size) {
	top, bottom := v.tintBox()
	r := image.Rect(s.X, y+top, s.X+s.W, y+bottom).Add(image.Pt(v.px(sideMargin), 0))
	return fyne.NewPos(v.dips(r.Min.X), v.dips(r.Min.Y)), fyne.NewSize(v.dips(r.Dx()), v.dips(r.Dy()))
}

// at returns the row at a position, the first or last one if it is above or below, and the pixel in it.
func (v *view) at(pos fyne.Position) (p typeset.Place, x int) {
	n := (v.px(pos.Y) - v.px(topMargin)) / v.rowHeight()
	p, _ = v.layout.Down(v.layout.Row(v.top), max(n, 0))
	if pos.Y < 0 {
		p, _ = v.layout.Prev(p)
	}
	return p, v.px(pos.X) - v.px(sideMargin)
}

// under returns the bytes of the cell that is drawn at a position.
func (v *view) under(pos fyne.Position) (lo, hi int, ok bool) {
	y := v.px(pos.Y) - v.px(topMargin)
	if y < 0 || y >= v.px(v.size.Height)-v.px(topMargin) {
		return 0, 0, false
	}
	p, walked := v.layout.Down(v.layout.Row(v.top), y/v.rowHeight())
	if walked < y/v.rowHeight() {
		return 0, 0, false
	}
	return p.Under(v.px(pos.X) - v.px(sideMargin))
}
