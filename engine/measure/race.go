package measure

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"sync"
	"time"

	"bitlens/engine/model"
	"bitlens/engine/text"
)

// Patience is the estimated time from which a model in a race is run only
// when it is named.
const Patience = 60 * time.Second

// Estimate returns about how long model e takes to archive n bytes: a
// predictor reads them twice.
func Estimate(e *model.Entry, n int) time.Duration {
	passes := 2.0
	if e.NewCodec != nil {
		passes = 1.2
	}
	return time.Duration(e.Nanos * passes * float64(n))
}

// A Race runs many models over one text.
type Race struct {
	Entries []*model.Entry
	Text    text.Bytes
	Slots   *Slots
	// Limit, if not zero, stops each model after that time.
	Limit time.Duration
	// Progress and Done are called from several goroutines, those of one entry
	// in order. Start comes before an entry's first Progress.
	Start    func(i int)
	Progress func(i int, p Progress)
	Done     func(i int, r Receipt, err error)
}

// ErrStopped says that a model was stopped at its time limit.
var ErrStopped = errors.New("stopped at the time limit")

// Run runs the race until all have come in or ctx ends. Models that wait for a
// place when ctx ends are Done with its error.
func (r *Race) Run(ctx context.Context) {
	var all sync.WaitGroup
	next := make(chan int)
	for range r.Slots.Len() {
		all.Go(func() {
			for i := range next {
				err := r.Slots.Do(ctx, Background, func(yield func(context.Context)) { r.one(ctx, i, yield) })
				if err != nil {
					r.Done(i, Receipt{Model: r.Entries[i].ID, Partial: true}, err)
				}
			}
		})
	}
	for _, i := range r.order() {
		next <- i
	}
	close(next)
	all.Wait()
}

// order returns the entries, the cheapest first.
func (r *Race) order() []int {
	order := make([]int, len(r.Entries))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(Estimate(r.Entries[a], 1000), Estimate(r.Entries[b], 1000))
	})
	return order
}

// one runs one model in the place that Run has taken for it.
func (r *Race) one(ctx context.Context, i int, yield func(context.Context)) {
	own := ctx
	if r.Limit > 0 {
		var cancel context.CancelFunc
		own, cancel = context.WithTimeout(ctx, r.Limit)
		defer cancel()
	}
	if r.Start != nil {
		r.Start(i)
	}
	job := Job{Entry: r.Entries[i], Text: r.Text, Yield: yield}
	if r.Progress != nil {
		job.Progress = func(p Progress) { r.Progress(i, p) }
	}
	receipt, err := Archive(own, job)
	if ctx.Err() == nil && errors.Is(err, context.DeadlineExceeded) {
		err = ErrStopped
	}
	r.Done(i, receipt, err)
}
