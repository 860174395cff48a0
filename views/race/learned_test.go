package race

import (
	"bytes"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"

	"bitlens/assets/lang"
	"bitlens/engine/measure"
	"bitlens/engine/model"
	"bitlens/engine/zoo"
	"bitlens/views/widgets"
	"bitlens/views/workspace"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

// A link shows what a model learns; the screen leads back to the race.
func TestLearnedOnScreen(t *testing.T) {
	w, q := open(t, "ppm", strings.Repeat("the cat sat on the mat. ", 50))
	v := New(w).(*View)
	v.Shown(true)
	link := workspace.Link{Screen: "race", Values: url.Values{"learned": {"order2"}, "prompt": {"the "}}}
	v.Open(link)
	q.Until(t, "the stages", func() bool { return !w.Learning().Busy() })
	if v.shows() != learnedPane || !v.learned.content.Visible() || v.body.Objects[racePane].Visible() || v.learned.prompt.Text != "the " {
		t.Errorf("shows pane %d, prompt %q", v.shows(), v.learned.prompt.Text)
	}
	if l := v.Link(); l.Values.Get("learned") != "order2" || l.Values.Get("prompt") != "the " {
		t.Errorf("the link is %v", l)
	}
	checkSavedStages(t, v)
	before := string(w.Learning().Written()[0].Text)
	v.learned.prompt.SetText("on ")
	v.learned.again(1)
	q.Until(t, "the stages again", func() bool { return !w.Learning().Busy() })
	if l := w.Learning(); string(l.Task.Prompt) != "on " || l.Task.Sampling.Seed != 2 || string(l.Written()[0].Text) == before {
		t.Errorf("from %q with seed %d it wrote %q", l.Task.Prompt, l.Task.Sampling.Seed, l.Written()[0].Text)
	}
	if l := v.Link(); l.Values.Get("seed") != "2" {
		t.Errorf("the link is %v", l)
	}
	w.CloseLearning()
	if v.shows() != racePane || v.learned.content.Visible() || !v.body.Objects[racePane].Visible() {
		t.Errorf("shows pane %d", v.shows())
	}
	v.learn(w.Model(), "", firstSeed)
	if v.learned.prompt.Text != "" || v.shows() != learnedPane {
		t.Errorf("another model goes on from %q, shows pane %d", v.learned.prompt.Text, v.shows())
	}
	w.CloseLearning()
	if v.Open(workspace.Link{Screen: "race", Values: url.Values{"learned": {"nobody"}}}); v.shows() != racePane {
		t.Error("a model that is none learns")
	}
}

func checkSavedStages(t *testing.T, v *View) {
	t.Helper()
	for _, e := range v.Exports() {
		var b bytes.Buffer
		if err := e.Write(&b); err != nil || strings.Count(b.String(), "order2") != len(v.w.Learning().Stages) {
			t.Errorf("%s: %q, %v", e.Ext, b.String(), err)
		}
	}
}

// The bar shows and hides the last part of a line of status as it finds room, and
// never that of another pane.
func TestStatusOfThePaneAlone(t *testing.T) {
	w, q := open(t, "order2", strings.Repeat("the cat sat on the mat. ", 50))
	v := New(w).(*View)
	status := v.Status()
	bar := widgets.Spread(status, widgets.NewLabel("", widgets.RoleInk), func() fyne.CanvasObject { return widgets.Last(status) })
	v.learn(w.Model(), "", firstSeed)
	q.Until(t, "the stages", func() bool { return !w.Learning().Busy() })
	for _, closed := range []bool{false, true} {
		if closed {
			w.CloseLearning()
		}
		bar.Resize(fyne.NewSize(800, 30))
		bar.Refresh()
		parts := status.(*fyne.Container).Objects
		if shown := slices.Contains(parts, fyne.CanvasObject(v.learned.status)); len(parts) != 1 || shown == closed {
			t.Errorf("closed %v: %d lines of status, of the stages %v", closed, len(parts), shown)
		}
	}
}

// A codec learns nothing that it could say, and the screen says so, or does not
// offer it.
func TestCodecsDoNotLearn(t *testing.T) {
	w, q := open(t, "ppm", "the cat sat on the mat.")
	v := New(w).(*View)
	for id, want := range map[string]int{"ppm": 5, "gzip": 4} {
		e, err := zoo.Open(id)
		if err != nil {
			t.Fatal(err)
		}
		if got := v.rowItems(&workspace.Row{Entry: e}); len(got) != want {
			t.Errorf("%s: %d items, want %d", id, len(got), want)
		}
		if err := w.SetModel(id); err != nil {
			t.Fatal(err)
		}
		if v.refreshTools(); v.stages.Hidden != (e.New == nil) {
			t.Errorf("with %s the tool is hidden: %v", id, v.stages.Hidden)
		}
	}
	v.Open(workspace.Link{Screen: "race", Values: url.Values{"learned": {"gzip"}}})
	q.Until(t, "the error", func() bool { return !w.Learning().Busy() })
	if got := v.learned.problem.Text(); got != workspace.Said(measure.ErrSilent) || !v.learned.failed.Visible() || v.learned.learnt.Visible() {
		t.Errorf("it says %q, shown %v; stages shown %v", got, v.learned.failed.Visible(), v.learned.learnt.Visible())
	}
	v.learned.leave()
	if v.shows() != racePane {
		t.Error("Escape does not lead back")
	}
}

// An empty text has nothing to learn from, and the pane says so.
func TestNothingToLearnFrom(t *testing.T) {
	w, q := open(t, "order2", "")
	v := New(w).(*View)
	v.learn(w.Model(), "", firstSeed)
	q.Until(t, "the end", func() bool { return !w.Learning().Busy() })
	if v.learned.learnt.Visible() || !v.learned.failed.Visible() || v.learned.problem.Text() == "" {
		t.Errorf("stages shown %v; it says %q", v.learned.learnt.Visible(), v.learned.problem.Text())
	}
}

// Blanks that nobody would see are counted, and of a long prompt the end is shown.
func TestFolded(t *testing.T) {
	defer lang.Set(lang.English)
	lang.Set(lang.English)
	sixteen := strings.Repeat(" ", mostBlanks)
	for in, want := range map[string]string{
		"a" + sixteen + "b": "a" + sixteen + "b", "a " + sixteen + "b": "a‹17 spaces›b",
		"a" + strings.Repeat("\n", 20): "a‹20 line ends›", "": "",
	} {
		if got := folded(in); got != want {
			t.Errorf("%q is written %q, want %q", in, got, want)
		}
	}
	if got, want := ending("甲"+strings.Repeat("乙", mostPrompt)), "…"+strings.Repeat("乙", mostPrompt); got != want {
		t.Errorf("the prompt ends %q", got)
	}
}

// The prompt and what follows it make one text, in two shades.
func TestPromptAndWriting(t *testing.T) {
	drawn := &widgets.Layer{}
	r := stagesDrawing{newStages(), drawn}
	r.lines("one two\nthree four", len("one two\nthree"), 0, 0, 1000)
	var got []string
	for _, o := range drawn.Objects {
		x := o.(*canvas.Text)
		got = append(got, fmt.Sprint(x.Text, x.Color == theme.Color(widgets.RoleMute)))
	}
	if want := []string{"one twotrue", "false", "threetrue", " fourfalse"}; !slices.Equal(got, want) {
		t.Errorf("drawn %q, want %q", got, want)
	}
}

func TestReadable(t *testing.T) {
	for in, want := range map[string]string{
		"a b\n": "a b\n", "a\r\nb": "a\nb", "a\rb": "a‹0d›b", "a\tb": "a    b", "\x1a": "‹1a›", "中\xe4\xb8": "中‹e4›‹b8›", "\u0085": "‹c2 85›", "�": "�",
	} {
		if got := readable([]byte(in)); got != want {
			t.Errorf("%q is written %q, want %q", in, got, want)
		}
	}
}

// Stages stand side by side, and in two rows where there is no room.
func TestStagesMarkup(t *testing.T) {
	defer lang.Set(lang.English)
	lang.Set(lang.English)
	e, err := zoo.Open("order2")
	if err != nil {
		t.Fatal(err)
	}
	l := &workspace.Learning{Entry: e, At: []int{1000, 10_000, 12_345}, Task: measure.Task{Prompt: []byte("the ")}}
	for i, s := range []string{"e the a", "cat\nsat on"} {
		l.Stages = append(l.Stages, measure.Stage{Bytes: l.At[i], Bits: float64(l.At[i]) * 3, Seconds: 0.5, Text: []byte(s)})
	}
	for name, width := range map[string]float32{"stages": 700, "stages-narrow": 460} {
		s := newStages()
		w := test.NewWindow(s.scroll)
		w.SetPadded(false)
		w.Resize(fyne.NewSize(width, 300))
		s.show(l)
		test.AssertRendersToMarkup(t, name+".xml", w.Canvas())
		w.Close()
	}
}

// The course is drawn against bytes, seconds or operations, with a dot where the
// model wrote; one that counts no operations says so.
func TestCourse(t *testing.T) {
	for id, counted := range map[string]bool{"cm": true, "order2": false} {
		w, q := open(t, "ppm", strings.Repeat("the cat sat on the mat. ", 50))
		w.StartLearning(mustOpen(t, id), []byte("the "), 1)
		q.Until(t, "the stages", func() bool { return !w.Learning().Busy() })
		l, c := w.Learning(), newCourse()
		for chosen := range 3 {
			c.chosen = chosen
			c.show(l)
			line, dots := c.chart.Chart().Series[0], c.chart.Chart().Series[1]
			want, written := len(l.Stages), len(l.Written())
			if chosen == againstOperations && !counted {
				want, written = 0, 0
			}
			if len(line.X) != want || len(dots.X) != written {
				t.Errorf("%s against %d: %d points and %d dots, want %d and %d", id, chosen, len(line.X), len(dots.X), want, written)
			}
		}
		if said := c.none.Visible(); said == counted || c.chart.Visible() == said {
			t.Errorf("%s: that it does not count is said: %v", id, said)
		}
	}
}

func mustOpen(t *testing.T, id string) *model.Entry {
	t.Helper()
	e, err := zoo.Open(id)
	if err != nil {
		t.Fatal(err)
	}
	return e
}
