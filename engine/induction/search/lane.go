package search

import (
	"context"
	"sync/atomic"
)

// Turns let only so many goroutines of one or several searches run at a time.
type Turns chan struct{}

// NewTurns returns turns for a number of workers, at least 1.
func NewTurns(workers int) Turns { return make(Turns, max(1, workers)) }

// A lane is one goroutine of a search. It counts what it tries, and once in a
// while looks at the clock and lets another lane have its turn.
type lane struct {
	ctx   context.Context
	turns Turns
	tried *atomic.Int64 // by all lanes
	left  int64         // expressions it may still try
	since int64         // expressions not yet told
	every int64         // after so many they are
	over  bool          // it is to end
}

// newLane waits for a turn and begins a lane that may try a share of the
// budget. It looks at the clock after each so many expressions, which should
// take it well under a millisecond. It must be ended.
func newLane(ctx context.Context, o Options, share float64, every int64) *lane {
	l := &lane{ctx: ctx, turns: o.Turns, tried: o.Tried, left: int64(float64(o.Budget) * share), every: every}
	l.turns <- struct{}{}
	l.over = ctx.Err() != nil
	return l
}

func (l *lane) end() {
	l.tried.Add(l.since)
	<-l.turns
}

// count counts one expression.
func (l *lane) count() {
	if l.over {
		return
	}
	if l.since++; l.since >= min(l.every, l.left) {
		l.stopped()
	}
}

// stopped tells what was tried, and whether the lane is to end.
func (l *lane) stopped() bool {
	l.tried.Add(l.since)
	l.left -= l.since
	l.since = 0
	<-l.turns
	l.turns <- struct{}{}
	l.over = l.over || l.left <= 0 || l.ctx.Err() != nil
	return l.over
}
