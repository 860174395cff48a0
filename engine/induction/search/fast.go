package search

import (
	"context"
	"sync"
	"sync/atomic"
)

// Options bound a search.
type Options struct {
	Workers int   // goroutines that run at a time; at least 1
	Memory  int64 // bytes; 0 is 1 GB
	Budget  int64 // expressions tried; 0 is without a bound
}

func (o Options) bounded() Options {
	if o.Memory <= 0 {
		o.Memory = 1 << 30
	}
	if o.Budget <= 0 {
		o.Budget = 1 << 60
	}
	o.Workers = max(1, o.Workers)
	return o
}

// Fast looks for short programs from both ends until ctx is done or its budget
// is spent. It calls report, one call at a time, with each program it finds,
// after the language's own machine ran it.
func Fast(ctx context.Context, terms []int64, o Options, tried *atomic.Int64, report func(Found)) {
	o = o.bounded()
	out := newCollector(terms, report)
	var wait sync.WaitGroup
	for first := range int64(2) {
		wait.Go(func() {
			l := newLane(ctx, tried, o.Budget*2/5)
			newLinear(first, terms, l, out).run()
			residues(first, terms, l, out)
			newMeeting(first, terms, l, o.Memory*7/16, out).run()
		})
	}
	wait.Go(func() {
		newSieve(terms, newLane(ctx, tried, o.Budget/5), o.Memory/8, out).run()
	})
	wait.Wait()
}
