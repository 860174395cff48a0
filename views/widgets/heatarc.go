package widgets

import (
	"image/color"

	"bitlens/views/widgets/typeset"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// arcSteps is how many straight lines make an arc.
const arcSteps = 14

// An arc is a curve from one place of a text to another.
type arc [arcSteps]*canvas.Line

func newArc() (a arc) {
	for i := range a {
		a[i] = canvas.NewLine(color.Transparent)
		a[i].StrokeWidth = 1.5
		a[i].Hide()
	}
	return a
}

// place draws the arc from one point to another: a parabola that rises above
// the higher one, and above both the more the farther they are apart.
func (a *arc) place(from, to fyne.Position, c color.Color) {
	rise := 14 + absolute(to.X-from.X)/12
	top := fyne.NewPos((from.X+to.X)/2, min(from.Y, to.Y)-2*rise)
	at := func(i int) fyne.Position {
		t := float32(i) / arcSteps
		u := 1 - t
		return fyne.NewPos(u*u*from.X+2*u*t*top.X+t*t*to.X, u*u*from.Y+2*u*t*top.Y+t*t*to.Y)
	}
	for i, l := range a {
		l.Position1, l.Position2, l.StrokeColor = at(i), at(i+1), c
		show(l, true)
		l.Refresh()
	}
}

func (a *arc) hide() {
	for _, l := range a {
		show(l, false)
	}
}

func absolute(x float32) float32 { return max(x, -x) }

// SetSource underlines the bytes [lo, hi) as well, where the underlined ones
// stood before, and draws an arc from there; lo == hi for none. What is not on
// screen comes from above it.
func (h *HeatText) SetSource(lo, hi int) {
	h.source = [2]int{lo, hi}
	h.overlay()
}

// placeArc draws the arc between the source and what is underlined.
func (r *heatRenderer) placeArc(v *view, p Palette) {
	from, to := r.h.source, r.h.underline
	end, ok := r.middle(v, to)
	if from[0] == from[1] || !ok {
		r.arc.hide()
		return
	}
	start, seen := r.middle(v, from)
	if !seen {
		start = fyne.NewPos(end.X, -end.Y) // beyond the upper edge
	}
	r.arc.place(start, end, veil(p.Accent, 0xB0))
}

// middle returns the middle of the upper edge of the bytes in their first row
// on screen.
func (r *heatRenderer) middle(v *view, bytes [2]int) (at fyne.Position, ok bool) {
	v.eachRow(func(row typeset.Place, y int) {
		if ok || bytes[0] >= row.Hi() || bytes[1] <= row.Lo() {
			return
		}
		if spans := row.Spans(bytes[0], bytes[1]); len(spans) > 0 {
			pos, size := v.box(spans[0], y)
			at, ok = pos.AddXY(size.Width/2, 0), true
		}
	})
	return at, ok
}
