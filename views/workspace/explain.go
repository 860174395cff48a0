package workspace

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"bitlens/engine/induction"
	"bitlens/engine/induction/complexity"
	"bitlens/engine/induction/integer"
	"bitlens/engine/induction/judge"
	"bitlens/engine/induction/turing"
	"bitlens/engine/measure"
)

// An Explaining is a search for programs that explain a sequence.
type Explaining struct {
	Text    string  // as it was typed
	Seconds float64 // how long to search
	Err     error   // what is wrong with Text, or nil
	Found   induction.Explanation
	// Ways are the ways to go on that programs found, that of the shortest first,
	// and MachineWays those of Turing machines.
	Ways, MachineWays []Way
	// Verdicts are the bets of the judges on the next term, in their order.
	Verdicts []Verdict
	Letters  bool // terms are places in the alphabet
	// Rows are the rows of a picture, where Bits is one, else nil.
	Rows []string
	// Measures are what several methods say of a binary string: Bits, where
	// the text is one or letters, else "".
	Bits     string
	Measures []complexity.Measure
	// Depths is how many symbols before matter to context-tree weighting: the
	// posterior probability of 0, 1, 2 and so on.
	Depths []float64
	// Witness is a Turing machine that writes Bits, and Run what it does; nil
	// where none is known.
	Witness *turing.Witness
	Run     *turing.Trace
	// Kept is how many programs for the text before explain this one too, of
	// how many; -1 where there was none.
	Kept, Of int
	cancel   context.CancelFunc
	busy     bool
	started  time.Time
}

// A Way to go on: the shortest rule that does, and how many others do.
type Way struct {
	Rule induction.Rule
	More int
}

// WaysOf returns the ways that rules of one machine, the shortest first, go on.
func WaysOf[R induction.Rule](rules []R) (ways []Way) {
	at := map[string]int{}
	for _, r := range rules {
		next := fmt.Sprint(r.Next(NextTerms))
		if i, known := at[next]; known {
			ways[i].More++
			continue
		}
		at[next] = len(ways)
		ways = append(ways, Way{r, 0})
	}
	return ways
}

// A Verdict is what a judge bets on.
type Verdict struct {
	Judge judge.Judge
	Bets  []judge.Bet
}

// verdictsOf has the judges bet.
func verdictsOf(x *induction.Explanation) (all []Verdict) {
	for _, j := range judge.All() {
		all = append(all, Verdict{j, x.Bets(j, 1)})
	}
	return all
}

// NextTerms is how many terms programs are asked for.
const NextTerms = 3

// explainMemory bounds what a search takes, in bytes.
const explainMemory = 1 << 30

// Explaining returns the search of the last sequence; it has no text before
// Explain.
func (w *Workspace) Explaining() *Explaining { return w.explaining }

// Busy reports whether the search is under way.
func (e *Explaining) Busy() bool { return e.busy }

// Progress returns how far the search is, from 0 to 1, and how long it still
// takes.
func (e *Explaining) Progress() (part float64, left time.Duration) {
	whole := time.Duration(e.Seconds * float64(time.Second))
	spent := min(time.Since(e.started), whole)
	return float64(spent) / float64(max(whole, 1)), whole - spent
}

// Explain searches for programs that explain a sequence, in place of the one
// before. What is wrong with the text is told by the search.
func (w *Workspace) Explain(text string, seconds float64) {
	before := w.explaining
	w.StopExplaining()
	w.remember(before)
	e := &Explaining{Text: text, Seconds: seconds, Kept: -1}
	w.explaining = e
	if strings.TrimSpace(text) != "" {
		e.begin(w, before)
	}
	w.tell(ExplainTopic)
}

// mostLearned is how many programs that paid off later searches build on.
const mostLearned = 32

// remember keeps the shortest program of a search that found a clear
// regularity: its parts may serve again.
func (w *Workspace) remember(e *Explaining) {
	if e.Found.Verdict() != induction.Regular {
		return
	}
	w.learned = append(w.learned, e.Found.Programs[0].Program)
	w.learned = w.learned[max(0, len(w.learned)-mostLearned):]
}

// begin starts the searches.
func (e *Explaining) begin(w *Workspace, before *Explaining) {
	terms, err := e.read()
	if err != nil {
		e.Err = err
		return
	}
	e.Found.Terms = terms
	ctx, cancel := context.WithCancel(context.Background())
	e.cancel, e.busy, e.started = cancel, true, time.Now()
	b := &batch{do: w.do, after: func() { w.tell(ExplainTopic) }}
	bits, rows := e.Bits, e.Rows
	options := induction.Options{Ahead: NextTerms, Workers: w.slots.Len(), Memory: explainMemory, Known: slices.Clone(w.learned)}
	go w.slots.Do(ctx, measure.Foreground, func(func(context.Context)) {
		b.send(ctx, func() { e.started = time.Now() })
		e.keep(ctx, before.Found.Programs, terms, b)
		e.measure(ctx, bits, rows, b)
		var beside sync.WaitGroup
		beside.Go(func() { e.witness(ctx, bits, b) })
		e.search(ctx, terms, options, b)
		beside.Wait()
		b.send(ctx, func() { e.busy = false })
	})
}

// read reads the text: a picture row after row, letters, or numbers, or a binary string.
func (e *Explaining) read() (terms []integer.Int, err error) {
	if e.Rows = complexity.Rows(e.Text); e.Rows != nil {
		e.Bits = strings.Join(e.Rows, "")
		return induction.Parse(e.Bits, true)
	}
	if terms, e.Letters = induction.Letters(e.Text); e.Letters {
		e.Bits, err = complexity.Parse(strings.ToLower(strings.TrimSpace(e.Text)), complexity.Letters)
		return terms, err
	}
	if terms, err = induction.Parse(e.Text, false); err == nil && len(terms) >= leastBits {
		e.Bits, _ = induction.Binary(terms)
	}
	return terms, err
}

// measure asks what other methods say of a binary string, or of a picture.
func (e *Explaining) measure(ctx context.Context, bits string, rows []string, b *batch) {
	if bits == "" {
		return
	}
	m, err := complexity.Measures(ctx, bits)
	if err != nil {
		return // it was cancelled: the string is one
	}
	if grid, err := complexity.Grid(rows); err == nil {
		m = append(m, grid...)
	}
	b.send(ctx, func() { e.Measures, e.Depths = m, depths(m) })
}

// depths returns the posterior of the depth, which context-tree weighting tells.
func depths(all []complexity.Measure) []float64 {
	for _, m := range all {
		if m.Depths != nil {
			return m.Depths
		}
	}
	return nil
}

// witnessTime is how long a machine that writes a binary string is looked for.
const witnessTime = 2 * time.Second

// witness looks for a small Turing machine that writes a binary string.
func (e *Explaining) witness(ctx context.Context, bits string, b *batch) {
	if bits == "" {
		return
	}
	timed, done := context.WithTimeout(ctx, witnessTime)
	defer done()
	_, _ = turing.Find(timed, bits, func(w turing.Witness) { // that there is none, or no faster one, is no failure
		if run, err := turing.Run(w.Machine, w.Blank, w.Steps); err == nil {
			b.send(ctx, func() { e.Witness, e.Run = &w, run })
		}
	})
}

// search looks for programs for as long as it was given, and has the judges bet
// on what it finds.
func (e *Explaining) search(ctx context.Context, terms []integer.Int, options induction.Options, b *batch) {
	timed, done := context.WithTimeout(ctx, time.Duration(e.Seconds*float64(time.Second)))
	defer done()
	take := func(x induction.Explanation) {
		ways, machines, verdicts := WaysOf(x.Programs), WaysOf(x.Machines), verdictsOf(&x)
		b.send(ctx, func() { e.Found, e.Ways, e.MachineWays, e.Verdicts = x, ways, machines, verdicts })
	}
	take(induction.Explain(timed, terms, options, take))
}

// leastBits is how many terms of 0 and 1 are taken for a binary string.
const leastBits = 4

// keep counts the programs for the text before that explain this one too.
func (e *Explaining) keep(ctx context.Context, before []*induction.Program, terms []integer.Int, b *batch) {
	kept := 0
	for _, p := range before {
		if ctx.Err() != nil {
			return
		}
		if _, err := induction.Check(p.Program, terms, 1); err == nil {
			kept++
		}
	}
	if len(before) > 0 {
		b.send(ctx, func() { e.Kept, e.Of = kept, len(before) })
	}
}

// StopExplaining stops the search and keeps what it has found.
func (w *Workspace) StopExplaining() {
	e := w.explaining
	if e.cancel == nil {
		return
	}
	e.cancel()
	e.cancel, e.busy = nil, false
	w.tell(ExplainTopic)
}
