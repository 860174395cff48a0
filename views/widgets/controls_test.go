package widgets

import (
	"image/color"
	"slices"
	"strings"
	"testing"

	"bitlens/assets/lang"
	"bitlens/engine/zoo"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

// window shows an object at its least size.
func window(t *testing.T, o fyne.CanvasObject) fyne.Window {
	t.Helper()
	fyne.CurrentApp().Settings().SetTheme(NewTheme(Light))
	w := test.NewWindow(o)
	w.SetPadded(false)
	w.Resize(o.MinSize())
	t.Cleanup(w.Close)
	return w
}

func nothing() {}

// Markup says which objects a control draws, where and in which colours.
func TestControlsMarkup(t *testing.T) {
	orange := color.RGBA{R: 0xc9, G: 0x6c, B: 0x1c, A: 0xff}
	menu := func() *Chip { return NewMenuChip("Model", func() *fyne.Menu { return fyne.NewMenu("") }) }
	withValue := menu()
	withValue.SetValue("cm", orange)
	focused := NewChip("Open", nothing)
	focused.FocusGained()
	over := NewChip("Open", nothing)
	over.MouseIn(mouse(at(0, 0)))
	units := NewSegmented([]string{"byte", "char", "word"}, 1, func(int) {})
	held := NewSegmented([]string{"byte", "char"}, 0, func(int) {})
	held.FocusGained()
	icon := theme.DocumentIcon()
	chosen := NewRailItem(icon, "Read", nothing)
	chosen.Choose(true)
	for name, o := range map[string]fyne.CanvasObject{
		"chip":                 NewChip("Open", nothing),
		"chip-menu":            menu(),
		"chip-value":           withValue,
		"chip-focused":         focused,
		"chip-hover":           over,
		"chip-slim":            NewChip("Cancel", nothing).Slim(),
		"segmented":            units,
		"segmented-none-taken": NewSegmented([]string{"byte", "char"}, -1, func(int) {}),
		"segmented-focused":    held,
		"rail":                 NewRailItem(icon, "Race", nothing),
		"rail-chosen":          chosen,
		"label-ink":            NewLabel("ink 墨", RoleInk),
		"label-mute":           NewLabel("mute", RoleMute),
		"label-accent":         NewLabel("accent", RoleAccent),
		"label-error":          NewLabel("error", RoleError),
		"label-figure":         NewStyled("22.4", RoleInk, FigureSize, fyne.TextStyle{Bold: true}),
		"rule":                 NewRule(),
		"panel":                On(RolePanel, Padded(14, 6, NewLabel("on a panel", RoleInk))),
	} {
		t.Run(name, func(t *testing.T) {
			test.AssertRendersToMarkup(t, "controls/"+name+".xml", window(t, o).Canvas())
		})
	}
}

// A control that has been changed looks as one that was made so.
func TestControlsFollowWhatIsSet(t *testing.T) {
	chip := NewChip("other", nothing)
	label := NewLabel("other", RoleMute)
	segmented := NewSegmented([]string{"byte", "char", "word"}, 2, func(int) {})
	rail := NewRailItem(theme.DocumentIcon(), "Race", nothing)
	rail.Choose(true)
	chip.FocusGained()
	for _, c := range []struct {
		same   string
		o      fyne.CanvasObject
		change func()
	}{
		{"chip", chip, func() { chip.SetCaption("Open"); chip.FocusLost() }},
		{"label-ink", label, func() { label.SetText("ink 墨"); label.SetRole(RoleInk) }},
		{"segmented", segmented, func() { segmented.Choose(1) }},
		{"rail", rail, func() { rail.Choose(false) }},
	} {
		w := window(t, c.o)
		c.change()
		w.Resize(c.o.MinSize())
		if !test.AssertRendersToMarkup(t, "controls/"+c.same+".xml", w.Canvas()) {
			t.Errorf("%s differs from one that was made so", c.same)
		}
	}
}

func TestSegmentedTellsWhatWasTaken(t *testing.T) {
	var took []int
	names := []string{"byte", "character", "word", "行"}
	s := NewSegmented(names, 0, func(i int) { took = append(took, i) })
	w := window(t, s)
	x := float32(0)
	for _, name := range names {
		width := segmentWidth(name)
		test.TapCanvas(w.Canvas(), fyne.NewPos(x+width/2, 14))
		x += width
	}
	if want := []int{1, 2, 3}; !slices.Equal(took, want) { // 0 was taken already
		t.Fatalf("taps took %v, want %v", took, want)
	}
	for _, c := range []struct {
		from int
		key  fyne.KeyName
		want []int
	}{
		{1, fyne.KeyLeft, []int{0}}, {1, fyne.KeyRight, []int{2}},
		{0, fyne.KeyLeft, nil}, {3, fyne.KeyRight, nil}, {1, fyne.KeyUp, nil},
		{-1, fyne.KeyRight, []int{0}},
	} {
		s.Choose(c.from)
		took = nil
		w.Canvas().Focus(s)
		s.TypedKey(&fyne.KeyEvent{Name: c.key})
		if !slices.Equal(took, c.want) {
			t.Errorf("%s from %d took %v, want %v", c.key, c.from, took, c.want)
		}
	}
}

func TestChipIsPressedByKeys(t *testing.T) {
	taps := 0
	c := NewChip("Open", func() { taps++ })
	window(t, c)
	test.Tap(c)
	for key, want := range map[fyne.KeyName]int{
		fyne.KeySpace: 1, fyne.KeyReturn: 1, fyne.KeyEnter: 1, fyne.KeyDown: 1,
		fyne.KeyLeft: 0, fyne.KeyEscape: 0, fyne.KeyA: 0,
	} {
		before := taps
		c.TypedKey(&fyne.KeyEvent{Name: key})
		if taps-before != want {
			t.Errorf("%s pressed it %d times, want %d", key, taps-before, want)
		}
	}
	c.TypedRune('x')
	if taps != 5 {
		t.Errorf("pressed %d times, want 5", taps)
	}
}

// Whatever has the focus, Escape and the F-keys are the window's.
func TestWindowGetsItsKeys(t *testing.T) {
	heat, _ := newHeat(t, Light, lines, 100, 100)
	for name, o := range map[string]fyne.CanvasObject{
		"chip": NewChip("Open", nothing), "segmented": NewSegmented([]string{"byte", "char"}, 0, func(int) {}), "text": heat,
	} {
		var got []fyne.KeyName
		w := window(t, o)
		w.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { got = append(got, e.Name) })
		w.Canvas().Focus(o.(fyne.Focusable))
		for _, key := range []fyne.KeyName{fyne.KeyEscape, fyne.KeyF1, fyne.KeyA, fyne.KeyLeft, fyne.KeyF5} {
			w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: key})
		}
		if want := []fyne.KeyName{fyne.KeyEscape, fyne.KeyF1, fyne.KeyF5}; !slices.Equal(got, want) {
			t.Errorf("%s: the window got %v, want %v", name, got, want)
		}
	}
}

func TestMenuChipOpensItsMenuOnce(t *testing.T) {
	done := ""
	c := NewMenuChip("More", func() *fyne.Menu {
		return fyne.NewMenu("", fyne.NewMenuItem("one", func() { done += "one " }), fyne.NewMenuItem("two", func() { done += "two " }))
	})
	w := window(t, c)
	w.Resize(fyne.NewSize(300, 200))
	test.Tap(c)
	overlays := w.Canvas().Overlays()
	if len(overlays.List()) != 1 {
		t.Fatalf("%d menus are open", len(overlays.List()))
	}
	for _, key := range []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn} {
		w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: key})
	}
	if done != "two " || overlays.Top() != nil {
		t.Errorf("the keys chose %q; open: %v", done, overlays.Top() != nil)
	}
}

func TestRailItemIsTapped(t *testing.T) {
	taps := 0
	i := NewRailItem(theme.DocumentIcon(), "Read", func() { taps++ })
	window(t, i)
	test.Tap(i)
	if taps != 1 {
		t.Errorf("tapped %d times", taps)
	}
}

// Every model of the race is in the menu once, and the chosen one alone is
// checked.
func TestModelMenu(t *testing.T) {
	const chosen = "ppm:4"
	var ids, checked []string
	picked := ""
	var walk func(m *fyne.Menu)
	walk = func(m *fyne.Menu) {
		for _, item := range m.Items {
			if item.ChildMenu != nil {
				walk(item.ChildMenu)
				continue
			}
			ids = append(ids, item.Label)
			if item.Checked {
				checked = append(checked, item.Label)
			}
			if item.Action(); picked != item.Label {
				t.Errorf("%s chooses %q", item.Label, picked)
			}
		}
	}
	walk(ModelMenu(chosen, func(id string) { picked = id }))
	var want []string
	for _, e := range zoo.All() {
		want = append(want, e.ID)
	}
	slices.Sort(ids)
	slices.Sort(want)
	if !slices.Equal(ids, want) {
		t.Errorf("listed %v, want %v", ids, want)
	}
	if !slices.Equal(checked, []string{chosen}) {
		t.Errorf("checked %v", checked)
	}
}

func TestFamiliesHaveNames(t *testing.T) {
	defer lang.Set(lang.English)
	for _, e := range zoo.All() {
		lang.Set(lang.English)
		english := FamilyName(e.Family)
		lang.Set(lang.Chinese)
		if zh := FamilyName(e.Family); strings.Trim(zh, "abcdefghijklmnopqrstuvwxyz") == "" {
			t.Errorf("the family %s is called %q, in Chinese %q", e.Family, english, zh)
		}
	}
}

// Colours tell models apart: no two of the race are one.
func TestModelColorsDiffer(t *testing.T) {
	seen := map[color.RGBA]string{}
	for _, e := range zoo.All() {
		c := ModelColor(e)
		if other, ok := seen[c]; ok {
			t.Errorf("%s and %s are both %v", e.ID, other, c)
		}
		seen[c] = e.ID
	}
}
