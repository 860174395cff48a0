package turing

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"
)

// given is how many transitions are defined in the parts that goroutines
// share: of five states there are 1,828, of 1.1 KB.
const given = 4

// A bound is what machines may take to halt. It may fall while they run: what
// passes it is left out from then on.
type bound struct {
	steps atomic.Int64 // to MaxSteps; that of halting counts
	width int          // of the visited cells
}

func newBound(steps, width int) *bound {
	b := &bound{width: width}
	b.steps.Store(int64(steps))
	return b
}

// lower lets the bound fall.
func (b *bound) lower(steps int) {
	for old := b.steps.Load(); old > int64(steps); old = b.steps.Load() {
		if b.steps.CompareAndSwap(old, int64(steps)) {
			return
		}
	}
}

// enumerate walks through all machines of some states, each goroutine with
// what worker returns for it; those that pass the bound are left out. When ctx
// ends that is all.
func enumerate(ctx context.Context, states int, b *bound, worker func() visitor) {
	defer context.AfterFunc(ctx, func() { b.lower(0) })()
	parts := cut(states, b, worker())
	var taken atomic.Int64
	var all sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		w := walker{bound: b, halts: worker(), split: -1}
		all.Go(func() {
			for i := taken.Add(1); i <= int64(len(parts)); i = taken.Add(1) {
				w.walk(parts[i-1])
			}
		})
	}
	all.Wait()
}

// cut returns the nodes of which each is a part; v sees what halts above them.
func cut(states int, b *bound, v visitor) (parts []*node) {
	w := walker{bound: b, halts: v, split: 2*states - given}
	w.give = func(n *node) {
		part := *n
		parts = append(parts, &part)
	}
	w.walk(root(states))
	return parts
}
