package turing

// MaxSteps is the most steps that a machine is given: what the published D(5)
// gave.
const MaxSteps = 500

// tapeLength is what the head can reach, in cells.
const tapeLength = 2*MaxSteps + 1

// A configuration is all there is to know of a running machine.
type configuration struct {
	head
	tape [tapeLength]byte
}

// A head is a configuration but for the tape.
type head struct {
	pos    int // the cell it stands on
	lo, hi int // the cells it has visited, both included
	state  int // from 1, or Halt
	steps  int
}

// start returns the first configuration, on a tape of that symbol.
func start(blank byte) configuration {
	c := configuration{head: head{pos: MaxSteps, lo: MaxSteps, hi: MaxSteps, state: 1}}
	for i := range c.tape {
		c.tape[i] = blank
	}
	return c
}

// next returns the transition that the machine is to make.
func (c *configuration) next(m *Machine) Transition {
	return m.Table[c.state-1][c.tape[c.pos]]
}

// step makes a transition.
func (c *configuration) step(t Transition) {
	c.tape[c.pos] = t.Write
	c.state = int(t.Next)
	c.pos += int(t.Move)
	c.lo, c.hi = min(c.lo, c.pos), max(c.hi, c.pos)
	c.steps++
}

// visited returns the cells that the head has visited.
func (c *configuration) visited() []byte { return c.tape[c.lo : c.hi+1] }

// back returns to an earlier configuration, whose visited cells are given, on a
// tape of 0.
func (c *configuration) back(to head, visited []byte) {
	clear(c.visited())
	c.head = to
	copy(c.visited(), visited)
}
