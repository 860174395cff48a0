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
// refresh.
type Layer struct{ Objects []fyne.CanvasObject }

// Text puts a line of text at x, in the middle of a row that starts at y, and
// returns its width.
func (l *Layer) Text(s string, x, y, height, size float32, role fyne.ThemeColorName, style fyne.TextStyle) float32 {
	t := canvas.NewText(s, theme.Color(role))
	t.TextSize, t.TextStyle = size, style
	min := t.MinSize()
	t.Move(fyne.NewPos(x, y+(height-min.Height)/2))
	t.Resize(min)
	l.Objects = append(l.Objects, t)
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
	b.CornerRadius = radius
	b.Move(fyne.NewPos(x, y))
	b.Resize(fyne.NewSize(w, h))
	l.Objects = append(l.Objects, b)
}

// Under puts a rectangle below all that has been put so far.
func (l *Layer) Under(x, y, w, h, radius float32, c color.Color) {
	l.Rect(x, y, w, h, radius, c)
	last := len(l.Objects) - 1
	l.Objects = slices.Insert(l.Objects[:last:last], 0, l.Objects[last])
}

// Dot puts a circle of a diameter, in the middle of a row that starts at y.
func (l *Layer) Dot(x, y, height, diameter float32, c color.Color) {
	d := canvas.NewCircle(c)
	d.Move(fyne.NewPos(x, y+(height-diameter)/2))
	d.Resize(fyne.NewSize(diameter, diameter))
	l.Objects = append(l.Objects, d)
}

// Icon puts an icon in a role, in the middle of a row that starts at y.
func (l *Layer) Icon(res fyne.Resource, role fyne.ThemeColorName, x, y, height, size float32) {
	i := widget.NewIcon(theme.NewColoredResource(res, role))
	i.Move(fyne.NewPos(x, y+(height-size)/2))
	i.Resize(fyne.NewSize(size, size))
	l.Objects = append(l.Objects, i)
}
