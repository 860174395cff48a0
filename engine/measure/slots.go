package measure

import (
	"context"
	"slices"
	"sync"
)

// A Priority orders the jobs that wait for a place.
type Priority int

// The priorities, the most pressing first.
const (
	Urgent     Priority = iota // an answer that a person waits for
	Foreground                 // the reading of the open text
	Background                 // all else
	priorities
)

// Slots lets a fixed number of jobs run at once. The more pressing job goes
// first, and a running job gives its place up to one when asked to yield.
type Slots struct {
	mu      sync.Mutex
	n       int
	free    int
	waiting [priorities][]chan struct{} // each first come first served
}

// NewSlots returns n places, at least one.
func NewSlots(n int) *Slots {
	n = max(n, 1)
	return &Slots{n: n, free: n}
}

// Len returns how many places there are.
func (s *Slots) Len() int { return s.n }

// Acquire waits for a place until ctx ends.
func (s *Slots) Acquire(ctx context.Context, p Priority) error {
	s.mu.Lock()
	if s.free > 0 {
		s.free--
		s.mu.Unlock()
		return nil
	}
	turn := make(chan struct{}, 1)
	s.waiting[p] = append(s.waiting[p], turn)
	s.mu.Unlock()
	select {
	case <-turn:
		return nil
	case <-ctx.Done():
		s.leave(p, turn)
		return ctx.Err()
	}
}

// leave takes a waiting job out of its queue; if its turn came meanwhile, that
// goes to the next.
func (s *Slots) leave(p Priority, turn chan struct{}) {
	s.mu.Lock()
	i := slices.Index(s.waiting[p], turn)
	if i >= 0 {
		s.waiting[p] = slices.Delete(s.waiting[p], i, i+1)
	}
	s.mu.Unlock()
	if i < 0 {
		s.Release()
	}
}

// Release gives a place back.
func (s *Slots) Release() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for p, queue := range s.waiting {
		if len(queue) > 0 {
			queue[0] <- struct{}{}
			s.waiting[p] = queue[1:]
			return
		}
	}
	s.free++
}

// Yield gives the place of a job to a more pressing one, if any waits, and
// returns when it has a place again. It returns false, without a place, when
// ctx ends first.
func (s *Slots) Yield(ctx context.Context, p Priority) bool {
	s.mu.Lock()
	pressed := false
	for _, queue := range s.waiting[:p] {
		pressed = pressed || len(queue) > 0
	}
	s.mu.Unlock()
	if !pressed {
		return true
	}
	s.Release()
	return s.Acquire(ctx, p) == nil
}

// Do runs work in a place. Work calls its yield often and stops when ctx ends.
// Do returns ctx's error if there was no place before it ended.
func (s *Slots) Do(ctx context.Context, p Priority, work func(yield func(context.Context))) error {
	if err := s.Acquire(ctx, p); err != nil {
		return err
	}
	placed := true
	defer func() {
		if placed {
			s.Release()
		}
	}()
	work(func(ctx context.Context) { placed = placed && s.Yield(ctx, p) })
	return nil
}
