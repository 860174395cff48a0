package workspace

import (
	"context"

	"bitlens/engine/induction/generators"
	"bitlens/engine/measure"
)

// A Growing is what a simple system writes, at ever greater lengths, and how
// complex that is at most.
type Growing struct {
	Text   string // the generator, as it was typed
	Err    error  // what is wrong with it, or nil
	Width  int    // of a row of Output, where it has rows, else 0
	Output string // its beginning
	Points []generators.Point
	cancel context.CancelFunc
	busy   bool
}

// Lengths that a growing has: powers of two.
const (
	leastGrowth = 16
	mostGrowth  = 1 << 16
)

// shownOutput is how much of what is written is kept for a picture.
const shownOutput = 1 << 16

// Growing returns the last generator; it has no text before Grow.
func (w *Workspace) Growing() *Growing { return w.growing }

// Busy reports whether lengths are still to come.
func (g *Growing) Busy() bool { return g.busy }

// Progress returns which part of the lengths has come.
func (g *Growing) Progress() float64 {
	all := 0
	for n := leastGrowth; n <= mostGrowth; n *= 2 {
		all++
	}
	return float64(len(g.Points)) / float64(all)
}

// Grow measures what a generator writes, in place of the one before; none has
// the empty text.
func (w *Workspace) Grow(text string) {
	w.StopGrowing()
	g := &Growing{Text: text}
	w.growing = g
	if text != "" {
		g.begin(w)
	}
	w.tell(ExplainTopic)
}

// begin starts the measuring.
func (g *Growing) begin(w *Workspace) {
	generator, err := generators.Parse(g.Text)
	if err == nil {
		g.Output, err = generator.Output(shownOutput)
	}
	if err != nil {
		g.Err = err
		return
	}
	if a, ok := generator.(generators.Automaton); ok {
		g.Width = len(a.Cells)
	}
	ctx, cancel := context.WithCancel(context.Background())
	g.cancel, g.busy = cancel, true
	b := &batch{do: w.do, after: func() { w.tell(ExplainTopic) }}
	var lengths []int
	for n := leastGrowth; n <= mostGrowth; n *= 2 {
		lengths = append(lengths, n)
	}
	go w.slots.Do(ctx, measure.Foreground, func(func(context.Context)) {
		for p, err := range generators.Growth(ctx, generator, lengths) {
			b.send(ctx, func() { g.take(p, err) })
		}
		b.send(ctx, func() { g.busy = false })
	})
}

func (g *Growing) take(p generators.Point, err error) {
	if err != nil {
		g.Err = err
		return
	}
	g.Points = append(g.Points, p)
}

// StopGrowing ends the measuring and keeps what it has.
func (w *Workspace) StopGrowing() {
	g := w.growing
	if g.cancel == nil {
		return
	}
	g.cancel()
	g.cancel, g.busy = nil, false
	w.tell(ExplainTopic)
}
