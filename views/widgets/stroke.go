package widgets

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"golang.org/x/image/vector"
)

// A point is in device pixels of a picture.
type point struct{ x, y float64 }

// polyline returns a series as points in r, at most four a pixel column: the first, the least, the greatest and the last
// in it, which draw the same as all of them. A gap in the values breaks the line.
func polyline(s Series, x, y Axis, r image.Rectangle) [][]point {
	var lines [][]point
	var line []point
	col := column{}
	flush := func() {
		line = col.appendTo(line)
		col = column{}
	}
	for i := range min(len(s.X), len(s.Y)) {
		p := point{
			float64(r.Min.X) + x.part(s.X[i])*float64(r.Dx()),
			float64(r.Max.Y) - y.part(s.Y[i])*float64(r.Dy()),
		}
		if math.IsNaN(p.x+p.y) || math.IsInf(p.x+p.y, 0) {
			flush()
			lines, line = append(lines, line), nil
			continue
		}
		if col.n > 0 && math.Floor(col.last.x) != math.Floor(p.x) {
			flush()
		}
		col.add(p)
	}
	flush()
	return append(lines, line)
}

// A column is what lies in one pixel column.
type column struct {
	first, last, low, high point
	n                      int
	lowFirst               bool
}

func (c *column) add(p point) {
	if c.n == 0 {
		*c = column{first: p, low: p, high: p}
	}
	if p.y < c.low.y {
		c.low, c.lowFirst = p, false
	}
	if p.y > c.high.y {
		c.high, c.lowFirst = p, true
	}
	c.last = p
	c.n++
}

func (c *column) appendTo(line []point) []point {
	if c.n == 0 {
		return line
	}
	if c.high.y-c.low.y < 1 { // less than a pixel is no shape but a wriggle
		return append(line, point{(c.first.x + c.last.x) / 2, (c.first.y + c.last.y) / 2})
	}
	a, b := c.low, c.high
	if !c.lowFirst {
		a, b = b, a
	}
	for _, p := range []point{c.first, a, b, c.last} {
		if n := len(line); n == 0 || line[n-1] != p {
			line = append(line, p)
		}
	}
	return line
}

// stroke draws a line of some width, device pixels, clipped to r. Each segment is a rectangle half a width longer at both
// ends; all turn the same way, so that the rasteriser adds them up without holes.
func stroke(dst *image.RGBA, r image.Rectangle, line []point, width float64, c color.RGBA) {
	r = r.Intersect(dst.Rect)
	if len(line) < 2 || r.Empty() {
		return
	}
	z := vector.NewRasterizer(r.Dx(), r.Dy())
	for i := 1; i < len(line); i++ {
		segment(z, r, line[i-1], line[i], width/2)
	}
	z.Draw(dst, r, image.NewUniform(c), image.Point{})
}

func segment(z *vector.Rasterizer, r image.Rectangle, a, b point, half float64) {
	length := math.Hypot(b.x-a.x, b.y-a.y)
	if length == 0 {
		return
	}
	dx, dy := (b.x-a.x)/length*half, (b.y-a.y)/length*half
	corner := func(p point, along, across float64) (float32, float32) {
		x, y := p.x+along*dx-across*dy, p.y+along*dy+across*dx
		// Far outside is as good as just outside, and keeps the rasteriser's numbers small.
		x = min(max(x-float64(r.Min.X), -1e4), 1e4)
		y = min(max(y-float64(r.Min.Y), -1e4), 1e4)
		return float32(x), float32(y)
	}
	z.MoveTo(corner(a, -1, -1))
	z.LineTo(corner(b, 1, -1))
	z.LineTo(corner(b, 1, 1))
	z.LineTo(corner(a, -1, 1))
	z.ClosePath()
}

// dot draws a disc, radius in device pixels.
func dot(dst *image.RGBA, at point, radius float64, c color.RGBA) {
	reach := int(math.Ceil(radius)) + 1
	r := image.Rect(-reach, -reach, reach, reach).Add(image.Pt(int(at.x), int(at.y))).Intersect(dst.Rect)
	if r.Empty() {
		return
	}
	const corners = 24
	z := vector.NewRasterizer(r.Dx(), r.Dy())
	for i := range corners {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / corners)
		x, y := float32(at.x+radius*cos-float64(r.Min.X)), float32(at.y+radius*sin-float64(r.Min.Y))
		if i == 0 {
			z.MoveTo(x, y)
		} else {
			z.LineTo(x, y)
		}
	}
	z.ClosePath()
	z.DrawOp = draw.Over
	z.Draw(dst, r, image.NewUniform(c), image.Point{})
}

// dashes cuts a line into pieces of a length, with as long gaps between them.
func dashes(line []point, length float64) [][]point {
	var out [][]point
	var dash []point
	left, drawn := length, true
	for i := 1; i < len(line); i++ {
		a, b := line[i-1], line[i]
		for d := math.Hypot(b.x-a.x, b.y-a.y); d > 0; d = math.Hypot(b.x-a.x, b.y-a.y) {
			step := min(left, d)
			next := point{a.x + (b.x-a.x)*step/d, a.y + (b.y-a.y)*step/d}
			if step == d {
				next = b
			}
			if drawn {
				if dash == nil {
					dash = []point{a}
				}
				dash = append(dash, next)
			}
			if left -= step; left <= 0 {
				if drawn {
					out = append(out, dash)
				}
				dash, drawn, left = nil, !drawn, length
			}
			a = next
		}
	}
	if len(dash) > 0 {
		out = append(out, dash)
	}
	return out
}
