package turing

import (
	"errors"
	"fmt"
)

// A Row is one moment of a run.
type Row struct {
	Cells []byte // 0 or 1: the cells that the head visits in the whole run
	Head  int    // the cell it stands on
	State int    // from 1, or Halt
}

// A Trace is a run, from its start: a space-time diagram.
type Trace struct {
	Rows   []Row // one more than steps
	Halted bool  // else it was stopped
}

// Output returns what was on the visited cells at the end.
func (t *Trace) Output() string { return spell(t.Rows[len(t.Rows)-1].Cells) }

// Run runs a machine on a tape of 0 or of 1, at most limit steps and never more
// than MaxSteps. It fails if the machine is none, or comes to a transition that
// is not defined. A trace takes at most 500 KB.
func Run(m Machine, blank byte, limit int) (*Trace, error) {
	if err := m.check(); err != nil {
		return nil, err
	}
	if blank > 1 {
		return nil, fmt.Errorf("a tape of %d: the symbols are 0 and 1", blank)
	}
	limit = max(0, min(limit, MaxSteps))
	end := start(blank)
	if err := end.run(&m, limit); err != nil {
		return nil, err
	}
	return record(&m, blank, &end), nil
}

// run makes up to limit steps.
func (c *configuration) run(m *Machine, limit int) error {
	for c.steps < limit && c.state != Halt {
		t := c.next(m)
		if t.Next == 0 {
			return fmt.Errorf("after %d steps the machine %s comes to a transition that is not defined", c.steps, m)
		}
		c.step(t)
	}
	return nil
}

// record runs a machine again, whose end is known, and keeps all rows.
func record(m *Machine, blank byte, end *configuration) *Trace {
	t := &Trace{Halted: end.state == Halt}
	for c := start(blank); ; c.step(c.next(m)) {
		cells := append([]byte(nil), c.tape[end.lo:end.hi+1]...)
		t.Rows = append(t.Rows, Row{Cells: cells, Head: c.pos - end.lo, State: c.state})
		if c.steps == end.steps {
			return t
		}
	}
}

var errMachine = errors.New("this is no Turing machine")

// check holds a machine against what one is.
func (m Machine) check() error {
	if m.States < 1 || m.States > MaxStates {
		return fmt.Errorf("%w: it has %d states, and 1 to %d are possible", errMachine, m.States, MaxStates)
	}
	for s, row := range m.Table[:m.States] {
		for read, t := range row {
			if !t.possible(m.States) {
				return fmt.Errorf("%w: in state %c, on reading %d, it is to write %d, move by %d and go to state %d", errMachine, 'A'+s, read, t.Write, t.Move, t.Next)
			}
		}
	}
	return nil
}

// possible reports whether a machine of some states may have t.
func (t Transition) possible(states int) bool {
	switch {
	case t == Transition{}:
		return true
	case t.Next == Halt:
		return t.Write <= 1 && t.Move == 0
	}
	return t.Next >= 1 && int(t.Next) <= states && t.Write <= 1 && (t.Move == 1 || t.Move == -1)
}
