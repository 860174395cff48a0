package workspace

import (
	"context"
	"strings"
	"time"

	"bitlens/engine/induction"
	"bitlens/engine/induction/complexity"
	"bitlens/engine/measure"
)

// An Explaining is a search for programs that explain a sequence.
type Explaining struct {
	Text    string  // as it was typed
	Seconds float64 // how long to search
	Err     error   // what is wrong with Text, or nil
	Terms   []int64 // what it says
	Found   induction.Snapshot
	// Measures are what several methods say of a binary string: Bits, where
	// the text is one, else "".
	Bits     string
	Measures []complexity.Measure
	// Kept is how many programs for the text before explain this one too, of
	// how many; -1 where there was none.
	Kept, Of int
	cancel   context.CancelFunc
	busy     bool
	started  time.Time
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
	e := &Explaining{Text: text, Seconds: seconds, Kept: -1}
	w.explaining = e
	if strings.TrimSpace(text) != "" {
		e.begin(w, before)
	}
	w.tell(ExplainTopic)
}

// begin starts the searches.
func (e *Explaining) begin(w *Workspace, before *Explaining) {
	sequence, err := induction.Parse(e.Text)
	if err != nil {
		e.Err = err
		return
	}
	e.Terms = sequence.Terms
	e.keep(before)
	ctx, cancel := context.WithCancel(context.Background())
	e.cancel, e.busy, e.started = cancel, true, time.Now()
	b := &batch{do: w.do, after: func() { w.tell(ExplainTopic) }}
	options := induction.Options{Seconds: e.Seconds, Terms: NextTerms, Workers: w.slots.Len(), Memory: explainMemory}
	go w.slots.Do(ctx, measure.Foreground, func(func(context.Context)) {
		last := induction.Explain(ctx, sequence, options, func(s induction.Snapshot) {
			b.send(ctx, func() { e.Found = s })
		})
		b.send(ctx, func() { e.Found, e.busy = last, false })
	})
	e.measure(ctx, w, b)
}

// measure asks what other methods say of a binary string.
func (e *Explaining) measure(ctx context.Context, w *Workspace, b *batch) {
	if !binary(e.Terms) {
		return
	}
	e.Bits = digits(e.Terms)
	go w.slots.Do(ctx, measure.Urgent, func(func(context.Context)) {
		m, err := complexity.Measures(ctx, e.Bits)
		if err == nil {
			b.send(ctx, func() { e.Measures = m })
		}
	})
}

// leastBits is how many terms of 0 and 1 are taken for a binary string.
const leastBits = 4

// binary reports whether terms are a binary string.
func binary(terms []int64) bool {
	for _, t := range terms {
		if t != 0 && t != 1 {
			return false
		}
	}
	return len(terms) >= leastBits
}

func digits(terms []int64) string {
	s := make([]byte, len(terms))
	for i, t := range terms {
		s[i] = '0' + byte(t)
	}
	return string(s)
}

// keep counts the programs for the text before that explain this one too.
func (e *Explaining) keep(before *Explaining) {
	if before == nil || len(before.Found.Programs) == 0 {
		return
	}
	e.Kept, e.Of = 0, len(before.Found.Programs)
	for _, p := range before.Found.Programs {
		if explains(p, e.Terms) {
			e.Kept++
		}
	}
}

// explains reports whether a program gives the terms.
func explains(p induction.Explanation, terms []int64) bool {
	const steps = 1 << 20 // in all: what takes longer is not kept
	m := p.Program.Run(steps)
	for _, want := range terms {
		if got, err := m.Next(); err != nil || got != want {
			return false
		}
	}
	return true
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
