package main

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync"
	"time"

	"bitlens/engine/measure"
	"bitlens/engine/model"
)

type raceCmd struct {
	Model   []string `short:"m" help:"The models, separated by commas; all for every one. Without it, those estimated under a minute."`
	Seconds float64  `help:"Stop each model after this many seconds; its row is then partial."`
	Raw     bool     `help:"Take the file's own bytes, whatever its encoding."`
	File    string   `arg:"" help:"The file to race over."`
}

// Run races models, each decoded and compared.
func (c raceCmd) Run(s *session) error {
	doc, err := s.document(c.File, "", c.Raw)
	if err != nil {
		return err
	}
	entries, err := c.entries(s, doc.text.Len())
	if err != nil {
		return err
	}
	var mu sync.Mutex
	var failed error
	race := measure.Race{
		Entries: entries, Text: doc.text, Slots: measure.NewSlots(runtime.GOMAXPROCS(0)),
		Limit: time.Duration(c.Seconds * float64(time.Second)),
		Done: func(_ int, r measure.Receipt, err error) {
			mu.Lock()
			defer mu.Unlock()
			failed = errors.Join(failed, s.cameIn(r, err))
		},
	}
	race.Run(s.ctx)
	return failed
}

// entries returns the named models, or those that are quick on n bytes.
func (c raceCmd) entries(s *session, n int) ([]*model.Entry, error) {
	if len(c.Model) > 0 {
		return openModels(c.Model)
	}
	all, err := openModels([]string{"all"})
	var quick []*model.Entry
	for _, e := range all {
		if d := measure.Estimate(e, n); d > measure.Patience {
			fmt.Fprintf(s.err, "%s is left out: about %v; name it with -m to run it\n", e.ID, d.Round(time.Second))
			continue
		}
		quick = append(quick, e)
	}
	return quick, err
}

// cameIn prints a model's row; only a failure is an error.
func (s *session) cameIn(r measure.Receipt, err error) error {
	switch {
	case errors.Is(err, context.Canceled):
		return fmt.Errorf("%s: cancelled at byte %d", r.Model, r.OriginalBytes)
	case errors.Is(err, measure.ErrStopped):
		fmt.Fprintf(s.err, "%s: %v, at byte %d\n", r.Model, err, r.OriginalBytes)
	case err != nil:
		return fmt.Errorf("%s: %w", r.Model, err)
	}
	s.out.print(append(receiptRow(r), cell{"partial", r.Partial}))
	return nil
}
