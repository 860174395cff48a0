package turing

import (
	"context"
	"math"
	"strings"
	"testing"
)

// Of the strings that begin with some bits, those that machines of up to four
// states write are found, each with a machine that writes it.
func TestProgramsWriteWhatTheySay(t *testing.T) {
	const s = "01101"
	found := map[string]bool{}
	for _, p := range Programs(context.Background(), s) {
		w := p.Witness()
		run, err := Run(w.Machine, w.Blank, MaxSteps)
		if err != nil || !run.Halted || len(run.Rows) != w.Steps+1 || run.Output() != p.output {
			t.Fatalf("%v does not write %s in %d steps: %v", p, p.output, w.Steps, err)
		}
		found[p.output] = true
	}
	for states := 1; states <= mostStates; states++ {
		for written := range D(states).All() {
			if strings.HasPrefix(written, s) && !found[written] {
				t.Errorf("no program writes %s, which %d states can", written, states)
			}
		}
	}
	if len(found) == 0 {
		t.Error("nothing is found")
	}
}

func TestProgramsGoOn(t *testing.T) {
	for _, p := range Programs(context.Background(), "1110") {
		next := p.Next(100)
		if len(next) != len(p.output)-4 || len(next) > 0 && next[0].String() != p.output[4:5] {
			t.Errorf("%s goes on %v", p.output, next)
		}
	}
}

// TestProgramsArePrefixFree holds that all machines of two states, read up to
// what they use, weigh at most 1.
func TestProgramsArePrefixFree(t *testing.T) {
	seen, weight := map[Witness]bool{}, 0.0
	for states := 1; states <= 2; states++ {
		for number := range choices(states, 2*states) {
			for blank := range byte(2) {
				w := Witness{Machine: used(nth(states, number), blank), Blank: blank}
				if w.Machine.States > 0 && !seen[w] {
					seen[w] = true
					weight += math.Pow(2, -float64((&Program{witness: w}).Length()))
				}
			}
		}
	}
	if weight < 0.1 || weight > 1 {
		t.Errorf("%d programs weigh %v", len(seen), weight)
	}
}

// used returns a machine with the transitions alone that it makes until it
// halts; the zero Machine if it does not.
func used(m Machine, blank byte) Machine {
	out, c := Machine{States: m.States}, start(blank)
	for c.state != Halt {
		if c.steps == steps[m.States] {
			return Machine{}
		}
		t := c.next(&m)
		out.Table[c.state-1][c.tape[c.pos]] = t
		c.step(t)
	}
	return out
}
