package widgets

import (
	"image"
	"image/color"

	"bitlens/views/widgets/typeset"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// CreateRenderer returns the widget's pixels: one raster for the rows and a few rectangles above it.
func (h *HeatText) CreateRenderer() fyne.WidgetRenderer {
	r := &heatRenderer{h: h, arc: newArc(), spot: newSpotlight(), bar: canvas.NewRectangle(color.Transparent), caret: canvas.NewRectangle(color.Transparent)}
	r.rows = canvas.NewRaster(r.paint)
	r.rows.ScaleMode = canvas.ImageScalePixels
	r.bar.CornerRadius = barWidth / 2
	h.drawn = r
	heatTypefaces().faces.OnArrive(r, func() {
		h.view.renew()
		h.relayout()
	})
	return r
}

// A heatRenderer draws the rows into a raster only when they change, and marks by rectangles what follows the pointer and
// the caret, so that a hover costs no drawing of text.
type heatRenderer struct {
	h          *HeatText
	rows       *canvas.Raster
	marks      markPool  // selection, underline, outlines
	spot       spotlight // what dims all but the cursor's rows
	arc        arc       // from where the underlined bytes stood before
	caret, bar *canvas.Rectangle
	image      *image.RGBA // the last one drawn, which the painter has uploaded by then
}

// Layout fits the rows to the widget.
func (r *heatRenderer) Layout(size fyne.Size) {
	r.rows.Resize(size)
	r.overlay()
}

// MinSize returns the widget's.
func (r *heatRenderer) MinSize() fyne.Size { return r.h.MinSize() }

// Refresh draws everything again, in the colours of now.
func (r *heatRenderer) Refresh() { r.repaint() }

// Destroy lets go of the faces.
func (r *heatRenderer) Destroy() { heatTypefaces().faces.Forget(r) }

// Objects returns the rows, then what lies above them.
func (r *heatRenderer) Objects() []fyne.CanvasObject {
	all := append([]fyne.CanvasObject{r.rows, r.spot[0], r.spot[1]}, r.marks.objects()...)
	for _, l := range r.arc {
		all = append(all, l)
	}
	return append(all, r.caret, r.bar)
}

func (r *heatRenderer) repaint() {
	r.overlay()
	r.rows.Refresh()
}

// paint draws the rows at the size of the raster, w by h device pixels.
func (r *heatRenderer) paint(w, h int) image.Image {
	if r.image == nil || r.image.Rect.Dx() != w || r.image.Rect.Dy() != h {
		r.image = image.NewRGBA(image.Rect(0, 0, w, h))
	}
	r.h.scaleTo(w)
	lo, hi := r.h.view.visible()
	if r.h.OnView != nil {
		r.h.OnView(lo, hi)
	}
	p := painter{
		view: &r.h.view, dst: r.image, palette: CurrentPalette(), ramp: r.h.ramp,
		tints: newTinter(r.h.shading, lo, hi), veil: r.h.veil,
	}
	if r.h.aligned != nil && lo < hi {
		p.cuts = r.h.aligned(lo, hi)
	}
	p.paint()
	return r.image
}

// scaleTo takes the scale from a raster of w device pixels. It differs from the canvas' where a window moved to another
// screen, and by a rounding, which is ignored.
func (h *HeatText) scaleTo(w int) {
	if h.view.size.Width <= 0 {
		return
	}
	scale := float32(w) / h.view.size.Width
	if change := scale/h.view.scale - 1; change > 0.01 || change < -0.01 {
		h.view.scale = scale
		h.view.set(h.doc)
		h.view.settle()
		h.drawn.overlay()
	}
}

// overlay places everything above the rows.
func (r *heatRenderer) overlay() {
	v, p := &r.h.view, CurrentPalette()
	r.marks.start()
	r.placeMarks(v, p)
	r.marks.end()
	r.placeArc(v, p)
	r.placeSpot(v, p)
	r.placeCaret(v, p)
	r.placeBar(v, p)
}

// placeMarks marks the rows on screen.
func (r *heatRenderer) placeMarks(v *view, p Palette) {
	h := r.h
	selLo, selHi := h.Selection()
	cursorLo, cursorHi := h.unit(h.caret.at)
	hoverLo, hoverHi := 0, 0
	if h.hover >= 0 {
		hoverLo, hoverHi = h.unit(h.hover)
	}
	v.eachRow(func(row typeset.Place, y int) {
		r.each(row, y, selLo, selHi, func(b *canvas.Rectangle) { fill(b, veil(p.Accent, selectionAlpha)) })
		r.each(row, y, hoverLo, hoverHi, func(b *canvas.Rectangle) { outline(b, p.Mute, 1, 0) })
		r.each(row, y, h.underline[0], h.underline[1], func(b *canvas.Rectangle) { underline(b, p.Accent) })
		r.each(row, y, h.source[0], h.source[1], func(b *canvas.Rectangle) { underline(b, p.Accent) })
		r.each(row, y, cursorLo, cursorHi, func(b *canvas.Rectangle) { outline(b, p.Accent, 2, 1) })
	})
}

// each gives a mark to every stretch of the bytes [lo, hi) in a row.
func (r *heatRenderer) each(row typeset.Place, y, lo, hi int, dress func(*canvas.Rectangle)) {
	if lo >= row.Hi() || hi <= row.Lo() {
		return
	}
	for _, s := range row.Spans(lo, hi) {
		b := r.marks.next()
		pos, size := r.h.view.box(s, y)
		b.Move(pos)
		b.Resize(size)
		dress(b)
	}
}

// placeCaret shows the caret where typing goes.
func (r *heatRenderer) placeCaret(v *view, p Palette) {
	row, x := v.layout.Caret(r.h.caret.at)
	shown := false
	v.eachRow(func(on typeset.Place, y int) {
		if r.h.focused && on == row {
			pos, size := v.box(typeset.Span{X: x}, y)
			r.caret.Move(pos.SubtractXY(1, 1))
			r.caret.Resize(fyne.NewSize(2, size.Height+2))
			shown = true
		}
	})
	fill(r.caret, veil(p.Accent, 0xFF))
	show(r.caret, shown)
}

// placeBar places the scrollbar.
func (r *heatRenderer) placeBar(v *view, p Palette) {
	y, height, ok := v.thumb()
	if ok {
		r.bar.Move(fyne.NewPos(v.size.Width-barWidth-barEdge, y+2))
		r.bar.Resize(fyne.NewSize(barWidth, max(height-4, barWidth)))
	}
	fill(r.bar, veil(p.Mute, 0x70))
	show(r.bar, ok)
}
