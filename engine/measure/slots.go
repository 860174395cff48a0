package measure

import (
	"context"
	"slices"
	"sync"
)

// Slots lets a fixed number of jobs run at once. An urgent job goes before all
// others, and a job that is not urgent gives its place up when asked to yield.
type Slots struct {
	mu     sync.Mutex
	free   int
	urgent []chan struct{} // waiting, first come first served
	others []chan struct{}
}

// NewSlots returns n places, at least one.
func NewSlots(n int) *Slots { return &Slots{free: max(n, 1)} }

// Acquire waits for a place until ctx ends.
func (s *Slots) Acquire(ctx context.Context, urgent bool) error {
	s.mu.Lock()
	if s.free > 0 {
		s.free--
		s.mu.Unlock()
		return nil
	}
	turn := make(chan struct{}, 1)
	queue := s.queue(urgent)
	*queue = append(*queue, turn)
	s.mu.Unlock()
	select {
	case <-turn:
		return nil
	case <-ctx.Done():
		s.leave(queue, turn)
		return ctx.Err()
	}
}

func (s *Slots) queue(urgent bool) *[]chan struct{} {
	if urgent {
		return &s.urgent
	}
	return &s.others
}

// leave takes a waiting job out of its queue; if its turn came meanwhile, that
// goes to the next.
func (s *Slots) leave(queue *[]chan struct{}, turn chan struct{}) {
	s.mu.Lock()
	i := slices.Index(*queue, turn)
	if i >= 0 {
		*queue = slices.Delete(*queue, i, i+1)
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
	for _, queue := range []*[]chan struct{}{&s.urgent, &s.others} {
		if len(*queue) > 0 {
			(*queue)[0] <- struct{}{}
			*queue = (*queue)[1:]
			return
		}
	}
	s.free++
}

// Yield gives the place of a job that is not urgent to one that is, if any
// waits, and returns when it has a place again. It returns false, without a
// place, when ctx ends first.
func (s *Slots) Yield(ctx context.Context) bool {
	s.mu.Lock()
	waiting := len(s.urgent) > 0
	s.mu.Unlock()
	if !waiting {
		return true
	}
	s.Release()
	return s.Acquire(ctx, false) == nil
}
