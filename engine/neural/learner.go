package neural

import (
	"bitlens/engine/model"
	"bitlens/engine/num"
)

// A Learner is a predictor whose network begins with random weights, and learns
// from nothing but what it has read.
type Learner struct {
	plan    *plan
	net     network
	adam    num.Adam
	text    text
	present pass // one stream, one step: the next byte
	lesson  lesson
	direct  direct
	alone   []float32  // what the network says, uncorrected
	chance  model.Tree // of the next byte
	work    int64      // products so far
	mark    *mark      // what Rewind goes back to, or nil
}

// newRecurrent returns a stack of such cells.
func newRecurrent(c cell, p *plan, orders int) *Learner {
	r := random(1)
	return newLearner(p, newStack(c, p.width, p.layers, &r), orders)
}

// newAttending returns a transformer.
func newAttending(p *plan, orders int) *Learner {
	r := random(1)
	return newLearner(p, newTransformer(p.width, p.layers, &r), orders)
}

// newLearner returns a learner that has read nothing, with that network and
// direct connections of so many orders.
func newLearner(p *plan, net network, orders int) *Learner {
	n := &Learner{plan: p, net: net, adam: num.NewAdam(0.3, 0.001, 1e-5), direct: newDirect(orders, p.contexts)}
	n.present, n.lesson = net.newPass(1, 1, &dropout{}), newLesson(net, p)
	n.alone = make([]float32, symbols)
	for i := range n.alone {
		n.alone[i] = 1.0 / symbols
	}
	copy(n.present.rowsOf().logits, n.alone)
	n.expect(n.alone)
	return n
}

// Code implements model.Predictor.
func (n *Learner) Code(c model.Coder, b byte) byte {
	b = n.chance.Code(c, b)
	n.read(b)
	return b
}

// read takes b in, after a lesson if one is due, and looks ahead.
func (n *Learner) read(b byte) {
	n.direct.learn(n.present.rowsOf().logits, b)
	n.text.add(b)
	if n.lesson.due() {
		n.learn()
	}
	rows := n.present.rowsOf()
	rows.in[0] = b
	n.present.forward()
	n.present.carry()
	n.work += int64(n.net.products())
	copy(n.alone, rows.logits)
	n.direct.correct(rows.logits, n.text.bytes)
	n.expect(rows.logits)
}

// learn takes a lesson.
func (n *Learner) learn() {
	n.mark.keep(n)
	n.lesson.dropout.chance = n.plan.droppedAt(n.text.read)
	n.lesson.take(&n.text, n.plan.streamsAt(n.text.read))
	n.work += int64(lessonPasses * n.lesson.pass.rowsOf().rows() * n.net.products())
	n.lesson.begin(n.present, n.plan.stepsAt(n.text.read))
	rate := n.plan.rateAt(n.text.read) * n.adam.Tick()
	n.net.parts(func(p part) { p.learn(&n.adam, rate) })
}

// lessonPasses is how many products a lesson takes for each of a forward pass:
// that one, and those for the gradients of the weights and of what they read.
const lessonPasses = 3

// Operations implements model.Counter.
func (n *Learner) Operations() int64 { return n.work }

const (
	// whole is the weight of all bytes together in chance.
	whole = 1 << 31
	// least is the weight that every byte has beside its share, so that what
	// the network holds impossible costs 19 bits.
	least = 1 << 12
)

// expect turns probabilities into the decisions of the next byte.
func (n *Learner) expect(p []float32) {
	for i, v := range p {
		n.chance[model.Leaf+i] = least + uint32(v*whole)
	}
	n.chance.Sum()
}
