package workspace

import (
	"context"

	"bitlens/engine/measure"
)

// begin takes over what a row of the race has found out about the text as it
// stands; where none has, the model reads it.
func (r *Reading) begin() {
	for _, row := range r.w.race.Rows {
		if row.Entry.ID == r.entry.ID && row.holds(r.w.doc.Text.Len()) {
			r.takeOver(row)
			return
		}
	}
	r.start()
}

// holds reports whether a row knows all about a text of n bytes.
func (row *Row) holds(n int) bool {
	return row.State == Finished && row.Trace != nil && row.Trace.Known() == n && row.Receipt.OriginalBytes == int64(n)
}

// takeOver shows at once what a row knows. A predictor reads the text once
// more behind it, for the copies that peeks resume from.
func (r *Reading) takeOver(row *Row) {
	r.trace = row.Trace.Clone()
	if r.entry.New != nil {
		r.run(r.keepPoints)
	}
	receipt := row.Receipt
	r.receipt = &receipt
}

// keepPoints reads the text and tells no costs: they are known.
func (r *Reading) keepPoints(ctx context.Context, j measure.Job) {
	tell := j.Progress
	j.Progress = func(p measure.Progress) { p.Costs = nil; tell(p) }
	s := r.points.From(r.entry, 0)
	_ = measure.Predict(ctx, j, &s) // fails only when it is cancelled
	r.deliver(ctx, func() { r.busy = false })
}
