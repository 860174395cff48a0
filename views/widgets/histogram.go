package widgets

import (
	"image"
	"image/color"
	"math"
	"strings"

	"bitlens/views/widgets/typeset"
)

// A Bins is how often each number occurred: Counts[i] units measure From+i*Width or more, but less than the next. It is
// drawn as the legend of a heat text: bars in the ramp's colours.
type Bins struct {
	Title     string
	From      float64 // below 0 where there are two sides of a middle
	Width     float64
	Counts    []int
	Tint      func(value float64) float64 // place on the ramp, as Shading has it; nil leaves the bars grey
	Ramp      *Ramp                       // nil for amber
	Mark      float64                     // such as break-even, a dotted line
	MarkLabel string                      // empty for no mark
	Label     func(value float64) string  // of the axis; nil writes the number
	Note      string                      // in place of bars and axis: why there are none
}

// Lengths of a histogram in dips.
const (
	binsLeft   = 2
	binsBottom = 22
	binsTop    = 6
)

// Draw returns the histogram as a picture of w by h device pixels. Any goroutine may call it.
func (b *Bins) Draw(w, h int, scale float32, p Palette) *image.RGBA {
	s := newSheet(w, h, scale, p)
	if b.Title != "" {
		s.label(true).draw(s.dst, strings.ToUpper(b.Title), 0, s.px(6), p.Mute)
	}
	r := b.area(w, h, scale)
	if b.Note != "" {
		s.label(false).drawAround(s.dst, b.Note, (r.Min.X+r.Max.X)/2, (r.Min.Y+r.Max.Y)/2, p.Mute)
		return s.dst
	}
	b.bars(s, r)
	typeset.Fill(s.dst, image.Rect(r.Min.X, r.Max.Y, r.Max.X, r.Max.Y+max(1, s.px(1))), p.Line)
	x := b.axis()
	label := b.Label
	if label == nil {
		label = tickLabel
	}
	for _, v := range b.ticks(max(2, r.Dx()/s.px(40))) {
		s.label(false).drawAround(s.dst, label(v), r.Min.X+int(x.part(v)*float64(r.Dx())), r.Max.Y+s.px(8), p.Mute)
	}
	b.mark(s, r, x)
	return s.dst
}

// area returns the pixels of the bars.
func (b *Bins) area(w, h int, scale float32) image.Rectangle {
	px := func(dips float32) int { return int(math.Round(float64(dips * scale))) }
	top := px(binsTop)
	if b.Title != "" {
		top += px(chartHeader)
	}
	return image.Rect(px(binsLeft), top, max(w-px(binsLeft), px(binsLeft)+1), max(h-px(binsBottom), top+1))
}

func (b *Bins) axis() Axis {
	return Axis{Min: b.From, Max: b.From + b.Width*float64(len(b.Counts))}.fit(0, 1)
}

// ticks returns at most n numbers that are powers of two apart, as break-even is, 0 among them.
func (b *Bins) ticks(n int) (out []float64) {
	x, step := b.axis(), 1.0
	for (x.Max-x.Min)/step > float64(n) {
		step *= 2
	}
	for v := math.Ceil(x.Min/step) * step; v <= x.Max; v += step {
		out = append(out, v)
	}
	return out
}

// bars draws a bar a bin. Heights go with the square root of the counts: most units are cheap, and the rare dear ones, which
// the ramp is about, would not be seen.
func (b *Bins) bars(s *sheet, r image.Rectangle) {
	most := 1
	for _, n := range b.Counts {
		most = max(most, n)
	}
	for i, n := range b.Counts {
		height := int(math.Round(math.Sqrt(float64(n)/float64(most)) * float64(r.Dy())))
		if n > 0 {
			height = max(height, 1)
		}
		lo, hi := r.Min.X+r.Dx()*i/len(b.Counts), r.Min.X+r.Dx()*(i+1)/len(b.Counts)
		gap := min(s.px(1), (hi-lo)/3)
		typeset.Fill(s.dst, image.Rect(lo, r.Max.Y-height, hi-gap, r.Max.Y), b.colour(i, s.palette))
	}
}

// colour returns a bar's: that of its middle on the ramp, grey where the text is untinted.
func (b *Bins) colour(i int, p Palette) color.RGBA {
	if b.Tint == nil {
		return p.Line
	}
	tint := b.Tint(b.From + (float64(i)+0.5)*b.Width)
	if tint == 0 || math.IsNaN(tint) {
		return p.Line
	}
	ramp := b.Ramp
	if ramp == nil {
		ramp = Amber
	}
	fill, _ := ramp.At(tint, p.Dark)
	return fill
}

// mark draws a value as a dotted line with its label beside it, on the side where there is room.
func (b *Bins) mark(s *sheet, r image.Rectangle, x Axis) {
	if b.MarkLabel == "" || b.Mark < x.Min || b.Mark > x.Max {
		return
	}
	at := r.Min.X + int(x.part(b.Mark)*float64(r.Dx()))
	dash := max(1, s.px(2))
	for y := r.Min.Y; y < r.Max.Y; y += 2 * dash {
		typeset.Fill(s.dst, image.Rect(at, y, at+max(1, s.px(1)), min(y+dash, r.Max.Y)), s.palette.Mute)
	}
	small := s.label(false)
	left := at + s.px(5)
	if w := small.width(b.MarkLabel); left+w > s.dst.Rect.Max.X {
		left = at - s.px(5) - w
	}
	small.draw(s.dst, b.MarkLabel, left, r.Min.Y-s.px(2), s.palette.Mute)
}
