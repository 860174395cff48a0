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
	// OnRange is told the bits between which the ramp runs while a handle is dragged.
	OnRange func(lo, hi float64)

	bins   Bins
	lo, hi float64 // bits; equal for no handles
	held   int     // the handle that is dragged: 0 none, 1 lo, 2 hi
	drawn  *histogramRenderer
}

var _ fyne.Draggable = (*Histogram)(nil)

// NewHistogram returns an empty histogram.
func NewHistogram() *Histogram {
	h := &Histogram{}
	h.ExtendBaseWidget(h)
	return h
}

// SetBins shows other bins, which must not be changed afterwards.
func (h *Histogram) SetBins(b Bins) {
	h.bins = b
	h.Refresh()
}

// Bins returns what is shown, to be saved.
func (h *Histogram) Bins() Bins { return h.bins }

// SetRange puts the handles at two numbers of bits; equal ones hide them. Nothing is told.
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
	bits := x.value(min(max((float64(e.Position.X)-float64(r.Min.X))/float64(r.Dx()), 0), 1))
	if h.held == 0 {
		h.held = 1
		if math.Abs(bits-h.hi) < math.Abs(bits-h.lo) {
			h.held = 2
		}
	}
	apart := h.bins.Width / 2
	if h.held == 1 {
		h.SetRange(min(bits, h.hi-apart), h.hi)
	} else {
		h.SetRange(h.lo, max(bits, h.lo+apart))
	}
	if h.OnRange != nil {
		h.OnRange(h.lo, h.hi)
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
	for i, bits := range []float64{r.h.lo, r.h.hi} {
		part := min(max(axis.part(bits), 0), 1)
		x := float32(area.Min.X) + float32(part)*float32(area.Dx())
		c := r.handles[i]
		c.Move(fyne.NewPos(x-handleSize/2, float32(area.Max.Y)-handleSize/2+1))
		c.FillColor, c.StrokeColor = p.Panel, p.Mute
		show(c, r.h.lo != r.h.hi)
		c.Refresh()
	}
}
