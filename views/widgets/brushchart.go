package widgets

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// A BrushChart is a line chart over positions, in which a stretch can be marked
// by dragging and the wheel zooms.
type BrushChart struct {
	LineChart
	// OnBrush is told the x between which was dragged, as it changes.
	OnBrush func(lo, hi float64)
	// OnZoom is told the limits of the axis that the wheel asks for.
	OnZoom func(lo, hi float64)

	lo, hi  float64 // the brush; equal for none
	from    float64 // where a drag began
	held    bool
	brushed *brushRenderer
}

var (
	_ fyne.Draggable  = (*BrushChart)(nil)
	_ fyne.Scrollable = (*BrushChart)(nil)
)

// NewBrushChart returns an empty chart.
func NewBrushChart() *BrushChart {
	c := &BrushChart{LineChart: LineChart{cursor: math.NaN(), picked: noPick}}
	c.ExtendBaseWidget(c)
	c.Own(c)
	return c
}

// SetBrush marks a stretch; equal ends mark none. Nothing is told.
func (c *BrushChart) SetBrush(lo, hi float64) {
	c.lo, c.hi = lo, hi
	if c.brushed != nil {
		c.brushed.placeBrush()
	}
}

// Dragged implements fyne.Draggable.
func (c *BrushChart) Dragged(e *fyne.DragEvent) {
	x := c.xAt(e.Position)
	if !c.held {
		c.held = true
		c.from = c.xAt(e.Position.Subtract(e.Dragged))
	}
	c.SetBrush(min(c.from, x), max(c.from, x))
	if c.OnBrush != nil {
		c.OnBrush(c.lo, c.hi)
	}
}

// DragEnd implements fyne.Draggable.
func (c *BrushChart) DragEnd() { c.held = false }

// zoomStep is what a notch of the wheel makes of the axis' length.
const zoomStep = 1.25

// Scrolled zooms around the pointer.
func (c *BrushChart) Scrolled(e *fyne.ScrollEvent) {
	if c.OnZoom == nil || e.Scrolled.DY == 0 {
		return
	}
	axis, _ := c.chart.axes()
	at, by := c.xAt(e.Position), zoomStep
	if e.Scrolled.DY > 0 {
		by = 1 / zoomStep
	}
	c.OnZoom(at-(at-axis.Min)*by, at+(axis.Max-at)*by)
}

// CreateRenderer implements fyne.Widget.
func (c *BrushChart) CreateRenderer() fyne.WidgetRenderer {
	r := &brushRenderer{chartRenderer: c.LineChart.CreateRenderer().(*chartRenderer), c: c, brush: canvas.NewRectangle(color.Transparent)}
	c.brushed = r
	return r
}

type brushRenderer struct {
	*chartRenderer
	c     *BrushChart
	brush *canvas.Rectangle
}

func (r *brushRenderer) placeBrush() {
	area := r.c.area()
	axis, _ := r.c.chart.axes()
	lo, hi := min(max(axis.part(r.c.lo), 0), 1), min(max(axis.part(r.c.hi), 0), 1)
	r.brush.Move(fyne.NewPos(float32(area.Min.X)+float32(lo)*float32(area.Dx()), float32(area.Min.Y)))
	r.brush.Resize(fyne.NewSize(float32(hi-lo)*float32(area.Dx()), float32(area.Dy())))
	fill(r.brush, veil(CurrentPalette().Accent, selectionAlpha))
	show(r.brush, r.c.hi > r.c.lo && hi > lo)
}

// Layout fits the plot and the brush to the widget.
func (r *brushRenderer) Layout(size fyne.Size) {
	r.chartRenderer.Layout(size)
	r.placeBrush()
}

// Refresh draws everything again.
func (r *brushRenderer) Refresh() {
	r.placeBrush()
	r.chartRenderer.Refresh()
}

// Objects returns the plot, the brush and the cursor.
func (r *brushRenderer) Objects() []fyne.CanvasObject {
	all := r.chartRenderer.Objects()
	return append([]fyne.CanvasObject{all[0], r.brush}, all[1:]...)
}
