package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// A markPool is the rectangles that mark text, kept from one placing to the next so that the canvas has few objects.
type markPool struct {
	boxes []*canvas.Rectangle
	used  int
}

// start takes all marks back.
func (m *markPool) start() { m.used = 0 }

// next returns one more mark.
func (m *markPool) next() *canvas.Rectangle {
	if m.used == len(m.boxes) {
		m.boxes = append(m.boxes, canvas.NewRectangle(color.Transparent))
	}
	b := m.boxes[m.used]
	m.used++
	show(b, true)
	return b
}

// end hides the marks that were not taken again.
func (m *markPool) end() {
	for _, b := range m.boxes[m.used:] {
		show(b, false)
	}
}

func (m *markPool) objects() []fyne.CanvasObject {
	out := make([]fyne.CanvasObject, len(m.boxes))
	for i, b := range m.boxes {
		out[i] = b
	}
	return out
}

// SetShown shows an object, or hides it.
func SetShown(o fyne.CanvasObject, shown bool) { show(o, shown) }

// show changes what is visible; telling a canvas what it knows would have it paint for nothing.
func show(o fyne.CanvasObject, visible bool) {
	switch {
	case visible && !o.Visible():
		o.Show()
	case !visible && o.Visible():
		o.Hide()
	}
}

// fill makes b a plain rectangle.
func fill(b *canvas.Rectangle, c color.Color) { dress(b, c, color.Transparent, 0) }

// outline makes b a frame of some width, moved outwards by grow dips.
func outline(b *canvas.Rectangle, c color.Color, width, grow float32) {
	b.Move(b.Position().SubtractXY(grow, grow))
	b.Resize(b.Size().AddWidthHeight(2*grow, 2*grow))
	dress(b, color.Transparent, c, width)
}

// underline makes b a line below its box.
func underline(b *canvas.Rectangle, c color.Color) {
	b.Move(b.Position().AddXY(0, b.Size().Height))
	b.Resize(fyne.NewSize(b.Size().Width, 2))
	fill(b, c)
}

// dress changes a rectangle's look if it is another.
func dress(b *canvas.Rectangle, fill, stroke color.Color, width float32) {
	if b.FillColor == fill && b.StrokeColor == stroke && b.StrokeWidth == width {
		return
	}
	b.FillColor, b.StrokeColor, b.StrokeWidth = fill, stroke, width
	b.Refresh()
}
