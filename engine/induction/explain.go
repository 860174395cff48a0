package induction

import (
	"context"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"bitlens/engine/induction/judge"
	"bitlens/engine/induction/language"
	"bitlens/engine/induction/search"
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

// A Listener hears of what is found while a search runs, one call at a time. A
// func that is nil is not called.
type Listener struct {
	Found func(*Program)
	Phase func(search.Phase) // of the honest search
}

// An Explanation is what a search knows.
type Explanation struct {
	Terms    []int64
	Literal  int        // the length of the literal program in bits
	Programs []*Program // the shortest first
	Curve    []Point    // the bound against time
	Phase    search.Phase
	Tried    int64 // programs, by both searches

	ahead    int
	start    time.Time
	mu       sync.Mutex
	listener Listener
	known    map[string]bool
}

// A Point of the curve: from this time on the shortest program has so many
// bits.
type Point struct {
	After time.Duration
	Bits  int
}

// Explain looks for programs that give the terms until ctx is done or the
// budget is spent, and returns what was found.
func Explain(ctx context.Context, terms []int64, o Options, l Listener) *Explanation {
	e := &Explanation{Terms: terms, Literal: language.LiteralBits(terms), ahead: o.Ahead, start: time.Now(), listener: l, known: map[string]bool{}}
	if e.ahead <= 0 {
		e.ahead = 3
	}
	var tried atomic.Int64
	if o.Workers <= 0 {
		o.Workers = runtime.GOMAXPROCS(0)
	}
	bounds := search.Options{Turns: search.NewTurns(o.Workers), Memory: o.Memory, Budget: o.Budget, Tried: &tried, Known: o.Known}
	var wait sync.WaitGroup
	wait.Go(func() { search.Fast(ctx, terms, bounds, e.found) })
	wait.Go(func() { search.Honest(ctx, terms, bounds, e.found, e.phase) })
	wait.Wait()
	e.Tried = tried.Load()
	return e
}

// found keeps a program and tells of it.
func (e *Explanation) found(f search.Found) {
	p := newProgram(f, len(e.Terms), e.ahead)
	e.mu.Lock()
	defer e.mu.Unlock()
	name := f.Program.String()
	if e.known[name] || len(e.known) >= maxPrograms && f.Bits >= e.Bound() {
		return
	}
	e.known[name] = true
	at, _ := slices.BinarySearchFunc(e.Programs, p, before)
	e.Programs = slices.Insert(e.Programs, at, p)
	if at == 0 && (len(e.Curve) == 0 || p.bits < e.Curve[len(e.Curve)-1].Bits) {
		e.Curve = append(e.Curve, Point{time.Since(e.start), p.bits})
	}
	if e.listener.Found != nil {
		e.listener.Found(p)
	}
}

// maxPrograms bounds the list; past it only shorter programs are taken.
const maxPrograms = 1 << 13

// before orders programs by length, then by steps, then by name, so that the
// list does not depend on who was first.
func before(a, b *Program) int {
	if a.bits != b.bits {
		return a.bits - b.bits
	}
	if a.steps != b.steps {
		return int(min(max(a.steps-b.steps, -1), 1))
	}
	return slices.Compare([]byte(a.String()), []byte(b.String()))
}

func (e *Explanation) phase(p search.Phase) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.Phase = p
	if e.listener.Phase != nil {
		e.listener.Phase(p)
	}
}

// Bound returns the length of the shortest program known, in bits: never more
// than the literal one.
func (e *Explanation) Bound() int {
	if len(e.Programs) == 0 {
		return e.Literal
	}
	return min(e.Literal, e.Programs[0].bits)
}

// Gain returns by how many bits the shortest program is below the literal one.
func (e *Explanation) Gain() int { return e.Literal - e.Bound() }

// Bets returns a judge's bets on the next k terms; k is at most what was asked
// for ahead.
func (e *Explanation) Bets(j judge.Judge, k int) []judge.Bet {
	ps := make([]judge.Program, len(e.Programs))
	for i, p := range e.Programs {
		ps[i] = p
	}
	return j.Bets(ps, k, e.Literal)
}
