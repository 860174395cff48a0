package widgets

import (
	"image"
	"image/color"
	"math"
	"strings"

	"bitlens/views/widgets/typeset"
)

// A Series is one line of a chart: Y over X, X not decreasing. A value that is not finite leaves a gap.
type Series struct {
	Name  string
	Color color.RGBA
	X, Y  []float64
	Dots  bool // single points, not a line
	Label bool // its name stands beside its first dot, where there is room
	Ring  bool // a ring around its dots
	Dash  bool // a broken line
}

// A Chart is all that a picture of series is made of. Drawing it is a pure function of it.
type Chart struct {
	Title  string // in small capitals above, with the names of the series; no header if empty
	X, Y   Axis
	Series []Series
}

// Lengths of a chart in dips.
const (
	chartText   = 11
	chartLeft   = 26  // for the labels of the y axis, at least
	chartGlyph  = 6.5 // of a label of the y axis, about
	chartRight  = 8
	chartBottom = 22 // for the labels of the x axis
	chartTop    = 8
	chartHeader = 22
	chartLine   = 1.75
	chartThin   = 1.1 // where series are many
	dotRadius   = 4
	tickGap     = 110 // between two labels of the x axis, about
	labelGap    = 22  // between two of the y axis
)

// A sheet is a picture at hand, with the unit of its lengths.
type sheet struct {
	dst     *image.RGBA
	scale   float32 // device pixels in a dip
	palette Palette
}

// newSheet returns a blank panel of w by h device pixels.
func newSheet(w, h int, scale float32, p Palette) *sheet {
	s := &sheet{image.NewRGBA(image.Rect(0, 0, w, h)), scale, p}
	typeset.Fill(s.dst, s.dst.Rect, p.Panel)
	return s
}

func (s *sheet) px(dips float32) int { return int(math.Round(float64(dips * s.scale))) }

func (s *sheet) label(bold bool) labelStyle { return labelStyle{chartText * s.scale, bold} }

// Draw returns the chart as a picture of w by h device pixels. Any goroutine may call it.
func (c *Chart) Draw(w, h int, scale float32, p Palette) *image.RGBA {
	s := newSheet(w, h, scale, p)
	c.header(s)
	r := c.area(w, h, scale)
	x, y := c.axes()
	c.grid(s, r, x, y)
	clip := r.Inset(-s.px(2))
	for _, series := range c.Series {
		for _, line := range polyline(series, x, y, r) {
			c.draw(s, clip, series, line)
		}
	}
	c.names(s, r, x, y)
	return s.dst
}

// draw draws one unbroken piece of a series.
func (c *Chart) draw(s *sheet, clip image.Rectangle, series Series, line []point) {
	width := float64(c.line() * s.scale)
	switch {
	case series.Dots:
		for _, at := range line {
			if series.Ring {
				dot(s.dst, at, float64(7*s.scale), s.palette.Accent)
				dot(s.dst, at, float64(5.5*s.scale), s.palette.Panel)
			}
			dot(s.dst, at, float64(dotRadius*s.scale), series.Color)
		}
	case series.Dash:
		for _, dash := range dashes(line, float64(4*s.scale)) {
			stroke(s.dst, clip, dash, width, series.Color)
		}
	default:
		stroke(s.dst, clip, line, width, series.Color)
	}
}

// area returns the pixels of the plot itself.
func (c *Chart) area(w, h int, scale float32) image.Rectangle {
	px := func(dips float32) int { return int(math.Round(float64(dips * scale))) }
	top := px(chartTop)
	if c.Title != "" {
		top += px(chartHeader)
	}
	left := px(c.left())
	return image.Rect(left, top, max(w-px(chartRight), left+1), max(h-px(chartBottom), top+1))
}

// left returns the room that the labels of the y axis take, in dips.
func (c *Chart) left() float32 {
	_, y := c.axes()
	left := float32(chartLeft)
	for _, v := range y.ticks(6) {
		left = max(left, 12+chartGlyph*float32(len(y.label(v))))
	}
	return left
}

// many is how many series are drawn thin.
const many = 8

// line returns the width of the lines in dips.
func (c *Chart) line() float32 {
	if len(c.Series) > many {
		return chartThin
	}
	return chartLine
}

// axes returns the axes that hold all series.
func (c *Chart) axes() (x, y Axis) {
	xLo, xHi := extent(c.Series, func(s Series) []float64 { return s.X }, c.X.Log)
	yLo, yHi := extent(c.Series, func(s Series) []float64 { return s.Y }, c.Y.Log)
	return c.X.fit(xLo, xHi), c.Y.fit(yLo, yHi)
}

// extent returns the least and the greatest finite value, above zero if it is to have a logarithm.
func extent(series []Series, of func(Series) []float64, positive bool) (lo, hi float64) {
	lo, hi = math.Inf(1), math.Inf(-1)
	for _, s := range series {
		for _, v := range of(s) {
			if !math.IsNaN(v) && !math.IsInf(v, 0) && (!positive || v > 0) {
				lo, hi = min(lo, v), max(hi, v)
			}
		}
	}
	if lo > hi {
		return 1, 10
	}
	return lo, hi
}

// grid draws quiet lines across at the y ticks, and the labels of both axes.
func (c *Chart) grid(s *sheet, r image.Rectangle, x, y Axis) {
	mute, small := s.palette.Mute, s.label(false)
	for _, v := range y.ticks(max(2, r.Dy()/s.px(labelGap))) {
		at := r.Max.Y - int(math.Round(y.part(v)*float64(r.Dy())))
		typeset.Fill(s.dst, image.Rect(r.Min.X, at, r.Max.X, at+max(1, s.px(1))), s.palette.Line)
		text := y.label(v)
		small.draw(s.dst, text, r.Min.X-s.px(8)-small.width(text), at-s.px(chartText)/2, mute)
	}
	for _, v := range x.ticks(max(2, r.Dx()/s.px(tickGap))) {
		at := r.Min.X + int(math.Round(x.part(v)*float64(r.Dx())))
		small.drawAround(s.dst, x.label(v), at, r.Max.Y+s.px(7), mute)
	}
}

// header writes the title and the series' names, each behind a dot of its colour.
func (c *Chart) header(s *sheet) {
	if c.Title == "" {
		return
	}
	top := s.px(6)
	x := s.label(true).draw(s.dst, strings.ToUpper(c.Title), 0, top, s.palette.Mute) + s.px(14)
	for _, series := range c.Series {
		if series.Name == "" {
			continue
		}
		dot(s.dst, point{float64(x), float64(top) + float64(6*s.scale)}, float64(3.5*s.scale), series.Color)
		x = s.label(false).draw(s.dst, series.Name, x+s.px(9), top, s.palette.Ink) + s.px(16)
	}
}
