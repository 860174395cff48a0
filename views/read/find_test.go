package read

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"bitlens/engine/measure"
	"bitlens/views/widgets"
	"bitlens/views/workspace"
	"bitlens/views/workspace/queue"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// found opens a text that has been read in a window of its own.
func found(t *testing.T, model, doc string) (*View, *workspace.Workspace, *queue.Queue) {
	t.Helper()
	w, q := done(t, model, doc)
	v := New(w).(*View)
	win := test.NewWindow(v.Content())
	t.Cleanup(win.Close)
	win.Resize(fyne.NewSize(1200, 700))
	v.Shown(true)
	return v, w, q
}

// While more is typed, the match that was come upon stays.
func TestTypingStaysAtTheMatch(t *testing.T) {
	v, w, q := found(t, "order2", "the the the the")
	v.find.open(false)
	for i, query := range []string{"t", "th", "the"} {
		test.Type(v.find.entry, query[i:])
		q.Until(t, "the matches", func() bool { return v.find.query == query })
		if w.Cursor() != 0 {
			t.Errorf("%q is found at %d", query, w.Cursor())
		}
	}
}

// A panel that is closed by Escape opens again, and its draft is gone.
func TestSheets(t *testing.T) {
	v, w, q := found(t, "order2", "the cat and the hat")
	c := fyne.CurrentApp().Driver().CanvasForObject(v.heat)
	for range 2 {
		v.bill.open()
		if !v.bill.sheet.Open() || !widgets.CloseSheet(c) || v.bill.sheet.Open() {
			t.Fatal("it does not open, or not close")
		}
	}
	v.writeOn()
	q.Until(t, "the draft", func() bool { return w.Draft() != nil && !w.Draft().Busy })
	w.ReadAgain()
	if v.scratch.sheet.Open() || w.Draft() != nil {
		t.Error("a draft of a reading that is gone is shown")
	}
	if widgets.CloseSheet(c) {
		t.Error("something was left open")
	}
}

func TestNext(t *testing.T) {
	places := []int{3, 8, 20}
	for _, c := range []struct {
		at      int
		forward bool
		want    int
	}{{0, true, 0}, {3, true, 1}, {5, true, 1}, {20, true, 0}, {30, true, 0}, {0, false, 2}, {3, false, 2}, {4, false, 0}, {20, false, 1}, {99, false, 2}} {
		if got := next(places, c.at, c.forward); got != c.want {
			t.Errorf("from %d, forward %v: %d, want %d", c.at, c.forward, got, c.want)
		}
	}
}

// What is typed into the bar goes there, not into the text; matches are gone
// through in the order of the text and round it.
func TestFinding(t *testing.T) {
	doc := strings.Repeat("the cat sat. ", 3)
	v, w, q := found(t, "order2", doc)
	v.find.open(false)
	c := fyne.CurrentApp().Driver().CanvasForObject(v.heat)
	if c.Focused() != v.find.entry {
		t.Fatalf("the keyboard is with %T", c.Focused())
	}
	test.Type(v.find.entry, "cat")
	q.Until(t, "the matches", func() bool { return v.find.query == "cat" && v.find.version == w.Version() })
	if !slices.Equal(v.find.matches, []int{4, 17, 30}) || w.Cursor() != 4 {
		t.Fatalf("%v, cursor %d", v.find.matches, w.Cursor())
	}
	for _, want := range []int{17, 30, 4, 30} {
		v.find.enter(want != 30 || w.Cursor() == 17)
		if lo, hi := w.Brush(); w.Cursor() != want || lo != want || hi != want+3 {
			t.Errorf("cursor %d, brush %d to %d, want %d", w.Cursor(), lo, hi, want)
		}
	}
	v.find.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if v.find.content.Visible() || c.Focused() != v.heat || w.Text().Len() != len(doc) {
		t.Error("Escape left the bar open, or the text was edited")
	}
	v.find.open(true)
	v.find.entry.SetText("1,000")
	v.find.enter(true)
	if w.Cursor() != 30 || v.find.said.Text() == "" {
		t.Error("an offset beyond the text was taken")
	}
	v.find.entry.SetText("21")
	v.find.enter(true)
	if w.Cursor() != 21 {
		t.Errorf("went to %d", w.Cursor())
	}
}

// A peak is where the colours end, whichever way it is looked for.
func TestPeaks(t *testing.T) {
	doc := strings.Repeat("abababab", 60) + "Q" + strings.Repeat("abababab", 60) + "Z" + strings.Repeat("ab", 30)
	v, w, _ := found(t, "order2", doc)
	v.shade.dear = 8
	w.SetCursor(100)
	q, z := strings.IndexByte(doc, 'Q'), strings.IndexByte(doc, 'Z')
	for _, step := range []struct {
		forward bool
		want    int
	}{{true, q}, {true, z}, {false, q}} {
		v.find.peak(step.forward)
		if w.Cursor() != step.want {
			t.Errorf("forward %v: at %d, want %d", step.forward, w.Cursor(), step.want)
		}
	}
	w.SetCursor(z)
	v.find.peak(true)
	if w.Cursor() != z || w.Notice().Text == "" {
		t.Errorf("past the last peak: %d, %q", w.Cursor(), w.Notice().Text)
	}
}

func TestContrastNeedsTwo(t *testing.T) {
	doc := strings.Repeat("a cat and a hat and a bat; ", 40) + "0123456789 quite other things: zyx!" + strings.Repeat("a cat and a hat and a bat; ", 40)
	v, w, q := found(t, "ppm", doc)
	v.find.contrast()
	if w.Notice().Text == "" {
		t.Error("there is no second model, and nothing is said")
	}
	if err := w.SetRival("uniform"); err != nil {
		t.Fatal(err)
	}
	q.Until(t, "the second model", func() bool { return w.Rival().Trace().Known() == len(doc) })
	v.find.contrast()
	q.Until(t, "the place", func() bool { return strings.Contains(w.Notice().Text, "less than B") })
}

// The bill that is saved adds up to what the text cost.
func TestBillIsSaved(t *testing.T) {
	v, w, q := found(t, "order2", "the cat and the hat, 猫")
	var out bytes.Buffer
	write, err := v.bill.later()
	if err != nil {
		t.Fatal(err)
	}
	if err := write(&out); err != nil {
		t.Fatal(err)
	}
	if lines := strings.Split(strings.TrimSpace(out.String()), "\n"); lines[0] != "word,count,bits,bytes" || !strings.Contains(out.String(), "\nthe,2,") {
		t.Errorf("%q", lines)
	}
	v.bill.open()
	q.Until(t, "the rows", func() bool { return len(v.bill.table.items) > 0 })
	i := slices.IndexFunc(v.bill.items, func(it measure.Item) bool { return it.Name == "the" })
	v.bill.tapped(v.bill.items[i])
	q.Until(t, "the word", func() bool { return w.Cursor() == 12 || w.Cursor() == 0 && len(v.find.matches) == 2 })
}
