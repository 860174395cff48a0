package sequences

import (
	"math"
	"strconv"

	"bitlens/assets/lang"
	"bitlens/engine/induction/complexity"
	"bitlens/views/widgets"
	"bitlens/views/workspace"

	"fyne.io/fyne/v2"
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
	rows     []string // of a picture; nil for a line
	measures []complexity.Measure
	depths   []float64
	bound    int  // by programs of the language, in bits
	constant *int // bits more than by Turing machines; nil where either has none
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
	return []string{x.Method + ": " + kindOf(x), whatOf(x.Method)}
}

// kindOf tells a bound from an estimate.
func kindOf(x complexity.Measure) string {
	if x.Bound() {
		return lang.T("an upper bound: a decoder reads it back")
	}
	return lang.T("an estimate: it may be above K or below")
}

// whatOf says how a method measures; all that are not named here compress.
func whatOf(method string) string {
	switch method {
	case "literal":
		return lang.T("a bit for each symbol")
	case "entropy":
		return lang.T("counts the symbols, and is blind to their order")
	case "block entropy":
		return lang.T("counts short runs of symbols, and is blind to all that is longer")
	case "ctm":
		return lang.T("by how many Turing machines of five states write it; nearly all strings of up to 12, few longer ones")
	case "bdm", "bdm rows", "bdm columns":
		return lang.T("CTM of the blocks of 12 and of what remains, and log2 of how often each stands")
	case "ctw":
		return lang.T("all trees of contexts at once, weighed by how short they are to say")
	}
	return lang.T("the bits packed, or one in a byte, whichever comes out smaller")
}

func (m *methods) show(e *workspace.Explaining) {
	m.bits, m.rows, m.measures, m.depths, m.bound = e.Bits, e.Rows, e.Measures, e.Depths, e.Found.Bound()
	m.constant = nil
	if c, ok := e.Found.Constant(); ok {
		m.constant = &c
	}
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
	return widgets.NewDrawing(m, func(l *widgets.Layer) fyne.Size { return (&methodsDrawing{m, l}).all() })
}

// A methodsDrawing puts the methods on a layer.
type methodsDrawing struct {
	m    *methods
	draw *widgets.Layer
}

func (r *methodsDrawing) all() fyne.Size {
	r.draw.Text(r.m.heading(), sidePad, 12, betStep, widgets.HeadingSize, widgets.RoleMute, bold)
	y := float32(methodsTop)
	for _, x := range r.m.measures {
		r.measure(x, y)
		y += betStep
	}
	if r.m.depths != nil {
		r.posterior(y)
		y += depthsHigh
	}
	for _, s := range r.m.machines() {
		r.draw.Text(s, sidePad, y+4, detailStep, widgets.SmallSize, widgets.RoleMute, fyne.TextStyle{})
		y += detailStep
	}
	return fyne.NewSize(sideWidth, y+10)
}

// heading tells how many bits there are, and how they stand.
func (m *methods) heading() string {
	if m.rows != nil {
		return lang.T("%d ROWS OF %d BITS, BY OTHER METHODS", len(m.rows), len(m.rows[0]))
	}
	return lang.T("%d BITS, BY OTHER METHODS", len(m.bits))
}

// Lengths of the picture of depths, in dips.
const (
	depthsHigh = 92
	depthsBar  = 40
)

// posterior draws how many symbols before matter to context-tree weighting, a
// bar for each depth from 0 on.
func (r *methodsDrawing) posterior(y float32) {
	r.draw.Text(lang.T("HOW MANY SYMBOLS BEFORE MATTER, BY CTW"), sidePad, y+8, betStep, widgets.HeadingSize, widgets.RoleMute, bold)
	step := float32(sideWidth-2*sidePad) / float32(len(r.m.depths))
	for depth, p := range r.m.depths {
		x, h := sidePad+float32(depth)*step, max(1, float32(p)*depthsBar)
		r.draw.Rect(x, y+32+depthsBar-h, step-3, h, 1, theme.Color(widgets.RoleAccent))
		r.draw.Text(strconv.Itoa(depth), x+2, y+32+depthsBar, 14, 9, widgets.RoleMute, fyne.TextStyle{})
	}
}

// machines compares the two machines that programs were searched for: what both
// say of a string differs by a constant that does not depend on it.
func (m *methods) machines() []string {
	if m.constant == nil {
		return nil
	}
	s := lang.T("%d bits at most in this language, %d by Turing machines: %+d. K depends on the machine, but only by a constant, whatever the string.",
		m.bound, m.bound-*m.constant, *m.constant)
	return widgets.Broken(s, sideWidth-2*sidePad, 3, widgets.SmallSize, fyne.TextStyle{})
}

// measure puts one method: a bound in ink, an estimate muted.
func (r *methodsDrawing) measure(x complexity.Measure, y float32) {
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
