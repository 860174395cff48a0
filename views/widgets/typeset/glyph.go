package typeset

import (
	"image"
	"image/draw"
	"math"

	"github.com/go-text/render"
	"github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/font/opentype/tables"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// A Mask is a glyph in device pixels. X and Y say where its corner stands from the pen on the baseline.
type Mask struct {
	X, Y    int
	alpha   *image.Alpha // of an outline; nil when empty
	picture *image.RGBA  // of an emoji, in its own colours; else nil
}

// subpixels is how many places between two pixels a glyph is drawn at; joined scripts need them, or their joints gape.
const subpixels = 4

// maxMasks bounds the cache: 8,192 Chinese characters of 17 pixels take 2.5 MB, of 34 pixels 10 MB.
const maxMasks = 8192

// Masks draws each glyph once and keeps it.
type Masks struct {
	faces *Faces
	masks map[maskKey]*Mask
}

type maskKey struct {
	face FaceID
	sub  uint8
	gid  uint32
	size float32 // em, device pixels
}

// NewMasks returns an empty cache.
func NewMasks(faces *Faces) *Masks { return &Masks{faces: faces, masks: map[maskKey]*Mask{}} }

// Mask returns the mask of a glyph at an em of size pixels, for a pen at x (1/64 pixel), and the pixel to draw it from.
func (m *Masks) Mask(face FaceID, gid uint32, size float32, x int32) (*Mask, int) {
	const step = 64 / subpixels
	x += step / 2
	key := maskKey{face, uint8(x & 63 / step), gid, size}
	mask, ok := m.masks[key]
	if !ok {
		if len(m.masks) >= maxMasks {
			clear(m.masks)
		}
		mask = drawMask(m.faces.Face(face), key)
		m.masks[key] = mask
	}
	return mask, int(x >> 6)
}

// drawMask draws any kind of glyph.
func drawMask(face *font.Face, key maskKey) *Mask {
	scale := key.size / float32(face.Upem())
	switch g := face.GlyphData(font.GID(key.gid)).(type) {
	case font.GlyphOutline:
		return drawOutline(g, scale, float32(key.sub)/subpixels)
	case font.GlyphSVG, font.GlyphBitmap:
		return drawPicture(face, key)
	case font.GlyphColor:
		if o, ok := face.GlyphDataOutline(tables.GlyphID(key.gid)); ok {
			return drawOutline(o, scale, float32(key.sub)/subpixels)
		}
	}
	return &Mask{}
}

// drawOutline fills an outline in font units, shifted right by dx pixels.
func drawOutline(o font.GlyphOutline, scale, dx float32) *Mask {
	r := bounds(o.Segments, scale, dx)
	if r.Empty() {
		return &Mask{}
	}
	z := vector.NewRasterizer(r.Dx(), r.Dy())
	at := func(p ot.SegmentPoint) (x, y float32) {
		return p.X*scale + dx - float32(r.Min.X), -p.Y*scale - float32(r.Min.Y)
	}
	trace(z, o.Segments, at)
	m := &Mask{X: r.Min.X, Y: r.Min.Y, alpha: image.NewAlpha(image.Rect(0, 0, r.Dx(), r.Dy()))}
	z.DrawOp = draw.Src
	z.Draw(m.alpha, m.alpha.Rect, image.Opaque, image.Point{})
	return m
}

// maxGlyph bounds a mask's sides in pixels; a damaged font could ask for any.
const maxGlyph = 2048

// bounds returns the pixels that an outline may touch.
func bounds(segments []ot.Segment, scale, dx float32) image.Rectangle {
	lo := [2]float32{math.MaxFloat32, math.MaxFloat32}
	hi := [2]float32{-math.MaxFloat32, -math.MaxFloat32}
	for i := range segments {
		for _, p := range segments[i].ArgsSlice() {
			for axis, v := range [2]float32{p.X*scale + dx, -p.Y * scale} {
				lo[axis], hi[axis] = min(lo[axis], v), max(hi[axis], v)
			}
		}
	}
	if len(segments) == 0 || hi[0]-lo[0] > maxGlyph || hi[1]-lo[1] > maxGlyph {
		return image.Rectangle{}
	}
	floor := func(v float32) int { return int(math.Floor(float64(v))) }
	return image.Rect(floor(lo[0]), floor(lo[1]), floor(hi[0])+1, floor(hi[1])+1)
}

// trace hands an outline to the rasteriser.
func trace(z *vector.Rasterizer, segments []ot.Segment, at func(ot.SegmentPoint) (x, y float32)) {
	for _, s := range segments {
		ax, ay := at(s.Args[0])
		bx, by := at(s.Args[1])
		cx, cy := at(s.Args[2])
		switch s.Op {
		case ot.SegmentOpMoveTo:
			z.ClosePath()
			z.MoveTo(ax, ay)
		case ot.SegmentOpLineTo:
			z.LineTo(ax, ay)
		case ot.SegmentOpQuadTo:
			z.QuadTo(ax, ay, bx, by)
		case ot.SegmentOpCubeTo:
			z.CubeTo(ax, ay, bx, by, cx, cy)
		}
	}
	z.ClosePath()
}

// drawPicture draws an emoji into a square around its em.
func drawPicture(face *font.Face, key maskKey) *Mask {
	side := int(math.Ceil(float64(key.size)))
	m := &Mask{X: -side / 4, Y: -side - side/4, picture: image.NewRGBA(image.Rect(0, 0, 2*side, 2*side))}
	g := pictureGlyph(face, key)
	// The renderer cuts an SVG at its bearing, so the pen bears it.
	bearing := g.XBearing.Round()
	g.XBearing = 0
	run := shaping.Output{Face: face, Glyphs: []shaping.Glyph{g}, Size: fixed.Int26_6(key.size * 64)}
	r := render.Renderer{FontSize: key.size, PixScale: 1, Color: image.Black.C}
	r.DrawShapedRunAt(run, m.picture, bearing-m.X, -m.Y)
	return m
}

// pictureGlyph returns a glyph's extents as shaping would.
func pictureGlyph(face *font.Face, key maskKey) shaping.Glyph {
	gid := font.GID(key.gid)
	extents, _ := face.GlyphExtents(gid)
	scale := key.size / float32(face.Upem())
	unit := func(v float32) fixed.Int26_6 { return fixed.Int26_6(v * scale * 64) }
	return shaping.Glyph{
		GlyphID: gid, Advance: unit(face.HorizontalAdvance(gid)), Width: unit(extents.Width), Height: unit(extents.Height),
		XBearing: unit(extents.XBearing), YBearing: unit(extents.YBearing),
	}
}
