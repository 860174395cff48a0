package search

import (
	"context"
	"sync/atomic"
)

// A lane is one goroutine of a search. It counts what it tries, and looks at
// the clock once in a while.
type lane struct {
	ctx   context.Context
	tried *atomic.Int64 // by all lanes
	left  int64         // expressions it may still try
	since int64         // expressions not yet told
	over  bool          // it is to end
}

// checkEvery keeps the look at the clock cheap: at a microsecond an expression
// a lane ends within some milliseconds.
const checkEvery = 1 << 10

func newLane(ctx context.Context, tried *atomic.Int64, budget int64) *lane {
	return &lane{ctx: ctx, tried: tried, left: budget}
}

// count counts one expression.
func (l *lane) count() {
	if l.since++; l.since >= min(checkEvery, l.left) {
		l.stopped()
	}
}

// stopped tells what was tried, and whether the lane is to end.
func (l *lane) stopped() bool {
	l.tried.Add(l.since)
	l.left -= l.since
	l.since = 0
	l.over = l.over || l.left <= 0 || l.ctx.Err() != nil
	return l.over
}
