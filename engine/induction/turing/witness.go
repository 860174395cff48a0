package turing

import (
	"cmp"
	"context"
	"errors"
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
// minute or two; it ends early with the error of ctx.
func Find(ctx context.Context, s string) (Witness, error) {
	for states := 1; states <= MaxStates; states++ {
		if D(states).Count(s) > 0 {
			return fastest(ctx, states, s)
		}
	}
	return Witness{}, ErrNotWritten
}

// fastest searches with ever more steps: the fewer, the fewer machines are told
// apart, and most strings have a fast one.
func fastest(ctx context.Context, states int, s string) (Witness, error) {
	for limit := 32; ctx.Err() == nil; limit *= 2 {
		limit = min(limit, steps[states])
		if w, ok := search(ctx, states, limit, s); ok && ctx.Err() == nil {
			return w, nil
		}
		if limit == steps[states] && ctx.Err() == nil {
			return Witness{}, errors.New("turing: the table holds a string that no machine writes")
		}
	}
	return Witness{}, ctx.Err()
}

// search returns the first machine that writes s.
func search(ctx context.Context, states, limit int, s string) (best Witness, found bool) {
	var mu sync.Mutex
	enumerate(ctx, states, limit, len(s), func() visitor {
		return func(n *node, _ uint64) {
			w, ok := n.witness(s)
			if !ok {
				return
			}
			mu.Lock()
			defer mu.Unlock()
			if !found || w.before(best) {
				best, found = w, true
			}
		}
	})
	return best, found
}

// witness returns the machine of a node, or one of its images, if it writes s.
func (n *node) witness(s string) (Witness, bool) {
	if n.hi-n.lo+1 != len(s) {
		return Witness{}, false
	}
	m := n.machine
	for i, image := range images(n.visited()) {
		if spell(image) != s {
			continue
		}
		if i&1 != 0 {
			m = m.Mirrored()
		}
		if i&2 != 0 {
			m = m.Complemented()
		}
		return Witness{Machine: m, Blank: byte(i >> 1), Steps: n.steps + 1}, true
	}
	return Witness{}, false
}

// before reports whether w has fewer steps; of equals names decide, and not
// which goroutine was first.
func (w Witness) before(v Witness) bool {
	return cmp.Or(cmp.Compare(w.Steps, v.Steps), strings.Compare(w.Machine.String(), v.Machine.String())) < 0
}
