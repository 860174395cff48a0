package widgets

import (
	"image"
	"math"

	"bitlens/views/widgets/typeset"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// A Minimap is the whole text as one narrow column, tinted, with a frame around
// what is on screen.
type Minimap struct {
	widget.BaseWidget
	Tipped
	// OnGo is told the part of the text, 0 to 1, that was pointed at.
	OnGo func(part float64)

	tints  []float64 // of equal stretches of the text, from the top; NaN for unread
	lo, hi float64   // the part that is on screen
	ramp   *Ramp
	drawn  *minimapRenderer
}

// MinimapWidth is its width in dips.
const MinimapWidth = 18

// MinimapCells is how many stretches it shows.
const MinimapCells = 256

// NewMinimap returns a minimap of nothing.
func NewMinimap() *Minimap {
	m := &Minimap{ramp: Amber}
	m.ExtendBaseWidget(m)
	m.Own(m)
	return m
}

// SetTints shows the tints of equal stretches in a ramp.
func (m *Minimap) SetTints(tints []float64, r *Ramp) {
	m.tints, m.ramp = tints, r
	m.Refresh()
}

// SetView frames the part that is on screen.
func (m *Minimap) SetView(lo, hi float64) {
	m.lo, m.hi = lo, hi
	if m.drawn != nil {
		m.drawn.placeFrame()
	}
}

// Tapped implements fyne.Tappable.
func (m *Minimap) Tapped(e *fyne.PointEvent) { m.point(e.Position.Y) }

// Dragged implements fyne.Draggable.
func (m *Minimap) Dragged(e *fyne.DragEvent) { m.point(e.Position.Y) }

// DragEnd implements fyne.Draggable.
func (m *Minimap) DragEnd() {}

func (m *Minimap) point(y float32) {
	if m.OnGo != nil {
		m.OnGo(float64(min(max(y/max(m.Size().Height, 1), 0), 1)))
	}
}

// CreateRenderer implements fyne.Widget.
func (m *Minimap) CreateRenderer() fyne.WidgetRenderer {
	r := &minimapRenderer{m: m, frame: canvas.NewRectangle(nil)}
	r.rows = canvas.NewRaster(func(w, h int) image.Image { return m.draw(w, h, CurrentPalette()) })
	r.rows.ScaleMode = canvas.ImageScalePixels
	m.drawn = r
	return r
}

// draw returns the column as a picture of w by h device pixels.
func (m *Minimap) draw(w, h int, p Palette) *image.RGBA {
	dst := image.NewRGBA(image.Rect(0, 0, w, h))
	typeset.Fill(dst, dst.Rect, p.Background)
	n := len(m.tints)
	for i, tint := range m.tints {
		if math.IsNaN(tint) || tint == 0 {
			continue
		}
		fill, _ := m.ramp.At(tint, p.Dark)
		// As for text, thickness says the same as colour.
		wide := max(1, int(math.Abs(tint)*float64(w-4)))
		typeset.Fill(dst, image.Rect(2, h*i/n, 2+wide, h*(i+1)/n), fill)
	}
	return dst
}

type minimapRenderer struct {
	m     *Minimap
	rows  *canvas.Raster
	frame *canvas.Rectangle
}

func (r *minimapRenderer) placeFrame() {
	p, size := CurrentPalette(), r.m.Size()
	top, height := float32(r.m.lo)*size.Height, float32(r.m.hi-r.m.lo)*size.Height
	r.frame.Move(fyne.NewPos(0, top))
	r.frame.Resize(fyne.NewSize(size.Width, max(height, 4)))
	dress(r.frame, veil(p.Mute, 0x22), veil(p.Mute, 0xC0), 1)
	show(r.frame, r.m.hi > r.m.lo)
}

func (r *minimapRenderer) Layout(size fyne.Size) {
	r.rows.Resize(size)
	r.placeFrame()
}
func (r *minimapRenderer) MinSize() fyne.Size { return fyne.NewSize(MinimapWidth, 40) }
func (r *minimapRenderer) Refresh() {
	r.placeFrame()
	r.rows.Refresh()
}
func (r *minimapRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.rows, r.frame}
}
func (r *minimapRenderer) Destroy() {}
