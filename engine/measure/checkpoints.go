package measure

import (
	"context"
	"slices"
	"sort"
	"sync"

	"bitlens/engine/model"
	"bitlens/engine/text"
)

// Spacing is the least distance of two checkpoints in bytes.
const Spacing = 64 << 10

// copyNanos is what copying a byte of a predictor takes, about, in nanoseconds,
// fresh memory included; copies may take a tenth of the time of reading.
const copyNanos, copyShare = 1.0, 0.1

// A Checkpoints keeps copies of a predictor along a text, so that it can go on
// from before an edit, or be asked what it expected somewhere. It holds at
// most its budget in bytes: when that is full every second copy goes and the
// distance doubles. It may be used by several goroutines.
type Checkpoints struct {
	mu      sync.Mutex
	budget  int64
	nanos   float64 // the price of reading a byte
	spacing int
	kept    []State // ascending
	sizes   []int64
	near    State // the last state that was asked for, at some offset
	coming  approach
}

// NewCheckpoints returns an empty set of copies of model e that keeps at most
// budget bytes.
func NewCheckpoints(e *model.Entry, budget int64) *Checkpoints {
	return &Checkpoints{budget: budget, nanos: max(e.Nanos, 1), spacing: Spacing}
}

// Keep copies s if it is due and can be copied within half of the budget.
// It is meant for Job.Keep.
func (c *Checkpoints) Keep(s State) {
	size := stateBytes(s.Predictor)
	cloner, ok := s.Predictor.(model.Cloner)
	if !ok || !c.due(s.At, size) {
		return
	}
	s.Predictor = cloner.Clone()   // unlocked: others need not wait for a copy
	size = stateBytes(s.Predictor) // without the room that the original keeps to grow
	c.mu.Lock()
	defer c.mu.Unlock()
	c.kept, c.sizes = append(c.kept, s), append(c.sizes, size)
	for c.bytes() > c.budget {
		c.thin()
	}
}

// due reports whether a copy of size bytes is to be made at an offset.
func (c *Checkpoints) due(at int, size int64) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	last := 0
	if n := len(c.kept); n > 0 {
		last = c.kept[n-1].At
	}
	dear := float64(at-last)*c.nanos*copyShare < float64(size)*copyNanos
	return at >= last+c.spacing && !dear && size <= c.budget/2
}

func stateBytes(p model.Predictor) int64 {
	if s, ok := p.(model.Sizer); ok {
		return s.StateBytes()
	}
	return 0
}

func (c *Checkpoints) bytes() (sum int64) {
	for _, n := range c.sizes {
		sum += n
	}
	return sum
}

// thin drops every second copy, the last one included.
func (c *Checkpoints) thin() {
	n := 0
	for i := 0; i < len(c.kept); i++ {
		if i%2 == 1 {
			c.kept[n], c.sizes[n] = c.kept[i], c.sizes[i]
			n++
		}
	}
	clear(c.kept[n:])
	c.kept, c.sizes = c.kept[:n], c.sizes[:n]
	c.spacing *= 2
}

// Cut returns a set of what has read no further than offset i, for a text that
// was edited there. It is another set: a run over the text as it was may still
// add to the old one.
func (c *Checkpoints) Cut(i int) *Checkpoints {
	c.mu.Lock()
	defer c.mu.Unlock()
	n := sort.Search(len(c.kept), func(k int) bool { return c.kept[k].At > i })
	d := &Checkpoints{budget: c.budget, nanos: c.nanos, spacing: c.spacing}
	d.kept, d.sizes = slices.Clone(c.kept[:n]), slices.Clone(c.sizes[:n])
	if c.near.At <= i {
		d.near = c.near
	}
	return d
}

// Nearest returns the offset of the last state at or before offset i, from
// where a replay would start.
func (c *Checkpoints) Nearest(i int) int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.before(i).At
}

// before returns the last state at or before i; the zero State is the start.
func (c *Checkpoints) before(i int) State {
	var s State
	if n := sort.Search(len(c.kept), func(k int) bool { return c.kept[k].At > i }); n > 0 {
		s = c.kept[n-1]
	}
	if c.near.Predictor != nil && c.near.At <= i && c.near.At > s.At {
		s = c.near
	}
	return s
}

// From returns a state of model e that has read at most i bytes of the text,
// as many as can be had without reading: a copy that may be taught.
func (c *Checkpoints) From(e *model.Entry, i int) State {
	c.mu.Lock()
	s := c.before(i)
	c.mu.Unlock()
	if cloner, ok := s.Predictor.(model.Cloner); ok {
		s.Predictor = cloner.Clone()
		return s
	}
	return State{Predictor: e.Predictor()}
}

// lead is how far before the asked offset At leaves a state behind, so that
// asking again nearby is quick; reach is how far behind that state may lie before
// another takes its place.
const lead, reach = 2 << 10, 16 << 10

// At returns model e having read the first i bytes of t, a copy that may be
// taught. It starts from the nearest state that is kept, or that an Approach
// under way is about to keep.
func (c *Checkpoints) At(ctx context.Context, e *model.Entry, t text.Bytes, i int) (State, error) {
	if e.New == nil {
		return State{}, ErrSilent
	}
	c.await(ctx, i)
	s := c.From(e, i)
	if s.At < i-reach {
		if err := replay(ctx, &s, e, t, i-lead); err != nil {
			return s, err
		}
		c.leave(s)
	}
	err := replay(ctx, &s, e, t, i)
	return s, err
}

// Approach leaves a state of model e near offset i of t, so that asking soon
// after i is quick. Who asks meanwhile waits for it.
func (c *Checkpoints) Approach(ctx context.Context, e *model.Entry, t text.Bytes, i int) error {
	if c.Near(i) {
		return nil
	}
	coming := approach{i, make(chan struct{})}
	c.mu.Lock()
	c.coming = coming
	c.mu.Unlock()
	defer close(coming.over)
	s := c.From(e, i)
	if err := replay(ctx, &s, e, t, i); err != nil {
		return err
	}
	c.leave(s)
	return nil
}

// Near reports whether a state is kept that offset i is soon reached from.
func (c *Checkpoints) Near(i int) bool { return c.Nearest(i) >= i-reach }

// An approach is a state that is about to be kept.
type approach struct {
	at   int
	over chan struct{} // closed when it is, or will not be
}

// await waits for an approach that ends nearer before i than what is kept.
func (c *Checkpoints) await(ctx context.Context, i int) {
	c.mu.Lock()
	coming, kept := c.coming, c.before(i).At
	c.mu.Unlock()
	if coming.over == nil || coming.at > i || coming.at <= kept {
		return
	}
	select {
	case <-coming.over:
	case <-ctx.Done():
	}
}

// leave keeps a copy of s as the state last asked for.
func (c *Checkpoints) leave(s State) {
	cloner, ok := s.Predictor.(model.Cloner)
	if !ok {
		return
	}
	s.Predictor = cloner.Clone()
	c.mu.Lock()
	c.near = s
	c.mu.Unlock()
}

// replay teaches s the text up to offset i.
func replay(ctx context.Context, s *State, e *model.Entry, t text.Bytes, i int) error {
	return Predict(ctx, Job{Entry: e, Text: t.Prefix(i)}, s)
}
