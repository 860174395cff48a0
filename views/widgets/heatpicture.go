package widgets

import (
	"errors"
	"image"
	"image/color"
	"image/png"
	"io"

	"bitlens/assets/lang"
	"bitlens/views/widgets/typeset"
)

// MostPictureRows is the height of the tallest picture of a heat text, in rows:
// programs that show pictures give up a little above it.
const MostPictureRows = 5000

// A HeatPicture is a stretch of a heat text as one tall picture: the rows of the
// screen, drawn by the same painter. It is drawn strip by strip while it is
// written, so that it is never in memory whole.
type HeatPicture struct {
	painter
	lo, hi   int
	on       func(func()) // runs something on the window's goroutine
	below    Cutting
	shading  Shading
	rows     int
	at       typeset.Place // the row below the strip
	from, to int           // rows of the picture that the strip has
}

const stripRows = 40 // at most a screen, which is drawn between two frames

// Picture returns a picture of the rows that hold the bytes [lo, hi), in the
// colours and the width of now. shading and aligned must stay as they are; do
// runs a function on the window's goroutine, later.
func (h *HeatText) Picture(shading Shading, aligned Cutting, lo, hi int, do func(func())) *HeatPicture {
	v := view{size: h.view.size, scale: h.view.scale, em: h.view.em}
	v.set(h.doc)
	p := &HeatPicture{lo: lo, hi: hi, shading: shading, below: aligned}
	p.painter = painter{view: &v, palette: CurrentPalette(), ramp: h.ramp, veil: unveiled}
	p.on = func(f func()) {
		done := make(chan struct{})
		do(func() { defer close(done); f() })
		<-done
	}
	return p
}

// WritePNG writes the picture. It is for another goroutine than the window's,
// which draws a strip now and then meanwhile.
func (p *HeatPicture) WritePNG(w io.Writer) error {
	if p.count(); p.rows > MostPictureRows {
		return errors.New(lang.T("A picture has 5,000 rows at most. Select a part of the text first; only that is saved."))
	}
	e := png.Encoder{CompressionLevel: png.BestSpeed}
	return e.Encode(w, p)
}

// count finds the first row and how many there are, a few at a time.
func (p *HeatPicture) count() {
	var row typeset.Place
	p.on(func() { row = p.layout.Row(p.lo); p.at = row })
	p.rows = 1
	for more := true; more && p.rows <= MostPictureRows; {
		p.on(func() {
			for i := 0; i < 5*stripRows && more; i++ {
				next, ok := p.layout.Next(row)
				if more = ok && next.Lo() < p.hi; more {
					row = next
					p.rows++
				}
			}
		})
	}
}

// ColorModel implements image.Image.
func (p *HeatPicture) ColorModel() color.Model { return color.RGBAModel }

// Opaque says that no pixel lets anything through.
func (p *HeatPicture) Opaque() bool { return true }

// Bounds implements image.Image.
func (p *HeatPicture) Bounds() image.Rectangle {
	return image.Rect(0, 0, max(p.px(p.size.Width), 1), 2*p.px(topMargin)+p.rows*p.rowHeight())
}

// At implements image.Image, for an encoder that asks from the top to the
// bottom.
func (p *HeatPicture) At(x, y int) color.Color {
	y -= p.px(topMargin)
	row := y / p.rowHeight()
	if y < 0 || row >= p.rows {
		return p.palette.Background
	}
	if row >= p.to {
		p.on(p.strip)
	}
	return p.dst.RGBAAt(x, y-p.from*p.rowHeight())
}

// strip draws the rows below the last strip.
func (p *HeatPicture) strip() {
	n := min(stripRows, p.rows-p.to)
	p.from, p.to = p.to, p.to+n
	p.dst = image.NewRGBA(image.Rect(0, 0, p.Bounds().Dx(), n*p.rowHeight()))
	typeset.Fill(p.dst, p.dst.Rect, p.palette.Background)
	last, _ := p.layout.Down(p.at, n-1)
	lo, hi := p.at.Lo(), last.Hi()
	p.tints = newTinter(p.shading, lo, hi)
	if p.cuts = nil; p.below != nil && lo < hi {
		p.cuts = p.below(lo, hi)
	}
	for i := range n {
		p.row(p.at, i*p.rowHeight())
		p.at, _ = p.layout.Next(p.at)
	}
}
