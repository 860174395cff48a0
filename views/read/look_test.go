package read

import (
	"maps"
	"math"
	"net/url"
	"slices"
	"testing"

	"bitlens/engine/text"
	"bitlens/views/widgets"
	"bitlens/views/workspace"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// A look comes back as it was, and what is none of it changes nothing.
func TestLookComesBack(t *testing.T) {
	w, _ := done(t, "order2", prose)
	v := New(w).(*View)
	before := v.Look()
	t.Cleanup(func() { v.SetLook(before) })
	widgets.ChooseRamp(widgets.Cividis)
	v.setGamma(1.5)
	v.shade.held = [2]float64{1.0 / 3, 7.25}
	v.zoom(2)
	look := v.Look()
	v.SetLook(before)
	if widgets.CurrentRamp().ID != before.Get("ramp") || v.shade.held != [2]float64{} || v.shade.gamma != 1 || v.size != textSize {
		t.Errorf("of the first look came back %v", v.Look())
	}
	again := New(w).(*View)
	again.SetLook(look)
	if got := again.Look(); !maps.EqualFunc(got, look, slices.Equal) || again.shade.held != [2]float64{1.0 / 3, 7.25} || again.size != 20 {
		t.Errorf("came back %v, want %v", got, look)
	}
	for _, bad := range []url.Values{{}, {"ramp": {"red"}, "gamma": {"0"}, "size": {"-3"}}, {"gamma": {"NaN"}, "size": {"x"}}, {"gamma": {"1e9"}}} {
		again.SetLook(bad)
		if got := again.Look(); !maps.EqualFunc(got, look, slices.Equal) {
			t.Errorf("%v makes it %v", bad, got)
		}
	}
	for _, bad := range []string{"", "1", "5:2", "NaN:1", "0:Inf", "a:b", "1:1"} {
		if got := rangeOf(bad); got != [2]float64{} {
			t.Errorf("the range %q is %v", bad, got)
		}
	}
	again.SetLook(url.Values{"size": {"9999"}})
	if again.size != largestText || math.IsNaN(float64(again.size)) {
		t.Errorf("the text is %v dips", again.size)
	}
}

// What is chosen in the menus is there at the next start; what a link chooses
// is not.
func TestChoicesAreRemembered(t *testing.T) {
	p := fyne.CurrentApp().Preferences()
	t.Cleanup(func() { p.RemoveValue(modelPreference); p.RemoveValue(unitPreference); p.RemoveValue(sizePreference) })
	w, _ := done(t, "order2", prose)
	v := New(w).(*View)
	if err := v.chooseModel("ppm:order=3"); err != nil {
		t.Fatal(err)
	}
	if v.chooseModel("nothing") == nil {
		t.Error("there is a model called nothing")
	}
	v.chooseUnit(text.TokenR50k)
	v.zoom(-1)
	l, _ := workspace.ParseLink("bitlens:read?model=order1&unit=line")
	w.Go(l)
	next := workspace.New(func(func()) {})
	defer next.Close()
	Prefer(next)
	if next.Model().ID != "ppm:3" || next.Unit().Name() != text.TokenR50k.Name() {
		t.Errorf("the next start has %s by %s", next.Model().ID, next.Unit().Name())
	}
	if again := New(next).(*View); again.size != textSize-textStep {
		t.Errorf("its text is %v dips", again.size)
	}
	p.SetString(modelPreference, "gone")
	p.SetString(unitPreference, "gone")
	fresh := workspace.New(func(func()) {})
	defer fresh.Close()
	if Prefer(fresh); fresh.Model().ID != workspace.DefaultModel || fresh.Unit().Name() != text.Char.Name() {
		t.Errorf("of what is gone came %s by %s", fresh.Model().ID, fresh.Unit().Name())
	}
}

// In front of a class the text is large, and afterwards as it was.
func TestPresentingForgetsNoSize(t *testing.T) {
	t.Cleanup(func() { fyne.CurrentApp().Preferences().RemoveValue(sizePreference) })
	w, _ := done(t, "order2", prose)
	v := New(w).(*View)
	win := test.NewWindow(v.Content())
	defer win.Close()
	v.zoom(3)
	v.Present(true)
	v.zoom(1)
	if v.size != presentedSize+textStep {
		t.Errorf("in front of a class the text is %v dips", v.size)
	}
	if v.Present(false); v.size != textSize+3*textStep {
		t.Errorf("afterwards it is %v dips", v.size)
	}
}

// A link selects what it brushes, and leaves the caret where it points.
func TestLinkSelectsItsBrush(t *testing.T) {
	w, _ := done(t, "order2", prose)
	v := New(w).(*View)
	w.SetGo(v.Open)
	for _, c := range []struct {
		link            string
		caret, from, to int
	}{
		{"bitlens:read?at=9&brush=4-9", 9, 4, 9},
		{"bitlens:read?at=4&brush=4-9", 4, 4, 9},
		{"bitlens:read?at=12&brush=0-0", 12, 12, 12},
	} {
		l, _ := workspace.ParseLink(c.link)
		w.Go(l)
		if lo, hi := v.heat.Selection(); lo != c.from || hi != c.to || v.heat.CursorOffset() != c.caret {
			t.Errorf("%s: [%d,%d) is selected, the caret stands at %d", c.link, lo, hi, v.heat.CursorOffset())
		}
	}
}
