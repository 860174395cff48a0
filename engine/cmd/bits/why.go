package main

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"bitlens/engine/measure"
	"bitlens/engine/model"
	"bitlens/engine/text"
)

type whyCmd struct {
	Model      []string `short:"m" default:"cm" help:"The models, separated by commas (${default})."`
	At         *int     `help:"Explain what holds this byte of the text, counted from 0." placeholder:"OFFSET" xor:"place" required:""`
	Surprising *int     `help:"Explain the N units that cost the first model most: words, unless --unit says otherwise." placeholder:"N" xor:"place" required:""`
	Unit       string   `help:"char or word (char, with --surprising word)."`
	Top        int      `default:"5" help:"How many of the likeliest characters to list (${default})."`
	Encoding   string   `help:"Read the file in this encoding." xor:"encoding"`
	Raw        bool     `help:"Take the file's own bytes, as compress does." xor:"encoding"`
	File       string   `arg:"" help:"The file to explain."`
}

// Help says what the figures are.
func (whyCmd) Help() string {
	return `Each model reads the text up to there and says what it expects. A character is explained and charged whole, wherever in it OFFSET lies; of a word the bits are those of all its bytes, and all else is of its first character. Offsets are of the text as it is measured, in UTF-8 unless --raw.

expected is the entropy of the next byte; seen at is the offset behind the last place where the context stood before. Inputs are what the model's parts weigh: their share of the prediction, or the bits they add to the odds of the likeliest byte.`
}

// Run explains what a unit cost.
func (c whyCmd) Run(s *session) error {
	entries, unit, err := c.check()
	if err != nil {
		return err
	}
	doc, err := s.document(c.File, c.Encoding, c.Raw)
	if err != nil {
		return err
	}
	places, err := c.places(s, entries[0], doc.text, unit)
	if err != nil {
		return err
	}
	found := map[span][]finding{}
	for _, e := range entries {
		if err := c.ask(s, e, doc.text, places, found); err != nil {
			return aboutFile(c.File, err)
		}
	}
	for _, at := range places {
		for _, f := range found[at] {
			s.out.finding(&f)
		}
	}
	return nil
}

// check holds the flags against what they may be.
func (c whyCmd) check() ([]*model.Entry, text.Unit, error) {
	unit, ok := map[string]text.Unit{"": text.Char, "char": text.Char, "word": text.Word}[c.Unit]
	if c.Unit == "" && c.Surprising != nil {
		unit = text.Word
	}
	entries, err := openModels(c.Model)
	switch {
	case err != nil:
	case !ok:
		err = fmt.Errorf("cannot explain a %s; known units: char, word", c.Unit)
	case c.Surprising != nil && *c.Surprising < 1:
		err = errors.New("--surprising takes a number from 1 on")
	case c.Top < 0 || c.Top > measure.MaxRank:
		err = fmt.Errorf("--top takes a number from 0 to %d", measure.MaxRank)
	}
	for _, e := range entries {
		if err == nil && e.New == nil {
			err = errors.New(e.ID + " is a codec: it has no expectation to explain")
		}
	}
	if err != nil {
		return nil, unit, usageError{err}
	}
	return entries, unit, nil
}

// A span is a unit of the text: [lo,hi).
type span struct{ lo, hi int }

// places returns the units that are asked for, in the order of the answers.
func (c whyCmd) places(s *session, e *model.Entry, t text.Bytes, unit text.Unit) ([]span, error) {
	n := t.Len()
	if n == 0 {
		return nil, fmt.Errorf("%s: the text is empty", c.File)
	}
	if c.Surprising != nil {
		return c.surprising(s, e, t, unit)
	}
	at := *c.At
	if at < 0 || at >= n {
		return nil, usageError{fmt.Errorf("%s: there is no byte %d: the text has %d, from 0 to %d", c.File, at, n, n-1)}
	}
	lo, hi := unit.At(t, at)
	return []span{{lo, hi}}, nil
}

// surprising returns the units that cost model e most, the dearest first.
func (c whyCmd) surprising(s *session, e *model.Entry, t text.Bytes, unit text.Unit) ([]span, error) {
	read, err := charge(s, e, t, nil)
	if err != nil {
		return nil, aboutFile(c.File, err)
	}
	price := map[span]uint64{}
	var all []span
	for lo, hi := range unit.All(t) {
		u := span{lo, hi}
		all = append(all, u)
		for _, b := range read.costs[lo:hi] {
			price[u] += uint64(b)
		}
	}
	slices.SortStableFunc(all, func(a, b span) int { return cmp.Compare(price[b], price[a]) })
	return all[:min(*c.Surprising, len(all))], nil
}
