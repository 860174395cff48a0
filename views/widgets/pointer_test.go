package widgets

import (
	"bytes"
	"testing"
	"time"

	"bitlens/engine/text"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// at is the position of column and row, counted in Latin characters of the default size.
func at(column, row float32) fyne.PointEvent {
	const cell, rowHeight = textSize / 2, 27
	return fyne.PointEvent{Position: fyne.NewPos(sideMargin+column*cell, topMargin+(row+0.5)*rowHeight)}
}

func mouse(e fyne.PointEvent) *desktop.MouseEvent {
	return &desktop.MouseEvent{PointEvent: e, Button: desktop.MouseButtonPrimary}
}

const lines = "first line\nsecond line\n红楼梦 third\n"

func TestPressPutsTheCaretAtTheNearestEdge(t *testing.T) {
	h, win := newHeat(t, Light, lines, 400, 300)
	for _, c := range []struct {
		column, row float32
		want        string
	}{
		{0, 0, "|first line⏎second line⏎红楼梦 third⏎"},
		{2.4, 0, "fi|rst line⏎second line⏎红楼梦 third⏎"},
		{2.6, 0, "fir|st line⏎second line⏎红楼梦 third⏎"},
		{30, 1, "first line⏎second line|⏎红楼梦 third⏎"},
		{2.9, 2, "first line⏎second line⏎红|楼梦 third⏎"},
		{-1, 2, "first line⏎second line⏎|红楼梦 third⏎"},
		{5, 9, "first line⏎second line⏎红楼梦 third⏎|"},
	} {
		h.MouseDown(mouse(at(c.column, c.row)))
		h.MouseUp(mouse(at(c.column, c.row)))
		if got := state(h); got != c.want {
			t.Errorf("pressed at %v, %v: %s, expected %s", c.column, c.row, got, c.want)
		}
	}
	if win.Canvas().Focused() != h {
		t.Error("it has no focus")
	}
}

func TestDragSelectsAndDoubleTapTakesTheWord(t *testing.T) {
	h, _ := newHeat(t, Light, lines, 400, 300)
	h.MouseDown(mouse(at(2, 0)))
	h.Dragged(&fyne.DragEvent{PointEvent: at(6, 1)})
	h.MouseUp(mouse(at(6, 1)))
	h.Dragged(&fyne.DragEvent{PointEvent: at(0, 0)}) // after the button is up nothing is dragged
	if got := state(h); got != "fi^rst line⏎second| line⏎红楼梦 third⏎" {
		t.Errorf("dragged: %s", got)
	}
	for word, e := range map[string]fyne.PointEvent{"second": at(2, 1), " ": at(6.5, 1), "红楼梦": at(3, 2), "third": at(8, 2)} {
		h.DoubleTapped(&e)
		lo, hi := h.Selection()
		if got := string(h.doc.Slice(lo, hi)); got != word {
			t.Errorf("double tap takes %q, expected %q", got, word)
		}
	}
}

func TestHoverTellsChangesOnly(t *testing.T) {
	h, _ := newHeat(t, Light, lines, 400, 300)
	var told []int
	h.OnHover = func(off int) { told = append(told, off) }
	for _, e := range []fyne.PointEvent{at(0.2, 0), at(0.8, 0), at(1.2, 0), at(0.5, 1), at(38, 0), at(1, 8)} {
		h.MouseMoved(mouse(e))
	}
	h.MouseOut()
	want := []int{0, 1, 11, -1}
	if len(told) != len(want) {
		t.Fatalf("told %v, expected %v", told, want)
	}
	for i := range want {
		if told[i] != want[i] {
			t.Fatalf("told %v, expected %v", told, want)
		}
	}
}

func TestMenuKeepsTheSelectionItIsAskedOn(t *testing.T) {
	h, _ := newHeat(t, Light, lines, 400, 300)
	asked := 0
	h.OnMenu = func(fyne.Position) { asked++ }
	h.Select(2, 6)
	on, off := at(4, 0), at(1, 1)
	h.TappedSecondary(&on)
	if lo, hi := h.Selection(); lo != 2 || hi != 6 {
		t.Errorf("on the selection it became %d to %d", lo, hi)
	}
	h.TappedSecondary(&off)
	if lo, hi := h.Selection(); lo != 12 || hi != 12 || asked != 2 {
		t.Errorf("beside it, it is %d to %d; asked %d times", lo, hi, asked)
	}
}

func TestWheelAndScrollbarReachBothEnds(t *testing.T) {
	doc := bytes.Repeat([]byte(lines), 500)
	h, _ := newHeat(t, Light, string(doc), 400, 300)
	h.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -25)})
	if lo, _ := h.OnScreen(); lo == 0 {
		t.Error("the wheel did not scroll")
	}
	bar := func(y float32) fyne.PointEvent { return fyne.PointEvent{Position: fyne.NewPos(396, y)} }
	h.MouseDown(mouse(bar(8)))
	h.Dragged(&fyne.DragEvent{PointEvent: bar(1000)})
	if _, hi := h.OnScreen(); hi != len(doc) {
		t.Errorf("dragged to the end, the last byte on screen is %d of %d", hi, len(doc))
	}
	h.Dragged(&fyne.DragEvent{PointEvent: bar(-1000)})
	if lo, _ := h.OnScreen(); lo != 0 {
		t.Errorf("dragged to the start, the first byte on screen is %d", lo)
	}
	h.MouseUp(mouse(bar(0)))
	if state := h.caret.at; state != 0 {
		t.Errorf("the scrollbar moved the caret to %d", state)
	}
}

func TestFollowingACursorScrollsToIt(t *testing.T) {
	doc := bytes.Repeat([]byte(lines), 500)
	h, _ := newHeat(t, Light, string(doc), 400, 300)
	h.OnCursor = func(int) { t.Error("told of what the owner did") }
	for _, off := range []int{len(doc), 0, len(doc) / 2, len(doc)/2 + 300} {
		h.SetCursor(off)
		if !h.view.onScreen(h.view.layout.Row(h.caret.at)) {
			t.Errorf("%d is not on screen", off)
		}
	}
}

// Nothing that a hand does may wait for the length of a document.
func TestEndlessLineAnswersAtOnce(t *testing.T) {
	doc := bytes.Repeat([]byte("one line without an end, 红楼梦 "), 100<<20/36)
	h, _ := newHeat(t, Light, "", 1280, 800)
	start := time.Now()
	h.SetText(text.NewSeq(doc))
	h.SetShading(fakeCosts{doc: h.Text()})
	for i := range 10 {
		h.SetCursor(len(doc) / 10 * i)
		h.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, 25)})
		h.MouseMoved(mouse(at(10, 10)))
		h.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
		h.TypedRune('x')
		h.drawn.paint(1280, 800)
	}
	if d := time.Since(start); d > 3*time.Second {
		t.Errorf("ten rounds took %v", d)
	}
}

func TestHeatTextMarkup(t *testing.T) {
	h, win := newHeat(t, Light, lines+alice, 400, 120)
	h.FocusGained()
	h.Select(3, 15)
	h.SetHover(24)
	h.SetUnderline(1, 3)
	test.AssertRendersToMarkup(t, "heattext/marks.xml", win.Canvas())
}
