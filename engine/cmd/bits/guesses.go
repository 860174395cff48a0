package main

import (
	"errors"

	"bitlens/engine/measure"
	"bitlens/engine/model"
)

// A task says how a model is to write.
type task struct {
	Prompt      string  `help:"With --guesses: what the model goes on from; else some words of FILE, from nine tenths of it on." placeholder:"TEXT"`
	Temperature float64 `default:"0.7" help:"With --guesses: below 1 for what is likelier than the model holds, above for what is less; 0 for the likeliest alone (${default})." placeholder:"T"`
	Seed        uint64  `default:"1" help:"With --guesses: another one writes another text (${default})." placeholder:"N"`
}

// mostGuessed is how many bytes a model writes at most.
const mostGuessed = 10_000

// checkGuesses holds what is to be written against what may be.
func (c measureCmd) checkGuesses(entries []*model.Entry) error {
	switch {
	case c.Guesses < 0 || c.Guesses > mostGuessed:
		return usageError{errors.New("--guesses takes a number from 1 to 10000")}
	case !(c.Task.Temperature >= 0 && c.Task.Temperature <= 100):
		return usageError{errors.New("--temperature takes a number from 0 to 100")}
	case len(c.Task.Prompt) > measure.MostPrompt:
		return usageError{errors.New("--prompt takes at most 1000 bytes")}
	case c.Guesses == 0 && c.Task.Prompt != "":
		return usageError{errors.New("--prompt is for a model that writes; ask for so many bytes with --guesses")}
	}
	for _, e := range entries {
		if c.Guesses > 0 && e.New == nil {
			return usageError{errors.New(e.ID + " is a codec: it does not say what comes next")}
		}
	}
	return nil
}

// guesses prints the prompt, and a row for each stage of what the job's model
// learns, and returns the last; where it is only measured it writes nothing.
func (c measureCmd) guesses(s *session, job measure.Job) (last measure.Stage, err error) {
	e := job.Entry
	do := measure.Task{Prompt: []byte(c.Task.Prompt), Bytes: c.Guesses, Sampling: measure.Sampling{Temperature: c.Task.Temperature, Seed: c.Task.Seed}}
	if c.Task.Prompt == "" {
		do.Prompt = measure.Prompt(job.Text)
	}
	prompt := shown(do.Prompt)
	prompt.key = "prompt_" + prompt.key
	s.out.print(row{{"model", e.ID}, prompt})
	err = measure.Learn(s.ctx, job, measure.Stages(job.Text.Len()), do, func(g measure.Stage) {
		last = g
		written := shown(g.Text)
		if !s.out.asJSON {
			written = cell{"text", string(g.Text)} // what is no text in it is escaped
		}
		r := row{{"model", e.ID}, {"read_bytes", int64(g.Bytes)}, {"bits", g.Bits}, {"bits_per_byte", per(g.Bits, g.Bytes)}, {"seconds", g.Seconds}}
		if g.Operations > 0 {
			r = append(r, cell{"operations", g.Operations})
		}
		s.out.print(append(r, written))
	})
	return last, err
}
