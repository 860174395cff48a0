package turing

// A node is a machine that is defined as far as it has run: all machines that
// share these transitions do the same up to here.
type node struct {
	machine Machine
	configuration
	used      int    // states it has been in, or is to go to: 1 to used
	undefined int    // transitions that are not defined
	weight    uint64 // for how many choices of names of states it stands
}

// slot returns the place of the transition that n needs.
func (n *node) slot() *Transition { return &n.machine.Table[n.state-1][n.tape[n.pos]] }

// root returns the machine of which nothing is known.
func root(states int) *node {
	return &node{
		machine: Machine{States: states}, configuration: start(0),
		used: 1, undefined: 2 * states, weight: 1,
	}
}

// A walker goes through all machines of some states that start on a tape of 0
// and first go to the right; or halt at once, and these it counts by half,
// since they are their own mirror image.
//
// A transition is chosen when it is first needed. Of the states that were never
// in use, which are alike, it takes the first for all.
type walker struct {
	*bound
	halts visitor     // what sees the machines that halt
	split int         // nodes with so few undefined transitions
	give  func(*node) // are given away
	loop  loop
	cells []byte // visited by the nodes on the way from the root
}

// A visitor is shown a node that halts in its next step, which is defined and
// has already written; and how many machines that is. It may not keep the node.
type visitor func(n *node, machines uint64)

// walk follows a node to where a transition is needed, and goes on with each
// choice.
func (w *walker) walk(n *node) {
	if n.undefined == w.split {
		w.give(n)
		return
	}
	if !w.run(n) {
		return
	}
	w.halt(n)
	if n.undefined == 1 {
		return // else no transition would halt
	}
	head, cells := n.head, len(w.cells)
	w.cells = append(w.cells, n.visited()...)
	for next := 1; next <= min(n.used+1, n.machine.States); next++ {
		for _, t := range transitions(next, n.steps == 0) {
			w.choose(n, t)
			n.back(head, w.cells[cells:])
		}
	}
	w.cells = w.cells[:cells]
}

// choose follows a node with one more transition, and takes it back.
func (w *walker) choose(n *node, t Transition) {
	used, weight := n.used, n.weight
	slot := n.slot()
	if int(t.Next) > n.used {
		n.used++
		n.weight *= uint64(n.machine.States - used)
	}
	*slot = t
	n.undefined--
	w.walk(n)
	n.undefined++
	*slot = Transition{}
	n.used, n.weight = used, weight
}

// run lets the machine run, and reports whether it comes to a transition that
// is not defined with a step left to halt.
func (w *walker) run(n *node) bool {
	w.loop.begin(&n.configuration)
	limit := int(w.steps.Load())
	for n.steps < limit {
		t := n.next(&n.machine)
		if t.Next == 0 {
			return true
		}
		n.step(t)
		if n.hi-n.lo >= w.width || w.loop.closes(&n.configuration) {
			return false
		}
	}
	return false
}

// halt counts the machines that halt here: of either symbol all, whatever
// their other transitions are.
func (w *walker) halt(n *node) {
	machines := n.weight * choices(n.machine.States, n.undefined-1)
	if n.steps == 0 {
		machines /= 2
	}
	slot, cell := n.slot(), &n.tape[n.pos]
	read := *cell
	for symbol := range byte(2) {
		*slot, *cell = Transition{Next: Halt, Write: symbol}, symbol
		w.halts(n, machines)
	}
	*slot, *cell = Transition{}, read
}

// transitions returns what may be chosen that goes to a state.
func transitions(next int, first bool) []Transition {
	to := int8(next)
	all := []Transition{{to, 0, 1}, {to, 1, 1}, {to, 0, -1}, {to, 1, -1}}
	if first {
		return all[:2]
	}
	return all
}

// choices returns in how many ways some transitions may be defined: each moves
// either way, writes either symbol and goes to one of the states, or writes
// either symbol and halts.
func choices(states, transitions int) uint64 {
	all := uint64(1)
	for range transitions {
		all *= uint64(4*states + 2)
	}
	return all
}
