package read

import (
	"math"
	"strings"
	"unicode/utf8"

	"bitlens/assets/lang"
	"bitlens/views/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// A detailDrawing puts the facts on a layer from the top down.
type detailDrawing struct {
	d    *detail
	draw *widgets.Layer
	y    float32 // where the next line goes
}

const (
	detailPad = 16
	lineStep  = 20
	barLeft   = 110
	barWidth  = 104
	// Names of inputs are long: the bar stands below them.
	inputWidth = detailWidth - 2*detailPad
	inputBar   = 3
	inputGap   = 8 // between a name and what it says
)

func (r *detailDrawing) all() fyne.Size {
	r.draw.Zoom, r.y, r.d.areas = r.d.zoom, detailPad, nil
	if !r.d.has {
		r.text(lang.T("Point at the text to see what it cost."), detailPad, 13, widgets.RoleMute, fyne.TextStyle{})
		r.y += lineStep
	} else {
		r.figure()
		r.rows()
		r.interval()
		r.expected()
		r.why()
		r.paid()
	}
	return fyne.NewSize(detailWidth*r.d.zoom, (r.y+detailPad)*r.d.zoom)
}

// mark makes what stands from top to here explain a term, and answer a click.
// What answers is lit under the pointer.
func (r *detailDrawing) mark(top float32, term widgets.Term, tap func()) {
	if tap != nil && r.d.over == len(r.d.areas) {
		r.draw.Under(detailPad-8, top, detailWidth-2*detailPad+16, r.y-top, 4, theme.Color(theme.ColorNameHover))
	}
	r.d.areas = append(r.d.areas, area{top, r.y, term, tap})
}

// text puts a line of text at x and the current y, and returns its width.
func (r *detailDrawing) text(s string, x, size float32, role fyne.ThemeColorName, style fyne.TextStyle) float32 {
	return r.draw.Text(s, x, r.y, lineStep, size, role, style)
}

// right puts a line of text that ends at the right edge.
func (r *detailDrawing) right(s string, role fyne.ThemeColorName, style fyne.TextStyle) {
	r.draw.TextRight(s, detailWidth-detailPad, r.y, lineStep, widgets.TextSize, role, style)
}

// figure puts the bits, and the unit on its tint.
func (r *detailDrawing) figure() {
	f := r.d.facts
	r.y += 10
	figure := "–"
	if f.known {
		figure = fixed(f.bits)
	}
	x := detailPad + r.text(figure, detailPad, widgets.FigureSize, widgets.RoleInk, fyne.TextStyle{Bold: true}) + 8
	r.y += 7
	x += r.text(lang.T("bits"), x, 15, widgets.RoleMute, fyne.TextStyle{})
	if !f.current && f.known {
		x += 8
		x += r.text(lang.T("before the edit"), x, widgets.SmallSize, widgets.RoleMute, fyne.TextStyle{})
	}
	r.y -= 17
	r.swatch(detailWidth - detailPad - 12 - x)
	top := r.y
	r.y += 54
	r.mark(top, widgets.SurpriseTerm, nil)
}

// swatch puts the unit itself on its tint, at the right, no wider than most.
func (r *detailDrawing) swatch(most float32) {
	f := r.d.facts
	fill, ink := widgets.CurrentTint(f.tint)
	size, style := float32(20), fyne.TextStyle{Monospace: true}
	if f.named {
		size, style = widgets.SmallSize, fyne.TextStyle{}
	}
	s, size := fitted(f.glyph, size, most-16, style)
	text := fyne.MeasureText(s, size, style).Width
	w := max(40, text+16)
	x := detailWidth - detailPad - w
	r.draw.Rect(x, detailPad, w, 40, 6, fill)
	r.draw.Ink(s, x+(w-text)/2, detailPad, 40, size, ink, style)
}

// fitted makes text fit in a width: smaller down to the size of all text, then
// shorter.
func fitted(s string, size, width float32, style fyne.TextStyle) (string, float32) {
	fits := func(s string) bool { return fyne.MeasureText(s, size, style).Width <= width }
	for size > widgets.TextSize && !fits(s) {
		size--
	}
	if fits(s) {
		return s, size
	}
	for s != "" && !fits(s+"…") {
		_, n := utf8.DecodeLastRuneInString(s)
		s = s[:len(s)-n]
	}
	return s + "…", size
}

func (r *detailDrawing) rows() {
	for _, row := range r.d.facts.rows {
		top := r.y
		r.text(row.name, detailPad, widgets.TextSize, widgets.RoleMute, fyne.TextStyle{})
		r.text(row.value, barLeft, widgets.TextSize, widgets.RoleInk, fyne.TextStyle{})
		r.y += lineStep
		r.mark(top, row.term, nil)
	}
}

// heading puts a small heading in capitals, which explains a term.
func (r *detailDrawing) heading(s string, term widgets.Term) {
	top := r.y
	r.y += 10
	r.text(s, detailPad, widgets.HeadingSize, widgets.RoleMute, fyne.TextStyle{Bold: true})
	r.y += lineStep + 2
	r.mark(top, term, nil)
}

// expected puts the alternatives, each with a bar as long as it was likely.
func (r *detailDrawing) expected() {
	f := r.d.facts
	switch {
	case f.note != "":
		r.heading(lang.T("WHAT IT EXPECTED"), widgets.GuessTerm)
		r.note()
		return
	case f.guesses == nil:
		return
	case f.words:
		r.heading(lang.T("WHOLE WORDS IT EXPECTED"), widgets.WordGuessTerm)
	default:
		r.heading(lang.T("WHAT IT EXPECTED"), widgets.GuessTerm)
	}
	top := 0.0
	for _, g := range f.guesses {
		if !g.others {
			top = max(top, g.p)
		}
	}
	for _, g := range f.guesses {
		r.guess(g, top)
	}
	r.only()
}

// only puts what only one of two models names among its likeliest.
func (r *detailDrawing) only() {
	if r.d.facts.only == nil {
		return
	}
	r.heading(lang.T("ONLY ONE OF THEM NAMES"), widgets.OnlyTerm)
	for _, row := range r.d.facts.only {
		top := r.y
		r.text(row.name, detailPad, widgets.TextSize, widgets.RoleMute, fyne.TextStyle{})
		r.y += lineStep
		r.wrapped(row.value, widgets.RoleInk)
		r.mark(top, row.term, nil)
	}
}

// note puts what stands in place of the alternatives.
func (r *detailDrawing) note() {
	f, top := r.d.facts, r.y
	role, tap := widgets.RoleMute, (func())(nil)
	if f.dear {
		role, tap = widgets.RoleAccent, r.d.onNote
	}
	r.wrapped(f.note, role)
	r.mark(top, widgets.NoTerm, tap)
}

// named puts what a bar is of before it, cut where the bar begins.
func (r *detailDrawing) named(s string, role fyne.ThemeColorName, style fyne.TextStyle) {
	s, size := fitted(s, widgets.TextSize, barLeft-detailPad-4, style)
	r.text(s, detailPad, size, role, style)
}

func (r *detailDrawing) guess(g guess, top float64) {
	role, style := widgets.RoleInk, fyne.TextStyle{Monospace: !g.named, Bold: g.named && g.actual}
	if g.named && !g.actual {
		role = widgets.RoleMute
	}
	bar, _ := widgets.CurrentTint(0.45)
	if g.actual {
		bar, _ = widgets.CurrentTint(0.75)
		r.draw.Rect(detailPad-8, r.y+3, 3, lineStep-6, 1, theme.Color(widgets.RoleAccent))
	}
	if g.others {
		bar, _ = widgets.CurrentTint(0.2)
	}
	r.named(g.text, role, style)
	r.draw.Rect(barLeft, r.y+6, max(2, float32(min(g.p/top, 1))*barWidth), lineStep-12, 2, bar)
	role = widgets.RoleMute
	if g.actual {
		role = widgets.RoleInk
	}
	r.right(widgets.Percent(g.p), role, fyne.TextStyle{Bold: g.actual})
	y := r.y
	r.y += lineStep
	if g.others {
		r.mark(y, widgets.OthersTerm, nil)
	} else {
		r.mark(y, widgets.NoTerm, func() { r.d.onGuess(g) })
	}
}

// interval puts, for each byte, which part of the coder's interval it kept.
func (r *detailDrawing) interval() {
	f := r.d.facts
	if f.narrow == nil {
		return
	}
	r.heading(lang.T("THE CODER'S INTERVAL"), widgets.IntervalTerm)
	const width = 104
	for _, n := range f.narrow[:min(len(f.narrow), mostNarrow)] {
		top := r.y
		r.text(n.name, detailPad, widgets.TextSize, widgets.RoleMute, fyne.TextStyle{Monospace: true})
		r.draw.Rect(barLeft, r.y+8, width, 4, 2, theme.Color(widgets.RoleLine))
		r.draw.Rect(barLeft+float32(n.low)*(width-2), r.y+5, max(2, float32(n.width)*width), 10, 1, theme.Color(widgets.RoleAccent))
		r.right(lang.T("%s bits", fixed(n.bits)), widgets.RoleInk, fyne.TextStyle{})
		r.y += lineStep
		r.mark(top, widgets.IntervalTerm, nil)
	}
	if f.sent != "" {
		top := r.y
		r.text(f.sent, detailPad, widgets.SmallSize, widgets.RoleMute, fyne.TextStyle{Monospace: true})
		r.y += lineStep
		r.mark(top, widgets.SentTerm, nil)
	}
}

// mostNarrow is how many bytes of a unit show their part of the interval.
const mostNarrow = 8

// why puts what the model stood on, and what each of its parts said.
func (r *detailDrawing) why() {
	f := r.d.facts
	if f.context == "" && f.seenAt < 0 && f.inputs == nil {
		return
	}
	r.heading(lang.T("WHY"), widgets.NoTerm)
	top := r.y
	r.wrapped(f.context, widgets.RoleInk)
	r.mark(top, widgets.ContextTerm, nil)
	if f.seenAt >= 0 {
		top = r.y
		r.wrapped(lang.T("last seen at byte %s", widgets.Count(f.seenAt)), widgets.RoleAccent)
		r.mark(top, widgets.SeenTerm, func() { r.d.onSeen(int(f.seenAt)) })
	}
	for _, in := range f.inputs {
		r.input(in)
	}
}

// input puts the say of a part above a bar, which is grey where it speaks against:
// names are too long to have one beside them.
func (r *detailDrawing) input(in input) {
	top := r.y
	value := fyne.MeasureText(in.value, widgets.TextSize, fyne.TextStyle{}).Width
	name := widgets.Shortened(in.name, inputWidth-value-inputGap, widgets.TextSize, fyne.TextStyle{})
	r.text(name, detailPad, widgets.TextSize, widgets.RoleMute, fyne.TextStyle{})
	r.right(in.value, widgets.RoleInk, fyne.TextStyle{})
	r.y += lineStep
	bar, _ := widgets.CurrentTint(0.45)
	if in.part < 0 {
		bar = widgets.CurrentPalette().Line
	}
	r.draw.Rect(detailPad, r.y, max(2, float32(min(math.Abs(in.part), 1))*inputWidth), inputBar, 1, bar)
	r.y += inputBar + 3
	r.mark(top, in.term, nil)
}

// wrapped puts text over as many lines as it takes, broken at spaces where
// there are any.
func (r *detailDrawing) wrapped(s string, role fyne.ThemeColorName) {
	const width = detailWidth - 2*detailPad
	for s != "" {
		n := len(s)
		for n > 1 && fyne.MeasureText(s[:n], widgets.TextSize, fyne.TextStyle{}).Width > width {
			_, k := utf8.DecodeLastRuneInString(s[:n])
			n -= k
		}
		if space := strings.LastIndexByte(s[:n], ' '); n < len(s) && space > 0 {
			n = space + 1
		}
		r.text(s[:n], detailPad, widgets.TextSize, role, fyne.TextStyle{})
		r.y += lineStep - 1
		s = s[n:]
	}
}

// paid puts what every measured model paid for the unit.
func (r *detailDrawing) paid() {
	paid := r.d.facts.paid
	if len(paid) < 2 {
		return
	}
	r.heading(lang.T("WHAT EACH MODEL PAID, IN BITS"), widgets.PaidTerm)
	top := 0.0
	for _, p := range paid {
		top = max(top, p.bits)
	}
	for _, p := range paid {
		r.named(p.name, widgets.RoleInk, fyne.TextStyle{})
		r.draw.Rect(barLeft, r.y+7, max(2, float32(p.bits/max(top, 1e-9))*barWidth), lineStep-14, 2, p.color)
		r.right(fixed(p.bits), widgets.RoleInk, fyne.TextStyle{})
		r.y += lineStep
	}
}
