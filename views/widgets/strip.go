package widgets

import (
	"image"
	"image/color"
	"math"

	"bitlens/views/widgets/typeset"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// A Strip is a text from left to right in stripes of equal length, each in a
// colour of its own, and a cursor shared with other views.
type Strip struct {
	widget.BaseWidget
	Tipped
	// OnTap is told the stripe that was tapped.
	OnTap func(stripe int)
	// Describe says what a stripe is, for its tip.
	Describe func(stripe int) []string

	colors []color.RGBA // not opaque: nothing to show
	cursor float64      // 0 to 1, NaN for none
	under  int          // the stripe under the pointer, -1 for none
	drawn  *stripRenderer
}

var (
	_ fyne.Tappable     = (*Strip)(nil)
	_ desktop.Hoverable = (*Strip)(nil)
)

// NewStrip returns an empty strip.
func NewStrip() *Strip {
	s := &Strip{cursor: math.NaN(), under: -1}
	s.ExtendBaseWidget(s)
	s.Own(s)
	s.SetTip(func() []string { return s.Describe(s.under) })
	return s
}

// SetColors shows other stripes, which must not be changed afterwards.
func (s *Strip) SetColors(colors []color.RGBA) {
	s.colors = colors
	s.Refresh()
}

// SetCursor puts the cursor at a part of the length, 0 to 1.
func (s *Strip) SetCursor(part float64) {
	s.cursor = part
	if s.drawn != nil {
		s.drawn.placeCursor()
	}
}

// at returns the stripe at a position, -1 for none.
func (s *Strip) at(pos fyne.Position) int {
	i := int(math.Floor(float64(pos.X/max(s.Size().Width, 1)) * float64(len(s.colors))))
	if i < 0 || i >= len(s.colors) {
		return -1
	}
	return i
}

// Tapped tells the stripe that was tapped.
func (s *Strip) Tapped(e *fyne.PointEvent) {
	if i := s.at(e.Position); i >= 0 && s.OnTap != nil {
		s.OnTap(i)
	}
}

// MouseIn is the pointer's arrival.
func (s *Strip) MouseIn(e *desktop.MouseEvent) { s.MouseMoved(e) }

// MouseMoved has the tip of another stripe appear.
func (s *Strip) MouseMoved(e *desktop.MouseEvent) {
	i := s.at(e.Position)
	if i == s.under {
		return
	}
	s.MouseOut()
	if s.under = i; i >= 0 && s.Describe != nil {
		s.Tipped.MouseIn(e)
	}
}

// MouseOut is the pointer's leave.
func (s *Strip) MouseOut() {
	s.under = -1
	s.Tipped.MouseOut()
}

// MinSize is a thin line.
func (s *Strip) MinSize() fyne.Size { return fyne.NewSize(120, 16) }

// CreateRenderer returns the stripes and the cursor above them.
func (s *Strip) CreateRenderer() fyne.WidgetRenderer {
	r := &stripRenderer{s: s, line: canvas.NewRectangle(color.Transparent)}
	r.raster = canvas.NewRaster(func(w, h int) image.Image { return drawStripes(w, h, s.colors, CurrentPalette()) })
	r.raster.ScaleMode = canvas.ImageScalePixels
	s.drawn = r
	return r
}

// drawStripes draws colours side by side; what has none is the line's colour.
func drawStripes(w, h int, colors []color.RGBA, p Palette) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	typeset.Fill(img, img.Rect, p.Line)
	for i, c := range colors {
		if c.A == 0xff {
			typeset.Fill(img, image.Rect(i*w/len(colors), 0, (i+1)*w/len(colors), h), c)
		}
	}
	return img
}

type stripRenderer struct {
	s      *Strip
	raster *canvas.Raster
	line   *canvas.Rectangle
}

// Layout fits the stripes to the widget.
func (r *stripRenderer) Layout(size fyne.Size) {
	r.raster.Move(fyne.NewPos(0, 2))
	r.raster.Resize(fyne.NewSize(size.Width, size.Height-4))
	r.placeCursor()
}

func (r *stripRenderer) placeCursor() {
	p := CurrentPalette()
	on := r.s.cursor >= 0 && r.s.cursor <= 1 // false for NaN
	if on {
		r.line.Move(fyne.NewPos(float32(r.s.cursor)*r.s.Size().Width-2, 0))
		r.line.Resize(fyne.NewSize(4, r.s.Size().Height))
		dress(r.line, p.Ink, p.Panel, 1)
	}
	show(r.line, on)
}

// MinSize returns the widget's.
func (r *stripRenderer) MinSize() fyne.Size { return r.s.MinSize() }

// Refresh draws the stripes again.
func (r *stripRenderer) Refresh() {
	r.placeCursor()
	r.raster.Refresh()
}

// Destroy has nothing to let go.
func (r *stripRenderer) Destroy() {}

// Objects returns the stripes and the cursor.
func (r *stripRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.raster, r.line} }
