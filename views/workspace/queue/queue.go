// Package queue is the window's goroutine of a test: what jobs bring waits
// until the test runs it, so that nothing races with the test.
package queue

import (
	"sync"
	"testing"
	"time"
)

// A Queue holds what is to be done on the window's goroutine.
type Queue struct {
	mu   sync.Mutex
	work []func()
}

// Do has f done later; give it to workspace.New.
func (q *Queue) Do(f func()) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.work = append(q.work, f)
}

func (q *Queue) take() []func() {
	q.mu.Lock()
	defer q.mu.Unlock()
	work := q.work
	q.work = nil
	return work
}

// patience is how long anything may take on a slow machine.
const patience = 5 * time.Minute

// Until does what waits until ok, and fails the test if that takes too long.
func (q *Queue) Until(t testing.TB, what string, ok func() bool) {
	t.Helper()
	for end := time.Now().Add(patience); !ok(); time.Sleep(time.Millisecond) {
		for _, f := range q.take() {
			f()
		}
		if time.Now().After(end) {
			t.Fatalf("waited %v for %s", patience, what)
		}
	}
}
