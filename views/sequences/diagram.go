package sequences

import (
	"image"
	"image/color"

	"bitlens/views/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// A diagram draws 0 and 1 as a picture, row under row: dark is 1.
type diagram struct {
	widget.BaseWidget
	bits  string
	width int // of a row; 0 for as many as make the picture fill its room
}

func newDiagram() *diagram {
	d := &diagram{}
	d.ExtendBaseWidget(d)
	return d
}

func (d *diagram) set(bits string, width int) {
	if bits != d.bits || width != d.width {
		d.bits, d.width = bits, width
		d.Refresh()
	}
}

// CreateRenderer implements fyne.Widget.
func (d *diagram) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRaster(d.draw))
}

// cellSize is the size of a symbol that has no row, in device pixels.
const cellSize = 6

// draw draws as many rows as there is room for.
func (d *diagram) draw(w, h int) image.Image {
	p := widgets.CurrentPalette()
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	columns, cell := d.width, cellSize
	if columns == 0 {
		columns = max(1, w/cellSize)
	} else {
		cell = max(1, min(w/columns, cellSize))
	}
	for y := range h {
		for x := range w {
			img.SetRGBA(x, y, d.at(x/cell, y/cell, columns, p))
		}
	}
	return img
}

// at returns the colour of a cell.
func (d *diagram) at(x, y, columns int, p widgets.Palette) color.RGBA {
	i := y*columns + x
	switch {
	case x >= columns || i >= len(d.bits):
		return p.Background
	case d.bits[i] == '1':
		return p.Ink
	}
	return p.Line
}

// MinSize implements fyne.Widget.
func (d *diagram) MinSize() fyne.Size { return fyne.NewSize(200, 120) }
