package read

import (
	"strings"
	"unicode/utf8"

	"bitlens/assets/lang"
	"bitlens/views/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// detailWidth is the width of the detail in device-independent pixels.
const detailWidth = 306

// A detail shows the facts of one unit: bits first, in the one large figure.
type detail struct {
	widget.BaseWidget
	facts  facts
	has    bool
	onTap  func() // on a note that is an offer
	noteAt [2]float32
}

func newDetail(onTap func()) *detail {
	d := &detail{onTap: onTap}
	d.ExtendBaseWidget(d)
	return d
}

// show shows facts; has is false where there is no unit.
func (d *detail) show(f facts, has bool) {
	d.facts, d.has = f, has
	d.Refresh()
}

// Tapped implements fyne.Tappable.
func (d *detail) Tapped(e *fyne.PointEvent) {
	if d.facts.dear && e.Position.Y >= d.noteAt[0] && e.Position.Y < d.noteAt[1] {
		d.onTap()
	}
}

// CreateRenderer implements fyne.Widget.
func (d *detail) CreateRenderer() fyne.WidgetRenderer {
	r := &detailRenderer{d: d}
	r.Refresh()
	return r
}

// A detailRenderer lays the facts out from the top down, anew each time.
type detailRenderer struct {
	d    *detail
	draw widgets.Layer
	y    float32 // where the next line goes
}

const (
	detailPad = 16
	lineStep  = 20
	barLeft   = 110
	barWidth  = 104
)

func (r *detailRenderer) Refresh() {
	r.draw, r.y = widgets.Layer{}, detailPad
	if !r.d.has {
		r.text(lang.T("Point at the text to see what it cost."), detailPad, 13, widgets.RoleMute, fyne.TextStyle{})
	} else {
		r.figure()
		r.rows()
		r.expected()
		r.why()
		r.paid()
	}
	canvas.Refresh(r.d)
}

// text puts a line of text at x and the current y, and returns its width.
func (r *detailRenderer) text(s string, x, size float32, role fyne.ThemeColorName, style fyne.TextStyle) float32 {
	return r.draw.Text(s, x, r.y, lineStep, size, role, style)
}

// right puts a line of text that ends at the right edge.
func (r *detailRenderer) right(s string, role fyne.ThemeColorName, style fyne.TextStyle) {
	r.draw.TextRight(s, detailWidth-detailPad, r.y, lineStep, widgets.TextSize, role, style)
}

// figure puts the bits, and the unit on its tint.
func (r *detailRenderer) figure() {
	f := r.d.facts
	r.y += 10
	figure := "–"
	if f.known {
		figure = fixed(f.bits)
	}
	w := r.text(figure, detailPad, widgets.FigureSize, widgets.RoleInk, fyne.TextStyle{Bold: true})
	r.y += 7
	r.text(lang.T("bits"), detailPad+w+8, 15, widgets.RoleMute, fyne.TextStyle{})
	if !f.current && f.known {
		r.text(lang.T("before the edit"), detailPad+w+48, widgets.SmallSize, widgets.RoleMute, fyne.TextStyle{})
	}
	r.y -= 17
	r.swatch()
	r.y += 54
}

// swatch puts the unit itself on its tint, at the right.
func (r *detailRenderer) swatch() {
	f := r.d.facts
	fill, ink := widgets.CurrentTint(f.tint)
	size, style := float32(20), fyne.TextStyle{Monospace: true}
	if f.named {
		size, style = widgets.SmallSize, fyne.TextStyle{}
	}
	s := f.glyph
	most := float32(110)
	for len(s) > 0 && fyne.MeasureText(s, size, style).Width > most-16 {
		_, n := utf8.DecodeLastRuneInString(s)
		s = s[:len(s)-n]
	}
	t := canvas.NewText(s, ink)
	t.TextSize, t.TextStyle = size, style
	min := t.MinSize()
	w := max(40, min.Width+16)
	x, y := detailWidth-detailPad-w, float32(detailPad)
	r.draw.Rect(x, y, w, 40, 6, fill)
	t.Move(fyne.NewPos(x+(w-min.Width)/2, y+(40-min.Height)/2))
	t.Resize(min)
	r.draw.Objects = append(r.draw.Objects, t)
}

func (r *detailRenderer) rows() {
	for _, row := range r.d.facts.rows {
		r.text(row[0], detailPad, widgets.TextSize, widgets.RoleMute, fyne.TextStyle{})
		r.text(row[1], barLeft, widgets.TextSize, widgets.RoleInk, fyne.TextStyle{})
		r.y += lineStep
	}
}

// heading puts a small heading in capitals.
func (r *detailRenderer) heading(s string) {
	r.y += 10
	r.text(s, detailPad, widgets.HeadingSize, widgets.RoleMute, fyne.TextStyle{Bold: true})
	r.y += lineStep + 2
}

// expected puts the alternatives, each with a bar as long as it was likely.
func (r *detailRenderer) expected() {
	f := r.d.facts
	if f.note == "" && f.guesses == nil {
		return
	}
	r.heading(lang.T("WHAT IT EXPECTED"))
	if f.note != "" {
		r.d.noteAt = [2]float32{r.y, r.y + lineStep}
		role := widgets.RoleMute
		if f.dear {
			role = widgets.RoleAccent
		}
		r.wrapped(f.note, role)
		return
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
}

func (r *detailRenderer) guess(g guess, top float64) {
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
	r.text(g.text, detailPad, widgets.TextSize, role, style)
	r.draw.Rect(barLeft, r.y+6, max(2, float32(min(g.p/top, 1))*barWidth), lineStep-12, 2, bar)
	role = widgets.RoleMute
	if g.actual {
		role = widgets.RoleInk
	}
	r.right(widgets.Percent(g.p), role, fyne.TextStyle{Bold: g.actual})
	r.y += lineStep
}

func (r *detailRenderer) why() {
	if len(r.d.facts.why) == 0 {
		return
	}
	r.heading(lang.T("WHY"))
	for i, line := range r.d.facts.why {
		role := widgets.RoleMute
		if i == 0 {
			role = widgets.RoleInk
		}
		r.wrapped(line, role)
	}
}

// wrapped puts text over as many lines as it takes, broken at spaces where
// there are any.
func (r *detailRenderer) wrapped(s string, role fyne.ThemeColorName) {
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
func (r *detailRenderer) paid() {
	paid := r.d.facts.paid
	if len(paid) < 2 {
		return
	}
	r.heading(lang.T("WHAT EACH MODEL PAID, IN BITS"))
	top := 0.0
	for _, p := range paid {
		top = max(top, p.bits)
	}
	for _, p := range paid {
		r.text(p.name, detailPad, widgets.TextSize, widgets.RoleInk, fyne.TextStyle{})
		r.draw.Rect(barLeft, r.y+7, max(2, float32(p.bits/max(top, 1e-9))*barWidth), lineStep-14, 2, p.color)
		r.right(fixed(p.bits), widgets.RoleInk, fyne.TextStyle{})
		r.y += lineStep
	}
}

func (r *detailRenderer) Layout(fyne.Size)             {}
func (r *detailRenderer) MinSize() fyne.Size           { return fyne.NewSize(detailWidth, 100) }
func (r *detailRenderer) Objects() []fyne.CanvasObject { return r.draw.Objects }
func (r *detailRenderer) Destroy()                     {}
