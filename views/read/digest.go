package read

import (
	"context"
	"time"

	"bitlens/engine/text"
	"bitlens/views/workspace"
)

// A digest keeps figures about the whole text that take a look at much of it,
// found apart from the window: a sample of what units cost, and how many
// characters there are.
type digest struct {
	w       *workspace.Workspace
	done    func() // called when figures are new
	stats   stats
	chars   int // in version counted
	counted int // the version of the text that chars is of, -1 for none
	version int // of the text that is looked at
	busy    bool
	again   bool
	last    time.Time
	cancel  context.CancelFunc
}

func newDigest(w *workspace.Workspace, done func()) *digest {
	return &digest{w: w, done: done, counted: -1, cancel: func() {}}
}

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
	count := d.due()
	wait := pause - time.Since(d.last)
	ctx, cancel := context.WithCancel(context.Background())
	d.cancel = cancel
	go func() {
		select {
		case <-time.After(wait):
		case <-ctx.Done():
		}
		s := sample(t, known, unit, scale, value)
		chars := 0
		if count {
			chars = countUnits(ctx, t, text.Char)
		}
		d.w.Do(func() {
			cancel()
			d.busy, d.last, d.stats = false, time.Now(), s
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
