package widgets

import (
	"image"
	"math"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// What is behind the veil leaves no trace in the picture, whatever it says.
func TestVeilGivesNothingAway(t *testing.T) {
	pictures := map[string]*image.RGBA{}
	for _, doc := range []string{"the same start, then one end", "the same start, then a word."} {
		h, _ := newHeat(t, Light, doc, 400, 80)
		h.SetShading(nil)
		h.SetVeil(21, 24)
		pictures[doc] = clonePicture(h.drawn.paint(400, 80).(*image.RGBA))
	}
	var all []*image.RGBA
	for _, p := range pictures {
		all = append(all, p)
	}
	if !slices.Equal(all[0].Pix, all[1].Pix) {
		t.Error("two texts that differ behind the veil look different")
	}
	h, _ := newHeat(t, Light, "the same start, then one end", 400, 80)
	h.SetShading(nil)
	if open := h.drawn.paint(400, 80).(*image.RGBA); slices.Equal(open.Pix, all[0].Pix) {
		t.Error("without a veil it looks the same")
	}
}

func clonePicture(p *image.RGBA) *image.RGBA {
	return &image.RGBA{Pix: slices.Clone(p.Pix), Stride: p.Stride, Rect: p.Rect}
}

// The light is on the rows of the unit at the caret, wherever that goes.
func TestSpotlightFollowsTheCaret(t *testing.T) {
	h, _ := newHeat(t, Light, "one\ntwo\nthree\nfour\n", 300, 200)
	if h.drawn.spot[0].Visible() {
		t.Fatal("it is lit before it is asked for")
	}
	h.SetSpotlight(true)
	var tops []float32
	for _, at := range []int{0, 4, 8} {
		h.SetCursor(at)
		above, below := h.drawn.spot[0], h.drawn.spot[1]
		top, bottom := above.Size().Height, below.Position().Y
		if rows := (bottom - top) / h.view.dips(h.view.rowHeight()); math.Abs(float64(rows-1)) > 0.1 {
			t.Errorf("at %d %v rows are lit", at, rows)
		}
		tops = append(tops, top)
	}
	if !slices.IsSorted(tops) || tops[0] == tops[1] {
		t.Errorf("the light starts at %v", tops)
	}
	h.SetSpotlight(false)
	if h.drawn.spot[0].Visible() {
		t.Error("it stays dim")
	}
}

// The arc ends where the underlined bytes begin to be drawn, comes from above
// where its start is not on screen, and is away where there is nothing to draw.
func TestArc(t *testing.T) {
	h, _ := newHeat(t, Light, "the cat and the cat\n\nand nothing", 300, 200)
	first := h.drawn.arc[0]
	h.SetUnderline(16, 19)
	h.SetSource(4, 7)
	if !first.Visible() || first.Position1.X >= h.drawn.arc[arcSteps-1].Position2.X {
		t.Errorf("from %v to %v", first.Position1, h.drawn.arc[arcSteps-1].Position2)
	}
	for _, none := range [][4]int{{0, 0, 16, 19}, {4, 7, 0, 0}, {4, 7, 20, 21}, {4, 7, 99, 120}} {
		h.SetSource(none[0], none[1])
		h.SetUnderline(none[2], none[3])
		if none[2] != 20 && first.Visible() {
			t.Errorf("%v is drawn", none)
		}
	}
	h.SetSource(500, 503)
	h.SetUnderline(4, 7)
	if !first.Visible() || first.Position1.Y > 0 {
		t.Errorf("what is off screen starts at %v", first.Position1)
	}
}

// A line entry keeps what is typed, tells Enter and Escape, and leaves F-keys to
// the window.
func TestLineEntry(t *testing.T) {
	e := NewLineEntry()
	win := test.NewWindow(e)
	defer win.Close()
	var told []string
	e.OnEnter = func(shift bool) { told = append(told, "enter") }
	e.OnEscape = func() { told = append(told, "escape") }
	win.Canvas().SetOnTypedKey(func(k *fyne.KeyEvent) { told = append(told, string(k.Name)) })
	test.Type(e, "ab")
	for _, k := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyEscape, fyne.KeyF3, fyne.KeyBackspace} {
		e.TypedKey(&fyne.KeyEvent{Name: k})
	}
	if e.Text != "a" || !slices.Equal(told, []string{"enter", "escape", "F3"}) {
		t.Errorf("%q, told %v", e.Text, told)
	}
}

// Dragging over a chart marks a stretch of its axis; the wheel asks for a
// shorter or longer one around the pointer.
func TestBrushChart(t *testing.T) {
	c := NewBrushChart()
	win := test.NewWindow(c)
	defer win.Close()
	win.SetPadded(false)
	win.Resize(fyne.NewSize(434, 200))
	c.SetChart(Chart{X: Axis{Min: 0, Max: 1000}, Series: []Series{{X: []float64{0, 1000}, Y: []float64{1, 2}}}})
	area := c.area()
	x := func(part float64) fyne.Position {
		return fyne.NewPos(float32(area.Min.X)+float32(part)*float32(area.Dx()), 60)
	}
	var lo, hi float64
	c.OnBrush = func(a, b float64) { lo, hi = a, b }
	c.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: x(0.5)}, Dragged: fyne.NewDelta(float32(area.Dx())*0.25, 0)})
	c.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: x(0.1)}, Dragged: fyne.NewDelta(-float32(area.Dx())*0.4, 0)})
	c.DragEnd()
	if math.Abs(lo-100) > 5 || math.Abs(hi-250) > 5 {
		t.Errorf("marked %v to %v", lo, hi)
	}
	var from, to float64
	c.OnZoom = func(a, b float64) { from, to = a, b }
	c.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: x(0.5)}, Scrolled: fyne.NewDelta(0, 10)})
	if math.Abs(to-from-800) > 1 || math.Abs((from+to)/2-500) > 5 {
		t.Errorf("zoomed in to %v to %v", from, to)
	}
	c.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: x(0)}, Scrolled: fyne.NewDelta(0, -10)})
	if math.Abs(from) > 5 || math.Abs(to-1250) > 5 {
		t.Errorf("zoomed out to %v to %v", from, to)
	}
}

// The column of a minimap is as wide as a stretch is dear, and goes where it is
// pointed at.
func TestMinimap(t *testing.T) {
	m := NewMinimap()
	m.SetTints([]float64{0, 0.5, 1, math.NaN()}, Amber)
	p := m.draw(24, 40, lightPalette)
	for i, want := range []bool{false, true, true, false} {
		drawn := p.RGBAAt(3, 10*i+5) != lightPalette.Background
		if drawn != want {
			t.Errorf("stretch %d is drawn: %v", i, drawn)
		}
	}
	if half, full := p.RGBAAt(20, 15), p.RGBAAt(20, 25); half != lightPalette.Background || full == lightPalette.Background {
		t.Error("the dearer stretch is not the wider one")
	}
	m.Resize(fyne.NewSize(18, 200))
	var went []float64
	m.OnGo = func(part float64) { went = append(went, part) }
	m.Tapped(&fyne.PointEvent{Position: fyne.NewPos(4, 50)})
	m.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(4, 900)}})
	if !slices.Equal(went, []float64{0.25, 1}) {
		t.Errorf("went to %v", went)
	}
}
