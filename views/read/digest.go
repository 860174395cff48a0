package read

import (
	"context"
	"time"

	"bitlens/engine/measure"
	"bitlens/engine/text"
	"bitlens/views/widgets"
	"bitlens/views/workspace"
)

// A digest keeps figures about the whole text that take a look at much of it,
// found apart from the window: a sample of what units cost, and how many
// characters there are.
type digest struct {
	w       *workspace.Workspace
	done    func() // called when figures are new
	stats   stats
	brushed stats     // of the brush; empty without one
	whole   []float64 // bits a byte along the text, for the minimap
	zoom    [2]int    // the bytes that profiles are of; empty for all
	along   []float64 // along these bytes, of the model that reads
	rival   []float64 // and of the one beside it
	chars   int       // in version counted
	counted int       // the version of the text that chars is of, -1 for none
	version int       // of the text that is looked at
	busy    bool
	again   bool
	last    time.Time
	cancel  context.CancelFunc
}

func newDigest(w *workspace.Workspace, done func()) *digest {
	return &digest{w: w, done: done, counted: -1, cancel: func() {}}
}

// profileCells is how many points a profile has.
const profileCells = 300

// pause is the least time between two looks.
const pause = 250 * time.Millisecond

// look has the figures renewed. Looks that come while one is under way become
// one.
func (d *digest) look() {
	if d.busy {
		d.again = true
		if d.version != d.w.Version() {
			d.cancel() // it counts a text that is gone
		}
		return
	}
	d.busy, d.again = true, false
	t, unit, version := d.w.Text(), d.w.Unit(), d.w.Version()
	d.version = version
	known, value, scale := d.w.Reading().Trace().Known(), d.w.Frozen(), scaleOf(d.w.Measure())
	costs, lo, hi := d.w.Reading().Trace().Costs(), 0, t.Len()
	if d.zoom[0] < d.zoom[1] {
		lo, hi = d.zoom[0], min(d.zoom[1], t.Len())
	}
	other, otherKnown := text.Seq[uint32]{}, 0
	if rival := d.w.Rival(); rival != nil {
		other, otherKnown = rival.Trace().Costs(), rival.Trace().Known()
	}
	brushLo, brushHi := d.w.Brush()
	count := d.due()
	wait := pause - time.Since(d.last)
	ctx, cancel := context.WithCancel(context.Background())
	d.cancel = cancel
	go func() {
		select {
		case <-time.After(wait):
		case <-ctx.Done():
		}
		s := sample(t, 0, known, unit, scale, value)
		brushed := sample(t, brushLo, min(brushHi, known), unit, scale, value)
		whole := measure.Profile(costs, known, 0, t.Len(), widgets.MinimapCells)
		along := measure.Profile(costs, known, lo, hi, profileCells)
		rival := measure.Profile(other, otherKnown, lo, hi, profileCells)
		chars := 0
		if count {
			chars = countUnits(ctx, t, text.Char)
		}
		d.w.Do(func() {
			cancel()
			d.busy, d.last, d.stats = false, time.Now(), s
			d.brushed, d.whole, d.along, d.rival = brushed, whole, along, rival
			if count {
				d.chars, d.counted = chars, version
			}
			d.done()
			if d.again || d.due() {
				d.look()
			}
		})
	}()
}

// due reports whether the text has been read to its end, and its characters are
// not counted yet.
func (d *digest) due() bool {
	return d.counted != d.w.Version() && d.w.Reading().Trace().Known() == d.w.Text().Len()
}
