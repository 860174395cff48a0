package search

import (
	"context"
	"math"
	"sync"
	"sync/atomic"

	"bitlens/engine/induction/integer"
	"bitlens/engine/induction/language"
)

// Options bound a search. What is not set is without a bound, but for the
// memory.
type Options struct {
	Turns  Turns
	Memory int64               // bytes; 0 is 1 GB
	Budget int64               // programs and parts of programs tried
	Tried  *atomic.Int64       // counts them
	Known  []*language.Program // those that explained other terms: parts to try
}

func (o Options) complete() Options {
	if o.Turns == nil {
		o.Turns = NewTurns(1 << 10)
	}
	if o.Memory <= 0 {
		o.Memory = 1 << 30
	}
	if o.Budget <= 0 {
		o.Budget = 1 << 60
	}
	if o.Tried == nil {
		o.Tried = new(atomic.Int64)
	}
	return o
}

// Fast looks for short programs from both ends until ctx is done or its budget
// is spent. It calls report, one call at a time, with each program it finds,
// after the language's own machine ran it.
func Fast(ctx context.Context, terms []integer.Int, o Options, report func(Found)) {
	o = o.complete()
	out, narrow := newCollector(terms, report), fitting(terms)
	var wait sync.WaitGroup
	for first := range int64(2) {
		wait.Go(func() {
			l := newLane(ctx, o, 0.05, 256)
			defer l.end()
			newLinear(first, terms, l, out).run()
			if len(narrow) == len(terms) {
				residues(first, narrow, l, out)
			}
		})
		if len(narrow) < leastShown {
			continue
		}
		wait.Go(func() {
			l := newLane(ctx, o, 0.425, 1024)
			defer l.end()
			m := newMeeting(first, narrow, l, o.Memory*7/16, out)
			m.recall(o.Known)
			m.run()
		})
	}
	if len(narrow) >= leastShown {
		wait.Go(func() {
			l := newLane(ctx, o, 0.05, 32)
			defer l.end()
			newSieve(narrow, l, o.Memory/8, out).run()
		})
	}
	wait.Wait()
}

// leastShown is with how few terms that fit 64 bits expressions are told apart:
// with one alone, everything that is worth it would be tried.
const leastShown = 2

// fitting returns the terms before the first that does not fit 64 bits, with its
// sign turned either way. What is told apart is so by these; what is found is run
// on all.
func fitting(terms []integer.Int) (narrow []int64) {
	for _, t := range terms {
		v, ok := t.Int64()
		if !ok || v == math.MinInt64 {
			break
		}
		narrow = append(narrow, v)
	}
	return narrow
}
