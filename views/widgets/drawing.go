package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// A drawing renders a widget as a layer that is drawn anew on every refresh, and
// when its room changes.
type drawing struct {
	of    fyne.Widget
	draw  func(*Layer) fyne.Size
	layer Layer
	least fyne.Size
	room  fyne.Size
}

// NewDrawing returns the renderer of a widget that draws itself on a layer and
// returns the least room that this takes.
func NewDrawing(of fyne.Widget, draw func(*Layer) fyne.Size) fyne.WidgetRenderer {
	d := &drawing{of: of, draw: draw}
	d.Refresh()
	return d
}

func (d *drawing) Refresh() {
	d.layer, d.room = Layer{}, d.of.Size()
	d.least = d.draw(&d.layer)
	canvas.Refresh(d.of)
}

func (d *drawing) Layout(room fyne.Size) {
	if room != d.room {
		d.Refresh()
	}
}

func (d *drawing) MinSize() fyne.Size           { return d.least }
func (d *drawing) Objects() []fyne.CanvasObject { return d.layer.Objects }
func (d *drawing) Destroy()                     {}
