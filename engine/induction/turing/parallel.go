package turing

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"
)

// given is how many transitions are defined in the parts that goroutines
// share: a part of five states takes some milliseconds, and cancelling waits
// for no more than one.
const given = 4

// enumerate walks through all machines of some states, each goroutine with
// what worker returns for it; those that need more steps or more cells are left
// out. It returns early when ctx ends.
func enumerate(ctx context.Context, states, limit, width int, worker func() visitor) {
	var parts []*node
	w := walker{limit: limit, width: width, halts: worker(), split: 2*states - given}
	w.give = func(n *node) {
		part := *n
		parts = append(parts, &part)
	}
	w.walk(root(states))
	var taken atomic.Int64
	var all sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		w := walker{limit: limit, width: width, halts: worker(), split: -1}
		all.Go(func() {
			for i := taken.Add(1); i <= int64(len(parts)) && ctx.Err() == nil; i = taken.Add(1) {
				w.walk(parts[i-1])
			}
		})
	}
	all.Wait()
}
