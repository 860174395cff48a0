package sequences

import (
	"math"
	"strconv"

	"bitlens/assets/lang"
	"bitlens/engine/induction/complexity"
	"bitlens/views/widgets"
	"bitlens/views/workspace"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A methods shows what other methods say of a binary string, side by side, so
// that it is seen where each fails.
type methods struct {
	widget.BaseWidget
	widgets.Tipped
	bits     string
	measures []complexity.Measure
	depths   []float64
	bound    int // by programs of the language, in bits
	over     int
}

const methodsTop = 12 + betStep // where the first one is

func newMethods() *methods {
	m := &methods{over: -1}
	m.ExtendBaseWidget(m)
	m.Own(m)
	m.SetTip(m.tip)
	return m
}

// tip says what a method does.
func (m *methods) tip() []string {
	if m.over < 0 || m.over >= len(m.measures) {
		return nil
	}
	x := m.measures[m.over]
	return []string{x.Method + ": " + kindOf(x), x.Note}
}

// kindOf tells a bound from an estimate.
func kindOf(x complexity.Measure) string {
	if x.Bound() {
		return lang.T("an upper bound: a decoder reads it back")
	}
	return lang.T("an estimate: it may be above K or below")
}

func (m *methods) show(e *workspace.Explaining) {
	m.bits, m.measures, m.depths, m.bound = e.Bits, e.Measures, e.Depths, e.Found.Bound()
	m.Hidden = e.Bits == ""
	m.Refresh()
}

// MouseIn implements desktop.Hoverable.
func (m *methods) MouseIn(e *desktop.MouseEvent) { m.MouseMoved(e) }

// MouseMoved implements desktop.Hoverable.
func (m *methods) MouseMoved(e *desktop.MouseEvent) {
	over := int(math.Floor(float64(e.Position.Y-methodsTop) / betStep))
	if over == m.over {
		return
	}
	m.over = over
	m.Tipped.MouseOut()
	if m.tip() != nil {
		m.Tipped.MouseIn(e)
	}
}

// MouseOut implements desktop.Hoverable.
func (m *methods) MouseOut() {
	m.over = -1
	m.Tipped.MouseOut()
}

// CreateRenderer implements fyne.Widget.
func (m *methods) CreateRenderer() fyne.WidgetRenderer {
	r := &methodsRenderer{m: m}
	r.Refresh()
	return r
}

type methodsRenderer struct {
	m    *methods
	draw widgets.Layer
}

func (r *methodsRenderer) Refresh() {
	r.draw = widgets.Layer{}
	r.draw.Text(lang.T("%d BITS, BY OTHER METHODS", len(r.m.bits)), sidePad, 12, betStep, widgets.HeadingSize, widgets.RoleMute, bold)
	for i, x := range r.m.measures {
		r.measure(x, methodsTop+float32(i)*betStep)
	}
	y := methodsTop + float32(len(r.m.measures))*betStep
	if r.m.depths != nil {
		r.posterior(y)
		y += depthsHigh
	}
	for _, s := range r.m.machines() {
		y += detailStep
		r.draw.Text(s, sidePad, y-detailStep+4, detailStep, widgets.SmallSize, widgets.RoleMute, fyne.TextStyle{})
	}
	canvas.Refresh(r.m)
}

// Lengths of the picture of depths, in dips.
const (
	depthsHigh = 92
	depthsBar  = 40
)

// posterior draws how many symbols before matter to context-tree weighting, a
// bar for each depth from 0 on.
func (r *methodsRenderer) posterior(y float32) {
	r.draw.Text(lang.T("HOW MANY SYMBOLS BEFORE MATTER, BY CTW"), sidePad, y+8, betStep, widgets.HeadingSize, widgets.RoleMute, bold)
	step := float32(sideWidth-2*sidePad) / float32(len(r.m.depths))
	for depth, p := range r.m.depths {
		x, h := sidePad+float32(depth)*step, max(1, float32(p)*depthsBar)
		r.draw.Rect(x, y+32+depthsBar-h, step-3, h, 1, theme.Color(widgets.RoleAccent))
		r.draw.Text(strconv.Itoa(depth), x+2, y+32+depthsBar, 14, 9, widgets.RoleMute, fyne.TextStyle{})
	}
}

// machines compares two machines that K may be meant for: what both say of a
// string differs by a constant that does not depend on it.
func (m *methods) machines() []string {
	for _, x := range m.measures {
		if x.Method == "ctm" && !math.IsNaN(x.Value) && m.bound > 0 {
			s := lang.T("%d bits at most in this language, %s by Turing machines: K depends on the machine, but only by a constant, whatever the string.",
				m.bound, widgets.Fixed(x.Value, 1))
			return broken(s, sideWidth-2*sidePad, 3, widgets.SmallSize, fyne.TextStyle{})
		}
	}
	return nil
}

// measure puts one method: a bound in ink, an estimate muted.
func (r *methodsRenderer) measure(x complexity.Measure, y float32) {
	role, kind, value := widgets.RoleMute, lang.T("estimate"), "–"
	if x.Bound() {
		role, kind = widgets.RoleInk, lang.T("bound")
	}
	if !math.IsNaN(x.Value) {
		value = lang.T("%s bits", widgets.Fixed(x.Value, 1))
	}
	r.draw.Text(x.Method, sidePad, y, betStep, widgets.TextSize, role, fyne.TextStyle{})
	r.draw.Text(kind, sidePad+150, y, betStep, widgets.SmallSize, widgets.RoleMute, fyne.TextStyle{})
	r.draw.TextRight(value, sideWidth-sidePad, y, betStep, widgets.TextSize, role, fyne.TextStyle{})
}

func (r *methodsRenderer) Layout(fyne.Size) {}
func (r *methodsRenderer) MinSize() fyne.Size {
	h := methodsTop + betStep*float32(len(r.m.measures)) + detailStep*float32(len(r.m.machines())) + 10
	if r.m.depths != nil {
		h += depthsHigh
	}
	return fyne.NewSize(sideWidth, h)
}
func (r *methodsRenderer) Objects() []fyne.CanvasObject { return r.draw.Objects }
func (r *methodsRenderer) Destroy()                     {}
