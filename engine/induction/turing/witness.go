package turing

import (
	"cmp"
	"context"
	"fmt"
	"strings"
	"sync"
)

// A Witness is a machine that writes a string.
type Witness struct {
	Machine Machine // transitions that it never makes are not defined
	Blank   byte    // the symbol of the tape
	Steps   int
}

// ErrNotWritten says that no machine writes a string: none of up to MaxStates
// states, in MaxSteps steps.
var ErrNotWritten = fmt.Errorf("no machine of up to %d states writes it in %d steps", MaxStates, MaxSteps)

// Find returns a machine that writes s: of those with fewest states one with
// fewest steps, always the same. For strings of five states it may search for a
// minute or two. Meanwhile it calls better, if that is not nil, with each
// machine that is faster than the last, one at a time: the first soon, and
// which they are may differ. It ends early with the error of ctx.
func Find(ctx context.Context, s string, better func(Witness)) (Witness, error) {
	for states := 1; states <= MaxStates; states++ {
		if D(states).Count(s) > 0 {
			f := finder{s: s, bound: newBound(steps[states], len(s)), better: better}
			enumerate(ctx, states, f.bound, func() visitor { return f.visit })
			return f.best, ctx.Err()
		}
	}
	return Witness{}, ErrNotWritten
}

// A finder looks for the fastest machine that writes s.
type finder struct {
	s      string
	better func(Witness)
	bound  *bound // falls to the steps of best

	mu   sync.Mutex
	best Witness
}

func (f *finder) visit(n *node, _ uint64) {
	w, ok := n.witness(f.s)
	if !ok {
		return
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.best.Steps > 0 && !w.before(f.best) {
		return
	}
	faster := f.best.Steps == 0 || w.Steps < f.best.Steps
	f.best = w
	f.bound.lower(w.Steps)
	if faster && f.better != nil {
		f.better(w)
	}
}

// witness returns the machine of a node, or one of its images, if it writes s.
func (n *node) witness(s string) (Witness, bool) {
	if n.hi-n.lo+1 != len(s) {
		return Witness{}, false
	}
	for image := range 4 {
		if n.begins(s, image) {
			return n.imaged(image), true
		}
	}
	return Witness{}, false
}

// begins reports whether what an image of the node's machine writes begins with
// s: see images for their order.
func (n *node) begins(s string, image int) bool {
	written := n.visited()
	if len(written) < len(s) {
		return false
	}
	for i := range len(s) {
		at := i
		if image&1 != 0 {
			at = len(written) - 1 - i
		}
		if written[at]^byte(image>>1) != s[i]-'0' {
			return false
		}
	}
	return true
}

// imaged returns an image of the node's machine, which halts in its next step.
func (n *node) imaged(image int) Witness {
	m := n.machine
	if image&1 != 0 {
		m = m.Mirrored()
	}
	if image&2 != 0 {
		m = m.Complemented()
	}
	return Witness{Machine: m, Blank: byte(image >> 1), Steps: n.steps + 1}
}

// before reports whether w has fewer steps; of equals names decide, and not
// which goroutine was first.
func (w Witness) before(v Witness) bool {
	return cmp.Or(cmp.Compare(w.Steps, v.Steps), strings.Compare(w.Machine.String(), v.Machine.String())) < 0
}
