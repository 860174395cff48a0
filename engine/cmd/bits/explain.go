package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"bitlens/engine/induction"
	"bitlens/engine/induction/integer"
	"bitlens/engine/induction/judge"
)

type explainCmd struct {
	Seconds  float64 `default:"10" help:"How long to search (${default})." placeholder:"S"`
	Terms    int     `default:"3" help:"How many of the terms that follow to print (${default})." placeholder:"K"`
	Top      int     `default:"5" help:"How many programs and bets to print (${default})." placeholder:"N"`
	Budget   int64   `help:"End each search after so many programs, whatever the time: the shortest is then the same on every machine." placeholder:"N"`
	Memory   int64   `default:"1024" help:"How many MB the search may take (${default})." placeholder:"MB"`
	Digits   bool    `help:"Take a single number digit by digit. One of only 0 and 1 always is."`
	Sequence string  `arg:"" help:"The terms, as in 1,2,3,5,8, or a b-file on standard input (-)."`
}

// Help says what the figures are.
func (explainCmd) Help() string {
	return `Programs of a small language are searched for that give the terms, and judged by their length in bits. Of programs that go on alike the shortest is printed. Each judge bets on the next term: occam on the shortest program, solomonoff on all by 2^-length, speed by 2^-(length + log2 steps), which is 2^-kt; what their bets leave over is for everything else.

Terms of 0 and 1 are also explained by a second machine, all Turing machines of up to four states: rows with the machine turing, with bets of their own. constant_bits is by how many bits the shortest program of the language is longer than the shortest machine.

k_upper_bits bounds from above the length of the shortest program that there is; literal_bits is the length of the one that only repeats the terms. A gain under 10 bits is no clear regularity. Write -- before a sequence that begins with a minus.`
}

// Run explains a sequence.
func (c explainCmd) Run(s *session) error {
	terms, err := c.read(s)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(s.ctx, time.Duration(c.Seconds*float64(time.Second)))
	defer cancel()
	e := induction.Explain(ctx, terms, induction.Options{Ahead: c.Terms, Memory: c.Memory << 20, Budget: c.Budget}, nil)
	for _, p := range rivals(c, e.Programs) {
		c.program(s.out, p)
	}
	for _, j := range judge.All() {
		c.judge(s.out, nil, j, e.Bets(j, 1))
	}
	c.machines(s.out, &e)
	c.bound(s.out, &e)
	return nil
}

// read holds the flags against what they may be, and returns the terms.
func (c explainCmd) read(s *session) ([]integer.Int, error) {
	switch {
	case !(c.Seconds > 0 && c.Seconds <= 86400):
		return nil, usageError{errors.New("--seconds takes a number above 0, up to 86400")}
	case c.Terms < 1 || c.Terms > 1000:
		return nil, usageError{errors.New("--terms takes a number from 1 to 1000")}
	case c.Top < 1 || c.Top > 1000:
		return nil, usageError{errors.New("--top takes a number from 1 to 1000")}
	case c.Memory < 16 || c.Memory > 1<<20:
		return nil, usageError{errors.New("--memory takes a number of MB from 16 to 1048576")}
	case c.Budget < 0:
		return nil, usageError{errors.New("--budget takes a number from 1 on")}
	}
	text := c.Sequence
	if text == "-" {
		in, err := s.open(text)
		if err != nil {
			return nil, err
		}
		b, err := in.all()
		if err != nil {
			return nil, err
		}
		text = string(b)
	}
	return induction.Parse(text, c.Digits)
}

// rivals returns the shortest program of each way to go on.
func rivals[R induction.Rule](c explainCmd, rules []R) (out []R) {
	known := map[string]bool{}
	for _, p := range rules {
		next := fmt.Sprint(p.Next(c.Terms))
		if !known[next] && len(out) < c.Top {
			known[next] = true
			out = append(out, p)
		}
	}
	return out
}

func (c explainCmd) program(out *printer, p *induction.Program) {
	words, next, kt := p.English(), numbers(p.Next(c.Terms)), judge.Kt(p)
	if out.asJSON {
		out.print(row{{"program", p.String()}, {"words", words}, {"bits", int64(p.Length())},
			{"steps", p.Steps()}, {"kt", kt}, {"next", next}})
		return
	}
	out.block(fmt.Sprintf("next %s\n    %s\n    %s\n    %s\n    %d bits, %d steps, Kt %.2f bits\n",
		orNone(listed(p.Next(c.Terms))), words, p.Formula(), p, p.Length(), p.Steps(), kt))
}

// judge prints what a judge bets; of begins the row of JSON.
func (c explainCmd) judge(out *printer, of row, j judge.Judge, bets []judge.Bet) {
	candidates, probabilities, rest := []string{}, []float64{}, 1.0
	var line strings.Builder
	for _, b := range bets[:min(c.Top, len(bets))] {
		candidates = append(candidates, b.Next[0].String())
		probabilities = append(probabilities, b.Probability)
		rest -= b.Probability
		fmt.Fprintf(&line, "%s  %.1f%%   ", brief(b.Next[0]), 100*b.Probability)
	}
	if out.asJSON {
		out.print(append(of, row{{"judge", j.String()}, {"candidates", candidates}, {"probabilities", probabilities}}...))
		return
	}
	out.block(fmt.Sprintf("%-10s  %sanything else  %.1f%%\n", j, &line, 100*rest))
}

func (c explainCmd) bound(out *printer, e *induction.Explanation) {
	if out.asJSON {
		out.print(row{{"k_upper_bits", int64(e.Bound())}, {"literal_bits", int64(e.Literal)}, {"verdict", e.Verdict().String()}})
		return
	}
	out.block(fmt.Sprintf("at most %d bits; term by term %d bits; gain %d bits: %s\n", e.Bound(), e.Literal, e.Gain(), e.Verdict()))
}

// numbers writes terms as text, since they may exceed 2^53.
func numbers(terms []integer.Int) []string {
	out := make([]string, len(terms))
	for i, v := range terms {
		out[i] = v.String()
	}
	return out
}

// mostDigits of a term are printed in a line for people.
const mostDigits = 60

// brief writes a term, and of a long one the ends, and how many digits it has.
func brief(v integer.Int) string {
	s, digits := v.Cut(mostDigits)
	if digits > 0 {
		s += fmt.Sprintf(" (%d digits)", digits)
	}
	return s
}

// listed writes terms for people.
func listed(terms []integer.Int) string {
	out := make([]string, len(terms))
	for i, v := range terms {
		out[i] = brief(v)
	}
	return strings.Join(out, ", ")
}

func orNone(s string) string {
	if s == "" {
		return "none"
	}
	return s
}
