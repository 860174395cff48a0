package typeset

import (
	"image"
	"image/color"
	"image/draw"
)

// Fill sets the pixels of r in dst to an opaque colour.
func Fill(dst *image.RGBA, r image.Rectangle, c color.RGBA) {
	r = r.Intersect(dst.Rect)
	if r.Empty() {
		return
	}
	first := dst.Pix[dst.PixOffset(r.Min.X, r.Min.Y):][:4*r.Dx()]
	for i := 0; i < len(first); i += 4 {
		first[i], first[i+1], first[i+2], first[i+3] = c.R, c.G, c.B, 0xFF
	}
	for y := r.Min.Y + 1; y < r.Max.Y; y++ {
		copy(dst.Pix[dst.PixOffset(r.Min.X, y):], first)
	}
}

// Blend lays an opaque colour over the pixels of r, as strong as alpha of 255.
func Blend(dst *image.RGBA, r image.Rectangle, c color.RGBA, alpha uint8) {
	r = r.Intersect(dst.Rect)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		row := dst.Pix[dst.PixOffset(r.Min.X, y):][:4*r.Dx()]
		for i := 0; i < len(row); i += 4 {
			mix(row[i:i+4:i+4], c, uint32(alpha))
		}
	}
}

// mix moves a pixel towards c by a of 255.
func mix(p []uint8, c color.RGBA, a uint32) {
	b := 255 - a
	p[0] = uint8((uint32(p[0])*b + uint32(c.R)*a + 127) / 255)
	p[1] = uint8((uint32(p[1])*b + uint32(c.G)*a + 127) / 255)
	p[2] = uint8((uint32(p[2])*b + uint32(c.B)*a + 127) / 255)
}

// Draw lays the mask over an opaque dst with the pen at (x, y), in ink unless the glyph has colours of its own.
func (m *Mask) Draw(dst *image.RGBA, x, y int, ink color.RGBA) {
	at := image.Pt(x+m.X, y+m.Y)
	switch {
	case m.picture != nil:
		draw.Draw(dst, m.picture.Rect.Add(at), m.picture, image.Point{}, draw.Over)
	case m.alpha != nil:
		m.drawAlpha(dst, at, ink)
	}
}

func (m *Mask) drawAlpha(dst *image.RGBA, at image.Point, ink color.RGBA) {
	r := m.alpha.Rect.Add(at).Intersect(dst.Rect)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		row := dst.Pix[dst.PixOffset(r.Min.X, y):][:4*r.Dx()]
		mask := m.alpha.Pix[m.alpha.PixOffset(r.Min.X-at.X, y-at.Y):][:r.Dx()]
		for i, a := range mask {
			if a != 0 {
				mix(row[4*i:4*i+4:4*i+4], ink, uint32(a))
			}
		}
	}
}

// Outline draws the one-pixel border of r.
func Outline(dst *image.RGBA, r image.Rectangle, c color.RGBA, alpha uint8) {
	for _, side := range []image.Rectangle{
		{r.Min, image.Pt(r.Max.X, r.Min.Y+1)}, {image.Pt(r.Min.X, r.Max.Y-1), r.Max},
		image.Rect(r.Min.X, r.Min.Y+1, r.Min.X+1, r.Max.Y-1), image.Rect(r.Max.X-1, r.Min.Y+1, r.Max.X, r.Max.Y-1),
	} {
		Blend(dst, side, c, alpha)
	}
}
