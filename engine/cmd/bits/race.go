package main

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"time"

	"bitlens/engine/measure"
	"bitlens/engine/model"
	"bitlens/engine/zoo"
)

type raceCmd struct {
	Model   []string `short:"m" help:"The models, separated by commas; all for every one. Without it, those estimated under a minute."`
	Seconds float64  `help:"Stop each model after this many seconds; its row is then partial."`
	Raw     bool     `help:"Take the file's own bytes, whatever its encoding."`
	Files   []string `arg:"" name:"file" help:"The file to race over; of several, or of a folder, each text in turn, at most 64 MB each."`
}

// Run races models, each decoded and compared.
func (c raceCmd) Run(s *session) error {
	if len(c.Files) > 1 || isFolder(c.Files[0]) {
		return c.several(s)
	}
	return c.one(s, c.Files[0])
}

// one races over one file, whatever it holds.
func (c raceCmd) one(s *session, file string) error {
	doc, err := s.document(file, "", c.Raw)
	if err != nil {
		return err
	}
	entries, err := c.entries(s, doc.text.Len())
	if err != nil {
		return err
	}
	var failed error
	line := newRaceLine(s.err, "", entries, doc.text.Len())
	defer line.done()
	race := measure.Race{
		Entries: entries, Text: doc.text, Slots: measure.NewSlots(runtime.GOMAXPROCS(0)),
		Limit:    time.Duration(c.Seconds * float64(time.Second)),
		Progress: line.progress,
		Done: func(i int, r measure.Receipt, err error) {
			line.cameIn(i, func() { failed = errors.Join(failed, s.cameIn(nil, entries[i], r, err)) })
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

// cameIn prints a model's row behind what names it; only a failure is an error.
func (s *session) cameIn(names row, e *model.Entry, r measure.Receipt, err error) error {
	switch {
	case errors.Is(err, context.Canceled):
		return fmt.Errorf("%s: cancelled at byte %d", r.Model, r.OriginalBytes)
	case errors.Is(err, measure.ErrStopped):
		fmt.Fprintf(s.err, "%s: %v, at byte %d\n", r.Model, err, r.OriginalBytes)
	case err != nil:
		return fmt.Errorf("%s: %w", r.Model, err)
	}
	line := slices.Concat(names, receiptRow(r), row{{"partial", r.Partial}})
	if s.out.asJSON { // a table is wide enough without
		line = append(line, pricesRow(e, r)...)
	}
	s.out.print(line)
	return nil
}

// pricesRow is what the decoder and the time cost, for a text that was read
// whole.
func pricesRow(e *model.Entry, r measure.Receipt) row {
	prices := row{{"prior_bytes", e.PriorBytes}, {"program_bytes", zoo.ProgramBytes(e)},
		{"two_part_bytes", nil}, {"speed_prior_bits", nil}}
	if !r.Partial {
		prices[2].value, prices[3].value = measure.TwoPart(e, r.CompressedBytes), r.SpeedPrior()
	}
	return prices
}
