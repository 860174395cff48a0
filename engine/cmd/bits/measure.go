package main

import (
	"context"
	"encoding/hex"
	"errors"
	"unicode/utf8"

	"bitlens/engine/measure"
	"bitlens/engine/model"
	"bitlens/engine/text"
)

type measureCmd struct {
	Model    []string `short:"m" default:"cm" help:"The models, separated by commas (${default})."`
	Unit     string   `default:"char" help:"byte, char, word, token (of o200k; token:cl100k, token:r50k), sentence, line, paragraph, or a pattern /RE/ (${default})."`
	Each     bool     `help:"Print a row for each unit first."`
	Rank     bool     `help:"With --each: the rank of the unit, or of its first character, and that of its least expected byte among all 256."`
	Expected bool     `help:"With --each: the bits that were expected, the entropy of each prediction summed over the unit."`
	Guesses  int      `help:"First print what the model writes, so many bytes behind a prompt, when it has read 1,000 bytes, ten times as many, and so on, and all." placeholder:"N"`
	Task     task     `embed:""`
	Encoding string   `help:"Read the file in this encoding." xor:"encoding"`
	Raw      bool     `help:"Take the file's own bytes, as compress does." xor:"encoding"`
	File     string   `arg:"" help:"The file to measure."`
}

// Run measures a file.
func (c measureCmd) Run(s *session) error {
	unit, err := text.ParseUnit(c.Unit)
	if err != nil {
		return usageError{err}
	}
	entries, err := openModels(c.Model)
	if err == nil {
		err = c.check(entries)
	}
	if err != nil {
		return err
	}
	doc, err := s.document(c.File, c.Encoding, c.Raw)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if err := c.one(s, e, doc, unit); err != nil {
			return aboutFile(c.File, err)
		}
	}
	return nil
}

// check holds the flags against one another.
func (c measureCmd) check(entries []*model.Entry) error {
	if err := c.checkGuesses(entries); err != nil || !c.Rank && !c.Expected {
		return err
	}
	if !c.Each {
		return usageError{errors.New("--rank and --expected are of units; ask for them with --each")}
	}
	for _, e := range entries {
		if e.New == nil {
			return usageError{errors.New(e.ID + " is a codec: it has no rank and no expectation")}
		}
	}
	return nil
}

// one measures with one model.
func (c measureCmd) one(s *session, e *model.Entry, doc *document, unit text.Unit) error {
	var learn func(measure.Job) (measure.Stage, error)
	if c.Guesses > 0 {
		learn = func(j measure.Job) (measure.Stage, error) { return c.guesses(s, j) }
	}
	read, err := charge(s, e, doc.text, learn)
	if err != nil {
		return err
	}
	if c.Each {
		if err := c.each(s, e, doc.text, unit, read.costs); err != nil {
			return err
		}
	}
	var total uint64
	for _, cost := range read.costs {
		total += uint64(cost)
	}
	bits := measure.Bits(total)
	chars := 0
	for range text.Char.All(doc.text) {
		chars++
	}
	s.out.print(row{
		{"model", e.ID}, {"encoding", doc.encoding.String()}, {"disk_bytes", int64(doc.disk)},
		{"bytes", int64(doc.text.Len())}, {"bits", bits},
		{"bits_per_byte", per(bits, doc.text.Len())}, {"bits_per_char", per(bits, chars)},
		{"seconds", read.seconds}, {"peak_bytes", read.peak},
	})
	return nil
}

// per returns bits for each of n, or nothing where there is none.
func per(bits float64, n int) any {
	if n == 0 {
		return nil
	}
	return bits / float64(n)
}

// A charged is what each byte of a text costs a model, the processor time that
// took, and the model's memory.
type charged struct {
	costs   []uint32
	seconds float64
	peak    int64
}

// charge lets a model read a text, by learn if there is one.
func charge(s *session, e *model.Entry, t text.Bytes, learn func(measure.Job) (measure.Stage, error)) (read charged, err error) {
	p := newProgress(s.err, e.ID, int64(t.Len()))
	defer p.done()
	watch := measure.StartWatch()
	defer watch.Stop()
	job := measure.Job{Entry: e, Text: t, Progress: func(n measure.Progress) {
		read.costs = append(read.costs, n.Costs...)
		p.at(int64(n.Bytes))
	}}
	switch {
	case learn != nil:
		var last measure.Stage
		last, err = learn(job)
		read.seconds, read.peak = last.Seconds, last.Memory
		return read, err
	case e.New == nil:
		var r measure.Receipt
		r, err = measure.Archive(s.ctx, job)
		read.peak = r.PeakBytes
	default:
		state := measure.State{Predictor: e.Predictor()}
		err = measure.Predict(s.ctx, job, &state)
		if z, ok := state.Predictor.(model.Sizer); ok {
			read.peak = z.StateBytes()
		}
	}
	read.seconds = watch.Lap()
	return read, err
}

// each prints a row for each unit.
func (c measureCmd) each(s *session, e *model.Entry, t text.Bytes, unit text.Unit, costs []uint32) error {
	found, err := c.survey(s, e, t)
	if err != nil {
		return err
	}
	asker := asker{p: e.Predictor(), text: t, bytes: unit.Name() == text.Byte.Name()}
	for lo, hi := range unit.All(t) {
		var cost uint64
		for _, b := range costs[lo:hi] {
			cost += uint64(b)
		}
		r := row{{"model", e.ID}, {"offset", int64(lo)}, {"length", int64(hi - lo)}, {"bits", measure.Bits(cost)}}
		if c.Rank {
			rank, err := asker.rank(s.ctx, lo, hi)
			if err != nil {
				return err
			}
			worst, _ := found.Rank(lo, hi)
			r = append(r, cell{"rank", int64(rank)}, cell{"byte_rank", int64(worst)})
		}
		if c.Expected {
			bits, _ := found.Bits(lo, hi)
			r = append(r, cell{"expected", measure.Bits(bits)})
		}
		s.out.print(append(r, shown(t.Slice(lo, hi))))
		if s.ctx.Err() != nil {
			return s.ctx.Err()
		}
	}
	return nil
}

// survey asks the model at every byte, where that is wanted.
func (c measureCmd) survey(s *session, e *model.Entry, t text.Bytes) (*measure.Insights, error) {
	found := measure.NewInsights(t.Len())
	if !c.Rank && !c.Expected {
		return found, nil
	}
	p := newProgress(s.err, e.ID, int64(t.Len()))
	defer p.done()
	look := measure.Surveyor{Entry: e, From: measure.NewCheckpoints(e, 0), Text: t}
	err := look.Look(s.ctx, 0, t.Len(), nil, func(at int, f []measure.Found) {
		found.Put(at, f)
		p.at(int64(at + len(f)))
	})
	return found, err
}

// shown is a unit's text, or its bytes where they are not UTF-8.
func shown(b []byte) cell {
	if utf8.Valid(b) {
		return cell{"text", string(b)}
	}
	return cell{"hex", hex.EncodeToString(b)}
}

// An asker asks a predictor what it expects, unit after unit.
type asker struct {
	p     model.Predictor
	text  text.Bytes
	bytes bool // the units are bytes
}

// rank returns the rank of the first character of [lo,hi), and reads it all.
func (a *asker) rank(ctx context.Context, lo, hi int) (int, error) {
	first := a.text.Slice(lo, lo+1)
	if !a.bytes {
		_, n := utf8.DecodeRune(a.text.Slice(lo, lo+utf8.UTFMax))
		first = a.text.Slice(lo, lo+n)
	}
	got, err := measure.Peek(ctx, a.p, first, charOrByte(!a.bytes, first), 0)
	model.Teach(a.p, a.text.Slice(lo, hi)...)
	return got.Rank, err
}
