package widgets

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// A Histogram shows Bins, with two handles on the axis between which the ramp runs.
type Histogram struct {
	widget.BaseWidget
	Tipped
	// OnRange is told the numbers between which the ramp runs while a handle is dragged.
	OnRange func(lo, hi float64)
	// OnReset is told that the ramp's own range is wanted again, by a double tap.
	OnReset func()

	bins   Bins
	lo, hi float64 // on the axis; equal for no handles
	held   int     // the handle that is dragged: 0 none, 1 lo, 2 hi
	drawn  *histogramRenderer
}

var (
	_ fyne.Draggable      = (*Histogram)(nil)
	_ fyne.DoubleTappable = (*Histogram)(nil)
)

// NewHistogram returns an empty histogram.
func NewHistogram() *Histogram {
	h := &Histogram{}
	h.ExtendBaseWidget(h)
	h.owner = h
	return h
}

// SetBins shows other bins, which must not be changed afterwards.
func (h *Histogram) SetBins(b Bins) {
	h.bins = b
	h.Refresh()
}

// Bins returns what is shown, to be saved.
func (h *Histogram) Bins() Bins { return h.bins }

// SetRange puts the handles at two numbers of the axis; equal ones hide them. Nothing is told.
func (h *Histogram) SetRange(lo, hi float64) {
	h.lo, h.hi = lo, hi
	if h.drawn != nil {
		h.drawn.placeHandles()
	}
}

// area returns the bars in dips.
func (h *Histogram) area() image.Rectangle {
	return h.bins.area(int(h.Size().Width), int(h.Size().Height), 1)
}

// Dragged moves the nearer handle, not beyond the other.
func (h *Histogram) Dragged(e *fyne.DragEvent) {
	if h.lo == h.hi {
		return
	}
	r, x := h.area(), h.bins.axis()
	value := x.value(min(max((float64(e.Position.X)-float64(r.Min.X))/float64(r.Dx()), 0), 1))
	if h.held == 0 {
		h.held = 1
		if math.Abs(value-h.hi) < math.Abs(value-h.lo) {
			h.held = 2
		}
	}
	apart := h.bins.Width / 2
	if h.held == 1 {
		h.SetRange(min(max(value, 0), h.hi-apart), h.hi)
	} else {
		h.SetRange(h.lo, max(value, h.lo+apart))
	}
	if h.OnRange != nil {
		h.OnRange(h.lo, h.hi)
	}
}

// DoubleTapped asks for the ramp's own range.
func (h *Histogram) DoubleTapped(*fyne.PointEvent) {
	if h.OnReset != nil {
		h.OnReset()
	}
}

// DragEnd lets the handle go.
func (h *Histogram) DragEnd() { h.held = 0 }

// MinSize leaves room for the axis.
func (h *Histogram) MinSize() fyne.Size { return fyne.NewSize(120, 90) }

// CreateRenderer returns the bars and the handles above them.
func (h *Histogram) CreateRenderer() fyne.WidgetRenderer {
	r := &histogramRenderer{h: h}
	r.plot = canvas.NewRaster(func(w, height int) image.Image {
		return h.bins.Draw(w, height, float32(w)/max(h.Size().Width, 1), CurrentPalette())
	})
	r.plot.ScaleMode = canvas.ImageScalePixels
	for i := range r.handles {
		r.handles[i] = canvas.NewCircle(color.Transparent)
		r.handles[i].StrokeWidth = 1.5
		r.handles[i].Resize(fyne.NewSquareSize(handleSize))
	}
	h.drawn = r
	return r
}

// handleSize is a handle's diameter in dips.
const handleSize = 10

type histogramRenderer struct {
	h       *Histogram
	plot    *canvas.Raster
	handles [2]*canvas.Circle
}

// Layout fits the bars to the widget.
func (r *histogramRenderer) Layout(size fyne.Size) {
	r.plot.Resize(size)
	r.placeHandles()
}

// MinSize returns the widget's.
func (r *histogramRenderer) MinSize() fyne.Size { return r.h.MinSize() }

// Refresh draws the bars again.
func (r *histogramRenderer) Refresh() {
	r.placeHandles()
	r.plot.Refresh()
}

// Destroy has nothing to let go.
func (r *histogramRenderer) Destroy() {}

// Objects returns the bars and the handles.
func (r *histogramRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.plot, r.handles[0], r.handles[1]}
}

func (r *histogramRenderer) placeHandles() {
	area, axis, p := r.h.area(), r.h.bins.axis(), CurrentPalette()
	for i, value := range []float64{r.h.lo, r.h.hi} {
		part := min(max(axis.part(value), 0), 1)
		x := float32(area.Min.X) + float32(part)*float32(area.Dx())
		c := r.handles[i]
		c.Move(fyne.NewPos(x-handleSize/2, float32(area.Max.Y)-handleSize/2+1))
		c.FillColor, c.StrokeColor = p.Panel, p.Mute
		show(c, r.h.lo != r.h.hi)
		c.Refresh()
	}
}
