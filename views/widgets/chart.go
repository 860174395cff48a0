package widgets

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// A LineChart shows a Chart that may grow many times a second, and a cursor shared with other views. Moving the cursor
// draws no chart.
type LineChart struct {
	widget.BaseWidget
	Tipped
	// OnPick is told the point that was tapped, where one is near; else OnTap is.
	OnPick func(Pick)
	// Describe says what a point under the pointer is, for its tip.
	Describe func(Pick) []string
	// OnTap is told the x that was tapped.
	OnTap func(x float64)
	// OnHover is told the x under the pointer, NaN when it leaves.
	OnHover func(x float64)

	chart  Chart
	cursor float64 // NaN for none
	picked Pick    // under the pointer
	drawn  *chartRenderer
}

var (
	_ fyne.Tappable     = (*LineChart)(nil)
	_ desktop.Hoverable = (*LineChart)(nil)
)

// NewLineChart returns an empty chart.
func NewLineChart() *LineChart {
	c := &LineChart{cursor: math.NaN(), picked: noPick}
	c.ExtendBaseWidget(c)
	c.Own(c)
	return c
}

// SetChart shows another chart. Its series must not be changed afterwards.
func (c *LineChart) SetChart(chart Chart) {
	c.chart = chart
	c.Refresh()
}

// SetSeries shows other series on the same axes.
func (c *LineChart) SetSeries(series []Series) {
	c.chart.Series = series
	c.Refresh()
}

// Chart returns what is shown, to be saved.
func (c *LineChart) Chart() Chart { return c.chart }

// SetCursor puts the vertical line at x; NaN hides it.
func (c *LineChart) SetCursor(x float64) {
	c.cursor = x
	if c.drawn != nil {
		c.drawn.placeCursor()
	}
}

// Tapped tells the x that was tapped.
func (c *LineChart) Tapped(e *fyne.PointEvent) {
	if p := c.pickAt(e.Position); c.OnPick != nil && p != noPick {
		c.OnPick(p)
		return
	}
	if c.OnTap != nil {
		c.OnTap(c.xAt(e.Position))
	}
}

// MouseIn is the pointer's arrival.
func (c *LineChart) MouseIn(e *desktop.MouseEvent) { c.MouseMoved(e) }

// MouseMoved tells the x under the pointer.
func (c *LineChart) MouseMoved(e *desktop.MouseEvent) {
	if c.Describe != nil {
		c.point(c.pickAt(e.Position), e)
	}
	if c.OnHover != nil {
		c.OnHover(c.xAt(e.Position))
	}
}

// MouseOut is the pointer's leave.
func (c *LineChart) MouseOut() {
	c.point(noPick, nil)
	if c.OnHover != nil {
		c.OnHover(math.NaN())
	}
}

// area returns the plot in dips.
func (c *LineChart) area() image.Rectangle {
	return c.chart.area(int(c.Size().Width), int(c.Size().Height), 1)
}

// xAt returns the value at a position, inside the axis.
func (c *LineChart) xAt(pos fyne.Position) float64 {
	r := c.area()
	x, _ := c.chart.axes()
	part := (float64(pos.X) - float64(r.Min.X)) / float64(r.Dx())
	return x.value(min(max(part, 0), 1))
}

// MinSize leaves room for the axes.
func (c *LineChart) MinSize() fyne.Size { return fyne.NewSize(160, 90) }

// CreateRenderer returns the chart's pixels and the line above them.
func (c *LineChart) CreateRenderer() fyne.WidgetRenderer {
	r := &chartRenderer{c: c, line: canvas.NewLine(color.Transparent), ring: canvas.NewCircle(color.Transparent)}
	r.plot = canvas.NewRaster(func(w, h int) image.Image {
		return c.chart.Draw(w, h, float32(w)/max(c.Size().Width, 1), CurrentPalette())
	})
	r.plot.ScaleMode = canvas.ImageScalePixels
	r.line.StrokeWidth, r.ring.StrokeWidth = 1.5, 2
	r.ring.Resize(fyne.NewSquareSize(ringSize))
	r.ring.Hide()
	c.drawn = r
	return r
}

type chartRenderer struct {
	c    *LineChart
	plot *canvas.Raster
	line *canvas.Line
	ring *canvas.Circle // around what is under the pointer
}

// Layout fits the plot to the widget.
func (r *chartRenderer) Layout(size fyne.Size) {
	r.plot.Resize(size)
	r.placeCursor()
}

// MinSize returns the widget's.
func (r *chartRenderer) MinSize() fyne.Size { return r.c.MinSize() }

// Refresh draws the plot again.
func (r *chartRenderer) Refresh() {
	r.placeCursor()
	r.plot.Refresh()
}

// Destroy has nothing to let go.
func (r *chartRenderer) Destroy() {}

// Objects returns the plot, the cursor and the ring.
func (r *chartRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.plot, r.line, r.ring}
}

// placeCursor moves the vertical line, which hides where the axis does not reach.
func (r *chartRenderer) placeCursor() {
	area := r.c.area()
	axis, _ := r.c.chart.axes()
	part := axis.part(r.c.cursor)
	inside := part >= 0 && part <= 1 // false for NaN
	if inside {
		x := float32(area.Min.X) + float32(part)*float32(area.Dx())
		r.line.Position1 = fyne.NewPos(x, float32(area.Min.Y-4))
		r.line.Position2 = fyne.NewPos(x, float32(area.Max.Y))
	}
	r.line.StrokeColor = CurrentPalette().Accent
	show(r.line, inside)
	r.line.Refresh()
}
