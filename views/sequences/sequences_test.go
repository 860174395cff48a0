package sequences

import (
	"bytes"
	"encoding/json"
	"fmt"
	"image/color"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"bitlens/assets/lang"
	"bitlens/engine/induction"
	"bitlens/engine/induction/generators"
	"bitlens/engine/induction/judge"
	"bitlens/engine/induction/turing"

	"bitlens/views/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// Each example holds its lesson: the mixture bets on what comes next, and a
// regularity is seen just where there is one.
func TestExamplesHoldTheirLessons(t *testing.T) {
	if testing.Short() {
		t.Skip("searches for some seconds")
	}
	lessons := map[string]struct {
		next    string // by Solomonoff
		verdict induction.Verdict
	}{
		"Occam: the simplest rule that fits":               {"34, 55, 89", induction.Regular},
		"Short to say":                                     {"16, 18, 20", induction.Regular},
		"No clear regularity in few terms":                 {"", induction.Unclear},
		"A formula or differences: rival programs agree":   {"64, 81, 100", induction.Regular},
		"Not the powers of two":                            {"163, 256, 386", induction.Regular},
		"Short to say, slow to run":                        {"41, 43, 47", induction.Regular},
		"A rule that needs all terms before":               {"429, 1430, 4862", induction.Regular},
		"Two rules, one by the last term and one by place": {"5040, 40320, 362880", induction.Regular},
		"Bits that look mixed and are simple":              {"0, 1, 1", induction.Regular},
		"The simplest bits":                                {"0, 0, 0", induction.Regular},
	}
	if len(examples) != len(lessons) {
		t.Errorf("%d examples, want %d", len(examples), len(lessons))
	}
	for _, x := range examples {
		want := lessons[x.lesson]
		e := explained(t, x.terms, 1_500_000)
		if got := listed(likeliest(e), brief); want.next != "" && got != want.next {
			t.Errorf("%s: after %s come %s, want %s", x.lesson, x.terms, got, want.next)
		}
		if got := e.Found.Verdict(); got > want.verdict || want.verdict == induction.Regular && got != induction.Regular {
			t.Errorf("%s: %s is %v, want %v", x.lesson, x.terms, got, want.verdict)
		}
	}
}

// The screen explains an example when it is first seen, and bets behind it.
func TestFirstLook(t *testing.T) {
	v, w, q := opened(t)
	v.tools.choose(0.5)
	v.Shown(true)
	q.Until(t, "programs", func() bool { return len(w.Explaining().Found.Programs) > 0 && !w.Explaining().Busy() })
	if v.entry.text() != examples[0].terms {
		t.Errorf("typed is %q", v.entry.text())
	}
	if len(v.entry.bets) == 0 || len(v.list.lines) < 2 {
		t.Errorf("behind it stands %q; %d programs", v.entry.bets, len(v.list.lines))
	}
}

// A link brings back what was typed and how long to search.
func TestLink(t *testing.T) {
	v, _, _ := opened(t)
	v.tools.choose(3)
	v.entry.set("1, 2, 4")
	l := v.Link()
	other, w, _ := opened(t)
	other.Open(l)
	if other.entry.text() != "1, 2, 4" || other.tools.seconds != 3 || w.Explaining().Text != "1, 2, 4" || w.Explaining().Seconds != 3 {
		t.Errorf("%q for %v s, explaining %q", other.entry.text(), other.tools.seconds, w.Explaining().Text)
	}
	l.Values.Set("seconds", "1e9")
	other.Open(l)
	if other.tools.seconds != 3 {
		t.Errorf("a link has a search last %v s", other.tools.seconds)
	}
}

// What cannot be read is said where it was typed, and nothing runs.
func TestBadInput(t *testing.T) {
	v, w, _ := opened(t)
	for _, text := range []string{"1, two, 3", "7", strings.Repeat("9", 1001) + ", 1", strings.Repeat("1, ", 10_001)} {
		v.open(text)
		if w.Explaining().Err == nil || w.Explaining().Busy() || v.counts.lines[0].Text() != w.Explaining().Err.Error() {
			t.Errorf("%.20s: said %q", text, v.counts.lines[0].Text())
		}
	}
	v.open("   ")
	if w.Explaining().Err != nil || w.Explaining().Busy() {
		t.Error("an empty line is an error")
	}
}

// A search on what has no rule ends, and says no more than it knows.
func TestNoRegularity(t *testing.T) {
	e := explained(t, "314, 159, 26, 535, 897, 932", 100)
	l := newList()
	l.show(e, nil, groups{})
	if len(l.lines) != 1 || l.say != lang.T("No regularity found within this budget.") {
		t.Errorf("%d programs; said %q", len(l.lines), l.say)
	}
	if got := gained(&e.Found, false); got != lang.T("No regularity found within this budget.") {
		t.Errorf("said %q", got)
	}
}

// A changed term shows who survives it.
func TestSurvivors(t *testing.T) {
	_, w, q := opened(t)
	w.Explain("2, 4, 6, 8, 10", 0.5)
	q.Until(t, "the search", func() bool { return !w.Explaining().Busy() && len(w.Explaining().Found.Programs) > 0 })
	found := len(w.Explaining().Found.Programs)
	w.Explain("2, 4, 6, 8, 11", 0.1)
	q.Until(t, "the count", func() bool { return w.Explaining().Kept >= 0 })
	if e := w.Explaining(); e.Kept != 0 || e.Of != found {
		t.Errorf("%d of %d survive another term", e.Kept, e.Of)
	}
	w.Explain("2, 4, 6, 8, 10", 0.5)
	q.Until(t, "the search", func() bool { return !w.Explaining().Busy() && len(w.Explaining().Found.Programs) > 0 })
	w.Explain("2, 4, 6, 8, 10, 12", 0.1)
	q.Until(t, "the count", func() bool { return w.Explaining().Kept >= 0 })
	if e := w.Explaining(); e.Kept < 1 {
		t.Errorf("%d of %d survive a term that fits", e.Kept, e.Of)
	}
	w.StopExplaining()
	if w.Explaining().Busy() {
		t.Error("it goes on after a cancel")
	}
}

// A cancel keeps what was found, and is answered soon.
func TestCancel(t *testing.T) {
	_, w, q := opened(t)
	w.Explain("2, 4, 6, 8, 10", 500)
	q.Until(t, "a program", func() bool { return len(w.Explaining().Found.Programs) > 0 })
	w.Cancel()
	if e := w.Explaining(); e.Busy() || len(e.Found.Programs) == 0 {
		t.Errorf("busy %v, %d programs", e.Busy(), len(e.Found.Programs))
	}
}

func TestContinuation(t *testing.T) {
	for text, want := range map[string]string{
		"1, 2, 3, 5, 8": ", 13, 21, 34", "1,2,3,5,8": ",13,21,34", "1 2 3 5 8": " 13 21 34",
		"1, 2, 3, 5, 8,": " 13, 21, 34", "01010101": "010", "abcabcabcabc": "abc",
	} {
		if got := continuations(explained(t, text, 20_000))[0]; got != want {
			t.Errorf("behind %q stands %q, want %q", text, got, want)
		}
	}
}

// Of a long term the screen shows how many digits it has, and its ends; what is
// saved has it whole.
func TestLongTerms(t *testing.T) {
	v, w, q := opened(t)
	v.entry.set("2, 5, 26, 677, 458330, 210066388901, 44127887745906175987802")
	w.Explain(v.entry.text(), 0.5)
	q.Until(t, "the search", func() bool { return !w.Explaining().Busy() && len(w.Explaining().Found.Programs) > 0 })
	e := w.Explaining()
	want := "46 digits: 194727047691…791205"
	all := continuations(e)
	if len(all) != 3 || all[len(all)-1] != ", "+want || !strings.HasPrefix(all[0], ", "+want+", ") {
		t.Errorf("behind it stands %q", all)
	}
	for width, want := range map[float32]string{9000: all[0], 2000: all[1], 1500: all[2], 900: ""} {
		v.entry.layer.Resize(fyne.NewSize(width, 40))
		if got := v.entry.next.Text; got != want {
			t.Errorf("in %v dips stands %q, want %q", width, got, want)
		}
	}
	if got := groupsOf(e).spell(e.Found.Programs[0].Next(1), brief); got != want {
		t.Errorf("the bet is %q, want %q", got, want)
	}
	var lines bytes.Buffer
	if err := v.writeJSON(&lines); err != nil || !strings.Contains(lines.String(), `"1947270476915296449559703445493848930452791205"`) {
		t.Errorf("saved is %.300q, %v", lines.String(), err)
	}
}

// A person's own program is held against the sequence and stands where its
// length has it.
func TestTrial(t *testing.T) {
	_, w, _ := opened(t)
	e := fibonacci(t)
	x := newTrial(w, func() {})
	for code, want := range map[string]string{
		"0 [1 2] + last prev": "22 bits; it would stand at place 1",
		"0 [] + last 1":       "11 bits; it leaves at term 4: 4",
		"0 [] + last":         "",
		"":                    "",
	} {
		x.code.SetText(code)
		x.show(e)
		if got := x.verdict.Text(); want != "" && got != want || code == "" && got != "" || code == "0 [] + last" && got == "" {
			t.Errorf("%q: %q, want %q", code, got, want)
		}
	}
	x.code.SetText("0 [1 2] + prev last")
	x.show(e)
	l := newList()
	l.show(e, x.row, groups{})
	if l.lines[1].code != x.row.code || !l.lines[1].mine {
		t.Errorf("it stands behind %q", l.lines[1].code)
	}
}

// A click opens a line, and closes it; its bits are all of its code.
func TestOpenLine(t *testing.T) {
	e := fibonacci(t)
	l := newList()
	test.WidgetRenderer(l)
	l.Resize(fyne.NewSize(700, 400))
	l.show(e, nil, groups{})
	before := l.MinSize().Height
	l.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(10, 10)}})
	l.Tapped(&fyne.PointEvent{Position: fyne.NewPos(10, 10)})
	if l.open != l.lines[0].code || l.MinSize().Height <= before || l.hover != 0 {
		t.Errorf("open is %q", l.open)
	}
	n := 0
	for _, c := range e.Found.Programs[0].Bill() {
		n += len(c.Code)
	}
	if n != l.lines[0].bits {
		t.Errorf("the bill has %d bits, the program %d", n, l.lines[0].bits)
	}
	l.Tapped(&fyne.PointEvent{Position: fyne.NewPos(10, 10)})
	if l.open != "" || l.MinSize().Height != before {
		t.Errorf("open is %q", l.open)
	}
}

// What the screen saves is what it shows.
func TestRecords(t *testing.T) {
	v, w, q := opened(t)
	w.Explain("2, 4, 6, 8, 10", 0.5)
	q.Until(t, "the search", func() bool { return !w.Explaining().Busy() && len(w.Explaining().Found.Programs) > 0 })
	var lines, table bytes.Buffer
	if err := v.writeJSON(&lines); err != nil {
		t.Fatal(err)
	}
	if err := v.writeCSV(&table); err != nil {
		t.Fatal(err)
	}
	var r struct {
		Program string
		Bits    int
		Kt      float64
		Next    []int64
	}
	if err := json.Unmarshal(lines.Bytes()[:bytes.IndexByte(lines.Bytes(), '\n')], &r); err != nil {
		t.Fatal(err)
	}
	first := w.Explaining().Found.Programs[0]
	if r.Program != first.String() || r.Bits != first.Length() || r.Kt != judge.Kt(first) || !slices.Equal(r.Next, []int64{12, 14, 16}) || !strings.Contains(table.String(), r.Program) {
		t.Errorf("%+v", r)
	}
}

// A picture is measured by rows and columns too, and may be pasted as lines.
func TestPicture(t *testing.T) {
	v, w, q := opened(t)
	text := inOneLine("0110\n1001\n0110\n")
	if text != "0110/1001/0110" || inOneLine("3\n1\n4") != "3\n1\n4" {
		t.Errorf("%q", text)
	}
	v.explain(text)
	q.Until(t, "methods", func() bool { return w.Explaining().Measures != nil })
	e := w.Explaining()
	if e.Err != nil || e.Bits != "011010010110" || len(e.Rows) != 3 || len(e.Found.Terms) != 12 {
		t.Errorf("%+v", e)
	}
	last := e.Measures[len(e.Measures)-2:]
	if last[0].Method != "bdm rows" || last[1].Method != "bdm columns" || last[0].Value == last[1].Value {
		t.Errorf("%+v", last)
	}
	v.refresh()
	if got := v.methods.heading(); got != "3 ROWS OF 4 BITS, BY OTHER METHODS" {
		t.Error(got)
	}
}

// A bit string brings what other methods say and a machine that writes it.
func TestBits(t *testing.T) {
	v, w, q := opened(t)
	v.explain("010110")
	q.Until(t, "methods and a machine", func() bool { return w.Explaining().Measures != nil && w.Explaining().Run != nil })
	v.refresh()
	sum := 0.0
	for _, p := range w.Explaining().Depths {
		sum += p
	}
	if math.Abs(sum-1) > 1e-9 {
		t.Errorf("the depths have the probability %v", sum)
	}
	if v.methods.Hidden || !v.tape.content.Visible() || w.Explaining().Run.Output() != "010110" {
		t.Errorf("methods hidden %v, tape %v", v.methods.Hidden, w.Explaining().Run)
	}
	v.explain("1, 2, 3")
	if !v.methods.Hidden || v.tape.content.Visible() {
		t.Error("numbers have methods for bits")
	}
}

// A play shows one row more at a time, and another play ends the first.
func TestPlay(t *testing.T) {
	w, err := turing.Find(t.Context(), "0101", nil)
	if err != nil {
		t.Fatal(err)
	}
	run, err := turing.Run(w.Machine, w.Blank, w.Steps)
	if err != nil {
		t.Fatal(err)
	}
	s := newSpaceTime()
	var next func()
	s.later = func(_ time.Duration, f func()) func() { next = f; return func() { next = nil } }
	s.set(run)
	for range 2 {
		s.play()
		for i := 1; i <= len(run.Rows); i++ {
			if s.shown != i {
				t.Errorf("%d rows, want %d", s.shown, i)
			}
			next()
		}
	}
}

func TestMarkup(t *testing.T) {
	e := fibonacci(t)
	g := groupsOf(e)
	l, j := newList(), newJudges()
	l.show(e, nil, g)
	j.show(e, g)
	for name, o := range map[string]fyne.CanvasObject{"list": l, "judges": j} {
		w := test.NewWindow(o)
		w.SetPadded(false)
		w.Resize(fyne.NewSize(640, 480))
		test.AssertRendersToMarkup(t, name+".xml", w.Canvas())
		w.Close()
	}
}

// A generator stands in the same line as a sequence, and what is known of its
// output never passes the limit.
func TestLab(t *testing.T) {
	v, w, q := opened(t)
	v.open("rule 30")
	q.Until(t, "the lengths", func() bool { return len(w.Growing().Points) > 3 && !w.Growing().Busy() })
	v.refresh()
	if v.below.Objects[0].Visible() || !v.below.Objects[1].Visible() || v.lab.picture.width != 127 || v.lab.sums.MinSize().Height < 200 {
		t.Errorf("the lab is not on display: %v wide", v.lab.picture.width)
	}
	for _, p := range w.Growing().Points {
		if float64(p.Best) > p.Limit {
			t.Errorf("%d symbols: %d bits, the limit is %v", p.Length, p.Best, p.Limit)
		}
	}
	for _, s := range v.lab.chart.Chart().Series {
		if len(s.X) == 0 {
			t.Errorf("%s is not drawn", s.Name)
		}
	}
	img := v.lab.picture.draw(127*3, 30)
	if at := img.At(63*3, 0); at != color.Color(widgets.CurrentPalette().Ink) {
		t.Errorf("in the middle of the first row is %v", at)
	}
	v.open("rule 999")
	if w.Growing().Err == nil || w.Growing().Busy() || v.counts.lines[0].Text() != w.Growing().Err.Error() {
		t.Errorf("said %q", v.counts.lines[0].Text())
	}
	v.open("1, 2, 3")
	if !v.below.Objects[0].Visible() || v.below.Objects[1].Visible() || w.Growing().Text != "" {
		t.Error("the lab stays behind a sequence")
	}
}

// Each system that is offered can be written, and shows what it is said to.
func TestSystems(t *testing.T) {
	for _, s := range systems {
		g, err := generators.Parse(s.terms)
		if err != nil {
			t.Fatal(err)
		}
		for p, err := range generators.Growth(t.Context(), g, []int{4096}) {
			if err != nil {
				t.Fatal(err)
			}
			fools := slices.Contains([]string{"taps 14 15", "encrypt 0 key 1011"}, s.terms)
			if fooled(p) != fools || float64(p.Best) > p.Limit {
				t.Errorf("%s: fooled %v, %d bits, limit %v", s.terms, fooled(p), p.Best, p.Limit)
			}
		}
	}
}

// No verdict, no program, no bet: each part of the screen has its empty state.
func TestEmpty(t *testing.T) {
	v, _, _ := opened(t)
	v.refresh()
	if len(v.entry.bets) != 0 || len(v.list.lines) != 0 || v.status.bits.Text() != "" || v.bound.lines[0].Text() != "" {
		t.Error("an empty screen says something")
	}
}

// Bits are explained by a second machine too, in a list of its own, and the
// constant between the two is told.
func TestMachines(t *testing.T) {
	v, w, q := opened(t)
	v.explain("010101")
	q.Until(t, "both machines", func() bool {
		x := w.Explaining()
		return len(x.Ways) > 0 && len(x.MachineWays) > 0 && x.Measures != nil
	})
	v.refresh()
	first := len(v.list.lines)
	for i, n := range v.list.lines {
		if n.section != "" {
			first = i
		}
	}
	if first == 0 || first >= len(v.list.lines)-1 {
		t.Fatalf("the list of machines begins at line %d of %d", first, len(v.list.lines))
	}
	x := w.Explaining().Found
	if n := v.list.lines[first]; n.bits != x.Machines[0].Length() || len(n.detail()) != 2 || v.list.height(first) <= v.list.height(first+1) {
		t.Errorf("%+v", n)
	}
	constant, _ := x.Constant()
	if said := strings.Join(v.methods.machines(), " "); !strings.Contains(said, fmt.Sprintf("%+d", constant)) {
		t.Errorf("%q, want the constant %+d", said, constant)
	}
	var table bytes.Buffer
	if err := v.writeCSV(&table); err != nil || !strings.Contains(table.String(), "\nturing,") {
		t.Error(err, table.String())
	}
}
