package measure

import (
	"context"
	"time"

	"bitlens/engine/model"
)

// A Matrix races models over several texts, one text after another, so that
// one text is in memory at a time and never more models run than there are
// slots.
type Matrix struct {
	Entries []*model.Entry
	Sources []Source
	Slots   *Slots
	Limit   time.Duration
	// Opened tells the bytes of a text whose turn has come, or why it is left
	// out. Progress, if not nil, and Done are Race's, called from several
	// goroutines.
	Opened   func(source int, n int, err error)
	Progress func(entry int, p Progress)
	Done     func(source, entry int, r Receipt, err error)
}

// Run runs the matrix until all have come in or ctx ends.
func (m *Matrix) Run(ctx context.Context) {
	for s, source := range m.Sources {
		if ctx.Err() != nil {
			return
		}
		t, err := source.Load()
		m.Opened(s, t.Len(), err)
		if err != nil {
			continue
		}
		race := Race{Entries: m.Entries, Text: t, Slots: m.Slots, Limit: m.Limit, Progress: m.Progress,
			Done: func(e int, r Receipt, err error) { m.Done(s, e, r, err) }}
		race.Run(ctx)
	}
}
