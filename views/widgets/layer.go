package widgets

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A Layer is a drawing of texts and rectangles at fixed places, in
// device-independent pixels: for widgets that lay themselves out anew on every
// refresh. Zoom, where it is not 0, makes all that is put larger.
type Layer struct {
	Objects []fyne.CanvasObject
	Zoom    float32
}

// zoomed returns how long a length is on screen.
func (l *Layer) zoomed(length float32) float32 {
	if l.Zoom == 0 {
		return length
	}
	return length * l.Zoom
}

// put places an object.
func (l *Layer) put(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(l.zoomed(x), l.zoomed(y)))
	o.Resize(fyne.NewSize(l.zoomed(w), l.zoomed(h)))
	l.Objects = append(l.Objects, o)
}

// Text puts a line of text at x, in the middle of a row that starts at y, and
// returns its width.
func (l *Layer) Text(s string, x, y, height, size float32, role fyne.ThemeColorName, style fyne.TextStyle) float32 {
	return l.Ink(s, x, y, height, size, theme.Color(role), style)
}

// Ink is Text in a colour.
func (l *Layer) Ink(s string, x, y, height, size float32, ink color.Color, style fyne.TextStyle) float32 {
	t := canvas.NewText(s, ink)
	t.TextSize, t.TextStyle = l.zoomed(size), style
	min := fyne.MeasureText(s, size, style)
	l.put(t, x, y+(height-min.Height)/2, min.Width, min.Height)
	return min.Width
}

// TextRight puts a line of text that ends at right.
func (l *Layer) TextRight(s string, right, y, height, size float32, role fyne.ThemeColorName, style fyne.TextStyle) float32 {
	w := fyne.MeasureText(s, size, style).Width
	return l.Text(s, right-w, y, height, size, role, style)
}

// Rect puts a rectangle with round corners.
func (l *Layer) Rect(x, y, w, h, radius float32, c color.Color) {
	b := canvas.NewRectangle(c)
	b.CornerRadius = l.zoomed(radius)
	l.put(b, x, y, w, h)
}

// Under puts a rectangle below all that has been put so far.
func (l *Layer) Under(x, y, w, h, radius float32, c color.Color) {
	l.Rect(x, y, w, h, radius, c)
	last := len(l.Objects) - 1
	l.Objects = slices.Insert(l.Objects[:last:last], 0, l.Objects[last])
}

// Dot puts a circle of a diameter, in the middle of a row that starts at y.
func (l *Layer) Dot(x, y, height, diameter float32, c color.Color) {
	l.put(canvas.NewCircle(c), x, y+(height-diameter)/2, diameter, diameter)
}

// Icon puts an icon in a role, in the middle of a row that starts at y.
func (l *Layer) Icon(res fyne.Resource, role fyne.ThemeColorName, x, y, height, size float32) {
	l.put(widget.NewIcon(theme.NewColoredResource(res, role)), x, y+(height-size)/2, size, size)
}
