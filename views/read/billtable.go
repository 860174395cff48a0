package read

import (
	"strconv"

	"bitlens/assets/lang"
	"bitlens/engine/measure"
	"bitlens/views/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A billTable lists what kinds cost.
type billTable struct {
	widget.BaseWidget
	items []measure.Item
	total float64 // bits of all, also of what is not listed
	words bool    // kinds are words, not classes
	onTap func(measure.Item)
	over  int // row under the pointer, or -1
}

func newBillTable(onTap func(measure.Item)) *billTable {
	t := &billTable{onTap: onTap, over: -1}
	t.ExtendBaseWidget(t)
	return t
}

func (t *billTable) show(items []measure.Item, total float64, words bool) {
	t.items, t.total, t.words = items, total, words
	t.Refresh()
}

const (
	billRow  = 24
	billHead = 26
)

// billColumns are the right edges of the figures, and where the bars start.
const (
	billBar     = 170
	billBits    = 350
	billShare   = 410
	billCount   = 480
	billEach    = 580
	billBarRoom = 100
)

func (t *billTable) rowAt(y float32) int {
	if i := int((y - billHead) / billRow); y >= billHead && i < len(t.items) {
		return i
	}
	return -1
}

// Tapped implements fyne.Tappable.
func (t *billTable) Tapped(e *fyne.PointEvent) {
	if i := t.rowAt(e.Position.Y); i >= 0 {
		t.onTap(t.items[i])
	}
}

// MouseIn implements desktop.Hoverable.
func (t *billTable) MouseIn(e *desktop.MouseEvent) { t.MouseMoved(e) }

// MouseMoved implements desktop.Hoverable.
func (t *billTable) MouseMoved(e *desktop.MouseEvent) { t.light(t.rowAt(e.Position.Y)) }

// MouseOut implements desktop.Hoverable.
func (t *billTable) MouseOut() { t.light(-1) }

func (t *billTable) light(i int) {
	if i != t.over {
		t.over = i
		t.Refresh()
	}
}

// FocusGained implements fyne.Focusable.
func (t *billTable) FocusGained() { t.light(max(t.over, 0)) }

// FocusLost implements fyne.Focusable.
func (t *billTable) FocusLost() { t.light(-1) }

// TypedRune implements fyne.Focusable.
func (t *billTable) TypedRune(rune) {}

// TypedKey implements fyne.Focusable: up and down light a row, Enter is a tap.
func (t *billTable) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyUp:
		t.light(max(t.over-1, 0))
	case fyne.KeyDown:
		t.light(min(t.over+1, len(t.items)-1))
	case fyne.KeyReturn, fyne.KeyEnter:
		if t.over >= 0 && t.over < len(t.items) {
			t.onTap(t.items[t.over])
		}
	default:
		widgets.PassKey(t, e)
	}
}

// CreateRenderer implements fyne.Widget.
func (t *billTable) CreateRenderer() fyne.WidgetRenderer {
	return widgets.NewDrawing(t, func(l *widgets.Layer) fyne.Size { return (&billDrawing{t, l}).all() })
}

// A billDrawing puts the rows on a layer, one below the other.
type billDrawing struct {
	t    *billTable
	draw *widgets.Layer
}

func (r *billDrawing) all() fyne.Size {
	r.head()
	for i, it := range r.t.items {
		r.row(it, billHead+float32(i)*billRow, i == r.t.over && r.t.words)
	}
	return fyne.NewSize(billEach+8, billHead+float32(len(r.t.items))*billRow)
}

func (r *billDrawing) head() {
	bold := fyne.TextStyle{Bold: true}
	for x, title := range map[float32]string{billBits: lang.T("bits"), billShare: lang.T("share"), billCount: lang.T("times"), billEach: lang.T("bits each")} {
		r.draw.TextRight(title, x, 0, billRow, widgets.SmallSize, widgets.RoleMute, bold)
	}
	r.draw.Rect(0, billHead-2, billEach, 1, 0, theme.Color(widgets.RoleLine))
}

func (r *billDrawing) row(it measure.Item, y float32, lit bool) {
	if lit {
		r.draw.Rect(0, y, billEach+8, billRow, 3, theme.Color(theme.ColorNameHover))
	}
	name, style := kindName(it.Name), fyne.TextStyle{}
	if r.t.words && it.Name != measure.Rest {
		shown, isName := named([]byte(it.Name))
		name, style = shown, fyne.TextStyle{Monospace: !isName}
	}
	r.draw.Text(name, 0, y, billRow, widgets.TextSize, widgets.RoleInk, style)
	bar, _ := widgets.CurrentTint(0.45)
	r.draw.Rect(billBar, y+billRow/2-3, max(2, float32(it.Bits/max(r.t.items[0].Bits, 1e-9))*billBarRoom), 6, 2, bar)
	figure := func(s string, x float32, role fyne.ThemeColorName) {
		r.draw.TextRight(s, x, y, billRow, widgets.TextSize, role, fyne.TextStyle{})
	}
	figure(strconv.FormatFloat(it.Bits, 'f', 1, 64), billBits, widgets.RoleInk)
	figure(widgets.Percent(it.Bits/max(r.t.total, 1e-9)), billShare, widgets.RoleMute)
	figure(widgets.Count(int64(it.Count)), billCount, widgets.RoleMute)
	figure(fixed(it.Bits/float64(max(it.Count, 1))), billEach, widgets.RoleMute)
}
