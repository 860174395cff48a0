package workspace

import (
	"context"
	"time"

	"bitlens/engine/measure"
)

// looked is how long the text must stand still on screen before the models are
// brought there.
const looked = 100 * time.Millisecond

// An approach brings copies of the models to where the text on screen begins,
// before anything is asked there: then every answer on screen is near.
type approach struct {
	timer  *time.Timer
	at     int
	cancel context.CancelFunc // nil when none is under way
}

// approachSoon approaches what is on screen once it stands still.
func (w *Workspace) approachSoon() {
	w.dropApproach()
	if len(w.distant()) == 0 {
		return
	}
	top, version := w.top, w.version
	w.approach.timer = time.AfterFunc(looked, func() {
		w.do(func() {
			if top == w.top && version == w.version {
				w.approachNow()
			}
		})
	})
}

// approachNow brings the models there one after the other.
func (w *Workspace) approachNow() {
	w.dropApproach()
	due := w.distant()
	if len(due) == 0 {
		return
	}
	ctx, cancel := context.WithCancel(context.Background())
	w.approach.at, w.approach.cancel = w.top, cancel
	go func(at int) {
		for _, q := range due {
			w.slots.Do(ctx, measure.Urgent, func(func(context.Context)) { _ = q.points.Approach(ctx, q.entry, q.text, at) })
		}
		w.do(func() {
			if ctx.Err() == nil {
				w.dropApproach()
			}
		})
	}(w.top)
}

// distant are the models that are to be brought to the screen.
func (w *Workspace) distant() (due []question) {
	for _, r := range []*Reading{w.reading, w.rival} {
		if r.distant(w.top) {
			due = append(due, question{r.entry, r.points, w.doc.Text, w.unit})
		}
	}
	return due
}

// distant reports whether r is worth bringing to an offset: a predictor that is
// not near, nor too far, and not reading the text for the first time, which
// goes first.
func (r *Reading) distant(at int) bool {
	if r == nil || r.entry.New == nil || r.Busy() && r.phase == measure.Encoding {
		return false
	}
	return !r.points.Near(at) && r.away(at) < maxReplay
}

// away estimates how long it takes to bring r to an offset.
func (r *Reading) away(at int) time.Duration {
	return time.Duration(r.entry.Nanos * float64(at-r.points.Nearest(at)))
}

// dropApproach stops what is under way.
func (w *Workspace) dropApproach() {
	if w.approach.timer != nil {
		w.approach.timer.Stop()
	}
	if w.approach.cancel != nil {
		w.approach.cancel()
	}
	w.approach = approach{}
}
