package workspace

import (
	"context"
	"sync"
	"time"
)

// frame is the least time between two deliveries of a job: 20 a second.
const frame = 50 * time.Millisecond

// A batch gathers news from jobs and delivers them to the window's goroutine
// together, at most 20 times a second; the first at once.
type batch struct {
	do    func(func())
	after func() // called once after news that counted
	mu    sync.Mutex
	news  []func() bool
	due   bool
	last  time.Time
}

// add delivers f soon, in the order of adding. f reports whether it was news.
func (b *batch) add(f func() bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.news = append(b.news, f)
	if b.due {
		return
	}
	b.due = true
	if wait := frame - time.Since(b.last); wait > 0 {
		time.AfterFunc(wait, b.deliver)
	} else {
		go b.deliver()
	}
}

// send delivers f soon, unless ctx has ended by then.
func (b *batch) send(ctx context.Context, f func()) {
	b.add(func() bool {
		if ctx.Err() != nil {
			return false
		}
		f()
		return true
	})
}

func (b *batch) deliver() {
	b.do(func() {
		b.mu.Lock()
		news := b.news
		b.news, b.due, b.last = nil, false, time.Now()
		b.mu.Unlock()
		counted := false
		for _, f := range news {
			counted = f() || counted
		}
		if counted {
			b.after()
		}
	})
}
