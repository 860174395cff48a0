package widgets

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

// tips returns the layer of a window of 300 by 200 that shows objects. Its tips
// wait for the test, not for time: the clock's goroutine would race with it.
func tips(t *testing.T, objects ...fyne.CanvasObject) *TipLayer {
	t.Helper()
	w := window(t, canvas.NewRectangle(nil))
	content := WithTips(w, container.NewHBox(objects...))
	w.SetContent(content)
	w.Resize(fyne.NewSize(300, 200))
	l := tipLayers[w.Canvas()]
	l.delay = time.Hour
	t.Cleanup(func() { l.hide(); delete(tipLayers, w.Canvas()) })
	return l
}

// said returns the lines on display.
func (l *TipLayer) said() (lines []string) {
	if !l.box.Visible() {
		return nil
	}
	for _, o := range l.box.Objects {
		if t, ok := o.(*canvas.Text); ok {
			lines = append(lines, t.Text)
		}
	}
	return lines
}

func TestTipAppearsWhileThePointerRests(t *testing.T) {
	one, two := NewChip("one", nothing), NewLabel("two", RoleInk)
	one.SetTip(func() []string { return []string{"first", "second"} })
	two.SetTip(func() []string { return []string{"other"} })
	l := tips(t, one, two)
	here := fyne.NewPos(20, 10)

	one.MouseIn(mouse(fyne.PointEvent{AbsolutePosition: here}))
	if l.said() != nil || l.timer == nil {
		t.Fatalf("at once it says %q; a timer runs: %v", l.said(), l.timer != nil)
	}
	one.appear(l, here)
	if got := l.said(); len(got) != 2 || got[0] != "first" || got[1] != "second" {
		t.Fatalf("it says %q", got)
	}
	one.MouseOut()
	if l.said() != nil || l.timer != nil {
		t.Error("it stays when the pointer has gone")
	}
	one.appear(l, here) // a timer that was too late to be stopped
	if l.said() != nil {
		t.Error("it comes when the pointer has gone")
	}

	one.MouseIn(mouse(fyne.PointEvent{AbsolutePosition: here}))
	two.MouseIn(mouse(fyne.PointEvent{AbsolutePosition: here}))
	one.MouseOut() // comes late, and must not take the other's tip
	two.appear(l, here)
	if got := l.said(); len(got) != 1 || got[0] != "other" {
		t.Errorf("on the next widget it says %q", got)
	}
}

func TestWithoutTipNothingAppears(t *testing.T) {
	c := NewChip("quiet", nothing)
	l := tips(t, c)
	c.MouseIn(mouse(fyne.PointEvent{}))
	if l.timer != nil || l.owner != nil {
		t.Error("a widget without a tip waits for one")
	}
	loose := NewChip("in no window", nothing)
	loose.SetTip(func() []string { return []string{"x"} })
	loose.MouseIn(mouse(fyne.PointEvent{}))
	loose.MouseOut()
}

// A tip stays inside the window, wherever the pointer is.
func TestTipStaysInside(t *testing.T) {
	c := NewChip("c", nothing)
	l := tips(t, c)
	room := fyne.NewSize(300, 200)
	for _, at := range []fyne.Position{{X: 0, Y: 0}, {X: 299, Y: 0}, {X: 0, Y: 199}, {X: 299, Y: 199}, {X: 150, Y: 100}} {
		l.show([]string{"a tip of some length", "and a second line"}, at, room)
		p, s := l.box.Position(), l.box.Size()
		if p.X < 0 || p.Y < 0 || p.X+s.Width > room.Width || p.Y+s.Height > room.Height {
			t.Errorf("for a pointer at %v it stands at %v, %v large", at, p, s)
		}
		if p.Y <= at.Y && at.Y < p.Y+s.Height && p.X <= at.X && at.X < p.X+s.Width {
			t.Errorf("for a pointer at %v it lies under it", at)
		}
	}
}

func TestTipMarkup(t *testing.T) {
	c := NewChip("Open", nothing)
	l := tips(t, c)
	l.show([]string{"Open a file (Ctrl+O)", "打开文件"}, fyne.NewPos(30, 10), fyne.NewSize(300, 200))
	test.AssertRendersToMarkup(t, "controls/tip.xml", fyne.CurrentApp().Driver().CanvasForObject(c))
}
