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
	near    State // the last state that At made, at some offset
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
// asking again nearby is quick.
const lead = 2 << 10

// At returns model e having read the first i bytes of t, a copy that may be
// taught. It starts from the nearest state that is kept.
func (c *Checkpoints) At(ctx context.Context, e *model.Entry, t text.Bytes, i int) (State, error) {
	if e.New == nil {
		return State{}, ErrSilent
	}
	s := c.From(e, i)
	if behind := i - lead; s.At < behind {
		if err := replay(ctx, &s, e, t, behind); err != nil {
			return s, err
		}
		if cloner, ok := s.Predictor.(model.Cloner); ok {
			near := s
			near.Predictor = cloner.Clone()
			c.mu.Lock()
			c.near = near
			c.mu.Unlock()
		}
	}
	err := replay(ctx, &s, e, t, i)
	return s, err
}

// replay teaches s the text up to offset i.
func replay(ctx context.Context, s *State, e *model.Entry, t text.Bytes, i int) error {
	return Predict(ctx, Job{Entry: e, Text: t.Prefix(i)}, s)
}
