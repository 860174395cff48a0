package sequences

import (
	"math"

	"bitlens/assets/lang"
	"bitlens/engine/induction/complexity"
	"bitlens/views/widgets"
	"bitlens/views/workspace"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// A methods shows what other methods say of a binary string, side by side, so
// that it is seen where each fails.
type methods struct {
	widget.BaseWidget
	widgets.Tipped
	bits     string
	measures []complexity.Measure
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
	m.bits, m.measures = e.Bits, e.Measures
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
	canvas.Refresh(r.m)
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
	return fyne.NewSize(sideWidth, methodsTop+betStep*float32(len(r.m.measures))+10)
}
func (r *methodsRenderer) Objects() []fyne.CanvasObject { return r.draw.Objects }
func (r *methodsRenderer) Destroy()                     {}
