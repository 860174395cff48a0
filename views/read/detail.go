package read

import (
	"slices"

	"bitlens/views/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// detailWidth is the width of the detail in device-independent pixels.
const detailWidth = 306

// A detail shows the facts of one unit: bits first, in the one large figure.
// Each term says what it means when the pointer rests on it, and what can be
// done with a line is done by a click.
type detail struct {
	widget.BaseWidget
	widgets.Tipped
	facts facts
	has   bool
	// What a click does: on a note that is an offer, on an alternative, and on
	// the place where the context stood before.
	onNote  func()
	onGuess func(guess)
	onSeen  func(at int)
	areas   []area
	over    int     // the area under the pointer, or -1
	zoom    float32 // of all lengths; 1 but in front of a class
}

// An area is a stretch of the detail, from top to bottom.
type area struct {
	top, bottom float32
	term        widgets.Term
	tap         func() // nil if a click does nothing
}

func newDetail() *detail {
	d := &detail{over: -1, zoom: 1}
	d.ExtendBaseWidget(d)
	d.Own(d)
	d.SetTip(func() []string {
		if d.over < 0 || d.over >= len(d.areas) {
			return nil
		}
		return widgets.Define(d.areas[d.over].term)
	})
	return d
}

// show shows facts; has is false where there is no unit.
func (d *detail) show(f facts, has bool) {
	d.facts, d.has = f, has
	d.Refresh()
}

// setZoom makes the detail larger.
func (d *detail) setZoom(zoom float32) {
	d.zoom = zoom
	d.Refresh()
}

// areaAt returns the area at y, or -1.
func (d *detail) areaAt(y float32) int {
	y /= d.zoom
	return slices.IndexFunc(d.areas, func(a area) bool { return y >= a.top && y < a.bottom })
}

// Tapped implements fyne.Tappable.
func (d *detail) Tapped(e *fyne.PointEvent) {
	if i := d.areaAt(e.Position.Y); i >= 0 && d.areas[i].tap != nil {
		d.areas[i].tap()
	}
}

// MouseIn implements desktop.Hoverable.
func (d *detail) MouseIn(e *desktop.MouseEvent) { d.MouseMoved(e) }

// MouseMoved implements desktop.Hoverable.
func (d *detail) MouseMoved(e *desktop.MouseEvent) {
	i := d.areaAt(e.Position.Y)
	if i == d.over {
		return
	}
	d.over = i
	d.Tipped.MouseOut()
	if i >= 0 && d.areas[i].term != widgets.NoTerm {
		d.Tipped.MouseIn(e)
	}
	d.Refresh()
}

// MouseOut implements desktop.Hoverable.
func (d *detail) MouseOut() {
	d.Tipped.MouseOut()
	d.over = -1
	d.Refresh()
}

// FocusGained implements fyne.Focusable.
func (d *detail) FocusGained() {
	if d.over < 0 { // else a click gave it the keyboard
		d.step(1)
	}
}

// FocusLost implements fyne.Focusable.
func (d *detail) FocusLost() { d.light(-1) }

// TypedRune implements fyne.Focusable.
func (d *detail) TypedRune(rune) {}

// TypedKey implements fyne.Focusable: up and down go through the lines that
// answer a click, Enter is the click.
func (d *detail) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyUp:
		d.step(-1)
	case fyne.KeyDown:
		d.step(1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if d.over >= 0 && d.over < len(d.areas) && d.areas[d.over].tap != nil {
			d.areas[d.over].tap()
		}
	default:
		widgets.PassKey(d, e)
	}
}

// step lights the next line, or the one before, that answers a click.
func (d *detail) step(by int) {
	for i := max(d.over, -1) + by; i >= 0 && i < len(d.areas); i += by {
		if d.areas[i].tap != nil {
			d.light(i)
			return
		}
	}
}

func (d *detail) light(i int) {
	d.over = i
	d.Refresh()
}

// Cursor implements desktop.Cursorable.
func (d *detail) Cursor() desktop.Cursor {
	if d.over >= 0 && d.over < len(d.areas) && d.areas[d.over].tap != nil {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// CreateRenderer implements fyne.Widget.
func (d *detail) CreateRenderer() fyne.WidgetRenderer {
	return widgets.NewDrawing(d, func(l *widgets.Layer) fyne.Size { return (&detailDrawing{d: d, draw: l}).all() })
}
