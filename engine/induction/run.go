package induction

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"bitlens/engine/induction/integer"
	"bitlens/engine/induction/language"
	"bitlens/engine/induction/search"
)

// A run gathers what two searches find.
type run struct {
	ahead int
	start time.Time
	tried atomic.Int64
	fresh chan struct{} // holds one while there is something new

	mu    sync.Mutex
	known map[string]bool
	x     Explanation
}

func newRun(terms []integer.Int, ahead int) *run {
	return &run{ahead: ahead, start: time.Now(), fresh: make(chan struct{}, 1), known: map[string]bool{},
		x: Explanation{Terms: terms, Literal: language.LiteralBits(terms)}}
}

// maxPrograms bounds the list; past it only shorter programs are taken.
const maxPrograms = 1 << 13

// found keeps a program.
func (r *run) found(f search.Found) {
	p := newProgram(f, len(r.x.Terms), r.ahead)
	r.mu.Lock()
	defer r.mu.Unlock()
	name := f.Program.String()
	if r.known[name] || len(r.known) >= maxPrograms && f.Bits >= r.x.Bound() {
		return
	}
	r.known[name] = true
	at, _ := slices.BinarySearchFunc(r.x.Programs, p, before)
	r.x.Programs = slices.Insert(r.x.Programs, at, p)
	if n := len(r.x.Curve); n == 0 || p.bits < r.x.Curve[n-1].Bits {
		r.x.Curve = append(r.x.Curve, Point{time.Since(r.start), p.bits})
	}
	r.renew()
}

// before orders programs by length, then by steps, then by name, so that the
// list does not depend on who was first.
func before(a, b *Program) int {
	return cmp.Or(cmp.Compare(a.bits, b.bits), cmp.Compare(a.steps, b.steps), strings.Compare(a.String(), b.String()))
}

func (r *run) phase(p search.Phase) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.x.Phase = p
	r.renew()
}

// renew says that there is something new.
func (r *run) renew() {
	select {
	case r.fresh <- struct{}{}:
	default:
	}
}

// now returns what is known, to keep.
func (r *run) now() Explanation {
	r.mu.Lock()
	defer r.mu.Unlock()
	x := r.x
	x.Programs, x.Curve = slices.Clone(x.Programs), slices.Clone(x.Curve)
	x.Tried, x.Elapsed = r.tried.Load(), time.Since(r.start)
	return x
}

// Times between two calls of tell: at least, and at most where nothing is new.
const (
	soonest = 50 * time.Millisecond
	latest  = 500 * time.Millisecond
)

// tell calls changed until the searches are over.
func (r *run) tell(changed func(Explanation), over <-chan struct{}) {
	tick := time.NewTicker(latest)
	defer tick.Stop()
	for {
		select {
		case <-over:
			return
		case <-r.fresh:
		case <-tick.C:
		}
		changed(r.now())
		select {
		case <-over:
			return
		case <-time.After(soonest):
		}
	}
}
