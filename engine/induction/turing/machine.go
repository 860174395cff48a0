package turing

import "strings"

// MaxStates bounds the states of a machine, the halting one apart.
const MaxStates = 5

// Halt is the state in which a machine stops.
const Halt = -1

// A Transition is what a machine does when it reads a symbol in a state. The
// zero Transition is one that is not defined.
type Transition struct {
	Next  int8 // the state it goes to, from 1, or Halt
	Write byte // 0 or 1
	Move  int8 // +1 to the right, -1 to the left; 0 if it halts
}

// String writes a transition in the usual three letters: what it writes, where
// it moves, where it goes. 1RB; 0-H halts; --- is not defined.
func (t Transition) String() string {
	switch t.Next {
	case 0:
		return "---"
	case Halt:
		return string([]byte{'0' + t.Write, '-', 'H'})
	}
	move := byte('L')
	if t.Move > 0 {
		move = 'R'
	}
	return string([]byte{'0' + t.Write, move, 'A' + byte(t.Next) - 1})
}

// A Machine is a table of transitions, by state (from 1, at index 0) and by the
// symbol that is read. It starts in state 1.
type Machine struct {
	States int // 1 to MaxStates
	Table  [MaxStates][2]Transition
}

// String writes a machine on one line, a state after the other, as in 1RB0-H_1LA1RB.
func (m Machine) String() string {
	var states []string
	for _, t := range m.Table[:m.States] {
		states = append(states, t[0].String()+t[1].String())
	}
	return strings.Join(states, "_")
}

// Mirrored returns the machine that goes right where m goes left.
func (m Machine) Mirrored() Machine {
	for s := range m.Table {
		for read := range m.Table[s] {
			m.Table[s][read].Move *= -1
		}
	}
	return m
}

// Complemented returns the machine that has 1 where m has 0.
func (m Machine) Complemented() Machine {
	for s, row := range m.Table {
		m.Table[s] = [2]Transition{row[1].complemented(), row[0].complemented()}
	}
	return m
}

func (t Transition) complemented() Transition {
	if t.Next != 0 {
		t.Write ^= 1
	}
	return t
}
