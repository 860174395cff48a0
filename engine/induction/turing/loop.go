package turing

import "bytes"

// A loop looks for proof that a machine never halts. It compares each
// configuration with an earlier one, which it replaces after 1, 2, 4, 8...
// steps (Brent 1980), and is sure when the machine is in the same state and
//
//   - the tape is the same and the head stands where it stood, or
//   - the head stands further right by d, the end of the visited tape too, and
//     all cells that the head has seen in between, and those to their right,
//     are as they were d to the left: what it did then it will do again, d
//     further right, for ever (Lin and Rado 1965); or so to the left.
//
// Every transition of such a turn was defined, so it halts for no choice of
// the others.
type loop struct {
	then   configuration
	lo, hi int // cells seen since then, both included
	until  int // the step at which then is replaced
	length int // of the turn that ends there
}

// begin forgets the past: the machine stands at c.
func (l *loop) begin(c *configuration) {
	l.length = 1
	l.keep(c)
}

// keep takes c as the configuration to compare with. Cells outside its visited
// ones are never looked at, and not copied.
func (l *loop) keep(c *configuration) {
	t := &l.then
	t.head = c.head
	copy(t.visited(), c.visited())
	l.lo, l.hi = c.pos, c.pos
	l.until = c.steps + l.length
}

// closes takes in a step, and reports whether the machine is sure to go on for
// ever.
func (l *loop) closes(c *configuration) bool {
	l.lo, l.hi = min(l.lo, c.pos), max(l.hi, c.pos)
	if c.state == l.then.state && l.repeats(c, c.pos-l.then.pos) {
		return true
	}
	if c.steps == l.until {
		l.length *= 2
		l.keep(c)
	}
	return false
}

// repeats compares the tapes, the later one d further right.
func (l *loop) repeats(c *configuration, d int) bool {
	t := &l.then
	from, to := t.lo, t.hi
	switch {
	case d >= 0 && c.hi-t.hi != d || d <= 0 && c.lo-t.lo != d:
		return false
	case d > 0:
		from = l.lo
	case d < 0:
		to = l.hi
	}
	return from >= t.lo && to <= t.hi && bytes.Equal(t.tape[from:to+1], c.tape[from+d:to+d+1])
}
