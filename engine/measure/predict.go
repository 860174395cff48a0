package measure

import (
	"context"
	"time"
)

// Predict charges the job's text from where s stands, teaching s as it goes,
// and reports the costs. It writes no archive.
func Predict(ctx context.Context, j Job, s *State) error {
	var costs []uint32
	last := time.Now()
	piece := pieceLen(j.Entry)
	report := func() {
		if j.Progress != nil && len(costs) > 0 {
			j.Progress(Progress{Bytes: s.At, Costs: costs})
		}
		costs, last = nil, time.Now()
	}
	for s.At < j.Text.Len() {
		if j.Yield != nil {
			j.Yield(ctx)
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		for _, b := range j.Text.Slice(s.At, s.At+piece) {
			s.Predictor.Code(&s.Meter, b)
			costs = append(costs, s.Meter.Take())
			s.At++
		}
		if j.Keep != nil {
			j.Keep(*s)
		}
		if time.Since(last) >= interval {
			report()
		}
	}
	report()
	return nil
}
