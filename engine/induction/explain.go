package induction

import (
	"context"
	"runtime"
	"sync"
	"time"

	"bitlens/engine/induction/integer"
	"bitlens/engine/induction/judge"
	"bitlens/engine/induction/language"
	"bitlens/engine/induction/search"
	"bitlens/engine/induction/turing"
)

// Options bound a search. The time is bounded by its context.
type Options struct {
	Ahead   int   // terms that programs go on for; 0 is 3
	Workers int   // goroutines that run at a time; 0 is one for each processor
	Memory  int64 // bytes; 0 is 1 GB
	Budget  int64 // programs that each search tries; 0 is without a bound
	// Known are programs that explained other sequences, whose bodies are tried
	// as parts.
	Known []*language.Program
}

// An Explanation is what a search knows at some time.
type Explanation struct {
	Terms    []integer.Int
	Literal  int               // the length of the literal program in bits
	Programs []*Program        // the shortest first
	Machines []*turing.Program // of terms of 0 and 1, those of up to four states; the shortest first
	Curve    []Point           // the bound against time
	Phase    search.Phase
	Tried    int64 // programs, by both searches
	Elapsed  time.Duration
}

// A Point of the curve: from this time on the shortest program has so many
// bits.
type Point struct {
	After time.Duration
	Bits  int
}

// Explain looks for programs that give the terms until ctx is done or the
// budget is spent, and returns what was found. While it runs it calls changed,
// unless that is nil, with what is known so far: one call at a time, at most
// twenty a second, and twice a second where nothing is new.
func Explain(ctx context.Context, terms []integer.Int, o Options, changed func(Explanation)) Explanation {
	if o.Workers <= 0 {
		o.Workers = runtime.GOMAXPROCS(0)
	}
	if o.Ahead <= 0 {
		o.Ahead = 3
	}
	r := newRun(terms, o.Ahead)
	bounds := search.Options{Turns: search.NewTurns(o.Workers), Memory: o.Memory, Budget: o.Budget, Tried: &r.tried, Known: o.Known}
	over := make(chan struct{})
	var wait, news sync.WaitGroup
	wait.Go(func() { search.Fast(ctx, terms, bounds, r.found) })
	wait.Go(func() { r.machines(ctx) })
	wait.Go(func() { search.Honest(ctx, terms, bounds, r.found, r.phase) })
	if changed != nil {
		news.Go(func() { r.tell(changed, over) })
	}
	wait.Wait()
	close(over)
	news.Wait()
	return r.now()
}

// Bound returns the length of the shortest program known, in bits: never more
// than the literal one.
func (e Explanation) Bound() int {
	if len(e.Programs) == 0 {
		return e.Literal
	}
	return min(e.Literal, e.Programs[0].bits)
}

// Gain returns by how many bits the shortest program is below the literal one.
func (e Explanation) Gain() int { return e.Literal - e.Bound() }

// Bets returns a judge's bets on the next k terms; k is at most what was asked
// for ahead.
func (e Explanation) Bets(j judge.Judge, k int) []judge.Bet {
	return bets(j, e.Programs, k, e.Literal)
}
