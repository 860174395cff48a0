package sequences

import (
	"os"
	"testing"
	"time"

	"bitlens/assets/lang"
	"bitlens/engine/induction"
	"bitlens/engine/induction/integer"
	"bitlens/engine/induction/judge"
	"bitlens/engine/induction/language"
	"bitlens/views/widgets"
	"bitlens/views/workspace"
	"bitlens/views/workspace/queue"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestMain(m *testing.M) {
	test.NewApp()
	fyne.CurrentApp().Settings().SetTheme(widgets.NewTheme(widgets.Light))
	os.Exit(m.Run())
}

// opened returns a workspace with the screen on display. Nothing that its jobs
// bring arrives before the test asks the queue.
func opened(t *testing.T) (*View, *workspace.Workspace, *queue.Queue) {
	t.Helper()
	lang.Set(lang.English)
	q := new(queue.Queue)
	w := workspace.New(q.Do)
	t.Cleanup(w.Close)
	v := New(w).(*View)
	v.shown = true
	v.entry.later = func(time.Duration, func()) func() { return func() {} }
	return v, w, q
}

// explained returns what a search of a fixed size finds.
func explained(t *testing.T, text string, budget int64) *workspace.Explaining {
	t.Helper()
	terms, letters := induction.Letters(text)
	if !letters {
		var err error
		if terms, err = induction.Parse(text, false); err != nil {
			t.Fatal(err)
		}
	}
	return judged(text, induction.Explain(t.Context(), terms, induction.Options{Ahead: workspace.NextTerms, Workers: 1, Budget: budget}, nil))
}

// judged has the judges bet on what was found.
func judged(text string, x induction.Explanation) *workspace.Explaining {
	e := &workspace.Explaining{Text: text, Seconds: 1, Found: x, Ways: workspace.WaysOf(x.Programs), Kept: -1}
	_, e.Letters = induction.Letters(text)
	for _, j := range judge.All() {
		e.Verdicts = append(e.Verdicts, workspace.Verdict{Judge: j, Bets: x.Bets(j, 1)})
	}
	return e
}

// fibonacci is a sequence explained by four programs, always the same.
func fibonacci(t *testing.T) *workspace.Explaining {
	t.Helper()
	x := induction.Explanation{Terms: integer.All(1, 2, 3, 5, 8)}
	x.Literal = language.LiteralBits(x.Terms)
	for _, code := range []string{"0 [1 2] + last prev", "0 [1 2] + prev last", "0 [] + + 1 last back 2", "0 [1 2] + - i 1 last"} {
		p, err := language.Parse(code)
		if err != nil {
			t.Fatal(err)
		}
		explains, err := induction.Check(p, x.Terms, workspace.NextTerms)
		if err != nil {
			t.Fatal(err)
		}
		x.Programs = append(x.Programs, explains)
	}
	e := judged("1, 2, 3, 5, 8", x)
	for i, p := range []float64{1, 0.76, 0.85} { // whatever the judges' prior is
		e.Verdicts[i].Bets = []judge.Bet{{Next: integer.All(13), Probability: p, Programs: []int{0, 1}}}
		if i > 0 {
			e.Verdicts[i].Bets = append(e.Verdicts[i].Bets, judge.Bet{Next: integer.All(12), Probability: 0.1, Programs: []int{2, 3}})
		}
	}
	return e
}
