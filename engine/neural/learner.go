package neural

import (
	"bitlens/engine/model"
	"bitlens/engine/num"
)

// A Network is a predictor that begins with random weights and learns from
// nothing but what it has read.
type Network struct {
	plan    *plan
	stack   *stack
	adam    num.Adam
	text    text
	present *pass // one stream, one step: the next byte
	lesson  lesson
	chance  model.Tree // of the next byte
	mark    *mark      // what Rewind goes back to, or nil
}

func newNetwork(c cell, p *plan) *Network {
	r := random(1)
	return newShell(p, newStack(c, p.cells, p.layers, &r))
}

// newShell returns a network of those weights that has read nothing.
func newShell(p *plan, s *stack) *Network {
	n := &Network{plan: p, stack: s, adam: num.NewAdam(0.3, 0.001, 1e-5)}
	n.present, n.lesson = newPass(s, 1, 1, dropout{}), newLesson(s, p)
	for i := range symbols {
		n.chance[model.Leaf+i] = 1
	}
	n.chance.Sum()
	return n
}

// Code implements model.Predictor.
func (n *Network) Code(c model.Coder, b byte) byte {
	b = n.chance.Code(c, b)
	n.read(b)
	return b
}

// read takes b in, after a lesson if one is due, and looks ahead.
func (n *Network) read(b byte) {
	n.text.add(b)
	if n.lesson.due(&n.text) {
		n.learn()
	}
	n.present.in[0] = b
	n.present.forward(n.stack)
	n.present.carry()
	n.expect(n.present.logits)
}

// learn takes a lesson.
func (n *Network) learn() {
	n.mark.keep(n)
	n.lesson.take(n.stack, &n.text, n.plan.streamsAt(n.text.read))
	n.lesson.begin(n.present, n.text.read)
	rate := n.plan.rateAt(n.text.read) * n.adam.Tick()
	n.stack.parts(func(p part) { p.learn(&n.adam, rate) })
}

const (
	// whole is the weight of all bytes together in chance.
	whole = 1 << 31
	// least is the weight that every byte has beside its share, so that what
	// the network holds impossible costs 19 bits.
	least = 1 << 12
)

// expect turns probabilities into the decisions of the next byte.
func (n *Network) expect(p []float32) {
	for i, v := range p {
		n.chance[model.Leaf+i] = least + uint32(v*whole)
	}
	n.chance.Sum()
}
