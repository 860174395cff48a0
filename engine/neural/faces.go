package neural

import (
	"slices"

	"bitlens/engine/model"
	"bitlens/engine/num"
)

// A mark is a state of a network to go back to. Weights change only in a lesson,
// and are copied before the first one after the mark.
type mark struct {
	text    text
	adam    num.Adam
	chance  model.Tree
	carried []float32 // by all streams
	lesson  lesson    // the numbers of it
	random  random
	weights *stack // or nil, while they are as they were
}

// newMark copies all but the weights.
func newMark(n *Network) *mark {
	m := &mark{text: n.text, adam: n.adam, chance: n.chance, lesson: n.lesson, random: *n.lesson.random}
	m.lesson.readers = slices.Clone(n.lesson.readers)
	m.carried = appendAll(nil, n.carried())
	return m
}

// keep copies the weights, which are about to change.
func (m *mark) keep(n *Network) {
	if m != nil && m.weights == nil {
		m.weights = n.stack.clone()
	}
}

// restore makes n what the mark has kept of it.
func (m *mark) restore(n *Network) {
	n.text, n.adam, n.chance = m.text, m.adam, m.chance
	n.lesson.steps, n.lesson.since, *n.lesson.random = m.lesson.steps, m.lesson.since, m.random
	copy(n.lesson.readers, m.lesson.readers)
	copyAll(n.carried(), m.carried)
	if m.weights != nil {
		n.stack.copyFrom(m.weights)
	}
}

// carried returns what all streams carry from step to step.
func (n *Network) carried() [][]float32 {
	all := append(n.present.carried(0), n.lesson.start)
	for i := range n.plan.streams {
		all = append(all, n.lesson.pass.carried(i)...)
	}
	return all
}

// Mark implements model.Rewinder.
func (n *Network) Mark() { n.mark = newMark(n) }

// Rewind implements model.Rewinder.
func (n *Network) Rewind() { n.mark.restore(n) }

// Forget implements model.Rewinder.
func (n *Network) Forget() { n.mark = nil }

// Clone implements model.Cloner.
func (n *Network) Clone() model.Predictor {
	c := newShell(n.plan, n.stack.clone())
	newMark(n).restore(c)
	c.text = n.text.clone()
	return c
}

// StateBytes implements model.Sizer.
func (n *Network) StateBytes() int64 {
	size := int64(n.stack.bytes() + n.present.bytes() + n.lesson.pass.bytes() + cap(n.text.bytes))
	if n.mark != nil && n.mark.weights != nil {
		size += int64(n.mark.weights.bytes())
	}
	return size + 4*int64(len(n.chance))
}

// Distribution implements model.Distribution.
func (n *Network) Distribution(p *[256]float64) { n.chance.Distribution(p) }

// Explain implements model.Explainer. What a network carries has no parts that
// have names.
func (n *Network) Explain() model.Explanation { return model.Whole("what the network carries") }
