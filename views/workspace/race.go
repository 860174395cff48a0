package workspace

import (
	"context"
	"time"

	"bitlens/engine/measure"
	"bitlens/engine/model"
)

// A RowState is where a model stands in the race.
type RowState int

// The states of a row.
const (
	Waiting RowState = iota // for a place
	Dear                    // for a click: it takes more than a minute
	Running
	Finished
	Failed
	Cancelled
)

// A Row is one model in the race.
type Row struct {
	Entry    *model.Entry
	State    RowState
	Estimate time.Duration
	Phase    measure.Phase
	Done     int // bytes of the phase
	Size     int64
	Memory   int64
	Began    time.Time
	Receipt  measure.Receipt
	Err      error
	Curve    measure.Curve
	total    int // bytes of the text
	// Windows are the costs stretch by stretch.
	Windows *measure.Windows
	// Trace is kept while all traces of the race fit traceBudget, else nil.
	Trace *measure.Trace
}

// stripes is how many windows a text is divided into, at most.
const stripes = 240

// newRow returns a row over n bytes that waits for a place.
func newRow(e *model.Entry, n int, keep bool) *Row {
	row := &Row{Entry: e, Estimate: measure.Estimate(e, n), total: n, Windows: measure.NewWindows(n, stripes)}
	if keep {
		row.Trace = measure.NewTrace(n)
	}
	return row
}

// traceBudget is how many bytes the traces of a race may take together.
const traceBudget = 128 << 20

// A Race is all models on the open text.
type Race struct {
	Rows   []*Row
	cancel context.CancelFunc
	left   int // rows that wait or run
}

// Busy reports whether rows are waiting for a place or running.
func (r *Race) Busy() bool { return r.left > 0 }

// Progress returns how far the race is, from 0 to 1, and about how long it
// still takes.
func (r *Race) Progress() (part float64, left time.Duration) {
	var all, open time.Duration
	for _, row := range r.Rows {
		switch row.State {
		case Waiting, Running:
			rest := time.Duration(float64(row.Estimate) * (1 - row.Part()))
			open += rest
			all += row.Estimate
		case Finished:
			all += row.Estimate
		}
	}
	if all == 0 {
		return 1, 0
	}
	return 1 - float64(open)/float64(all), open
}

// Part returns how far the row is, from 0 to 1.
func (row *Row) Part() float64 {
	if row.State == Finished {
		return 1
	}
	n := float64(max(row.total, 1))
	if row.Phase == measure.Decoding {
		return 0.5 + float64(row.Done)/n/2
	}
	return float64(row.Done) / n / 2
}

// Race returns the race over the open text; it has no rows before StartRace.
func (w *Workspace) Race() *Race { return w.race }

// StartRace runs all models on the text, the cheapest first. One that is
// estimated over a minute waits for RunRow.
func (w *Workspace) StartRace() {
	w.StopRace()
	w.race = &Race{}
	n := w.doc.Text.Len()
	entries := w.lineup()
	keep := int64(n)*4*int64(len(entries)) <= traceBudget
	var quick []*Row
	for _, e := range entries {
		row := newRow(e, n, keep)
		if row.Estimate > measure.Patience {
			row.State = Dear
		} else {
			quick = append(quick, row)
		}
		w.race.Rows = append(w.race.Rows, row)
	}
	w.run(quick)
	w.tell(RaceTopic)
}

// RunRow runs one row, again or at last.
func (w *Workspace) RunRow(row *Row) {
	if row.State == Waiting || row.State == Running {
		return
	}
	*row = *newRow(row.Entry, row.total, row.Trace != nil)
	w.run([]*Row{row})
	w.tell(RaceTopic)
}

// StopRace cancels what waits or runs; finished rows stay.
func (w *Workspace) StopRace() {
	if w.race == nil || w.race.cancel == nil {
		return
	}
	w.race.cancel()
	w.race.cancel = nil
	for _, row := range w.race.Rows {
		if row.State == Waiting || row.State == Running {
			row.State = Cancelled
		}
	}
	w.race.left = 0
	w.tell(RaceTopic)
}

// run runs rows in the background.
func (w *Workspace) run(rows []*Row) {
	r := w.race
	ctx, cancel := context.WithCancel(context.Background())
	if before := r.cancel; before != nil {
		r.cancel = func() { before(); cancel() }
	} else {
		r.cancel = cancel
	}
	r.left += len(rows)
	b := &batch{do: w.do, after: func() { w.tell(RaceTopic) }}
	deliver := func(f func()) {
		b.add(func() bool {
			if ctx.Err() != nil {
				return false
			}
			f()
			return true
		})
	}
	entries := make([]*model.Entry, len(rows))
	for i, row := range rows {
		entries[i] = row.Entry
	}
	race := measure.Race{
		Entries: entries, Text: w.doc.Text, Slots: w.slots,
		Start:    func(i int) { deliver(rows[i].start) },
		Progress: func(i int, p measure.Progress) { deliver(func() { rows[i].progress(p) }) },
		Done: func(i int, receipt measure.Receipt, err error) {
			deliver(func() { rows[i].done(receipt, err); r.left-- })
		},
	}
	go race.Run(ctx)
}

func (row *Row) start() { row.State, row.Began = Running, time.Now() }

// progress takes what is new of a row.
func (row *Row) progress(p measure.Progress) {
	row.Phase, row.Done, row.Size, row.Memory = p.Phase, p.Bytes, p.Compressed, p.State
	if len(p.Costs) == 0 {
		return
	}
	row.Curve.Append(p.Costs)
	row.Windows.Append(p.Costs)
	if row.Trace != nil {
		row.Trace.Put(p.Bytes-len(p.Costs), p.Costs)
	}
}

func (row *Row) done(receipt measure.Receipt, err error) {
	row.Receipt, row.Err, row.State = receipt, err, Finished
	row.Size, row.Memory = receipt.CompressedBytes, receipt.PeakBytes
	if err != nil {
		row.State = Failed
	}
}
