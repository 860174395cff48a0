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
	work    int64
	carried []float32 // by all streams
	lesson  lesson    // the numbers of it
	random  random
	at      []int   // contexts of the direct connections
	weights network // or nil, while they are as they were
}

// newMark copies all but the weights.
func newMark(n *Learner) *mark {
	m := &mark{text: n.text, adam: n.adam, chance: n.chance, work: n.work, lesson: n.lesson, random: *n.lesson.random}
	m.lesson.readers = slices.Clone(n.lesson.readers)
	m.at = slices.Clone(n.direct.at)
	m.carried = appendAll(nil, n.carried())
	return m
}

// keep copies the weights, which are about to change.
func (m *mark) keep(n *Learner) {
	if m != nil && m.weights == nil {
		m.weights = n.net.clone()
	}
}

// restore makes n what the mark has kept of it.
func (m *mark) restore(n *Learner) {
	n.text, n.adam, n.chance, n.work = m.text, m.adam, m.chance, m.work
	n.lesson.steps, n.lesson.since, *n.lesson.random = m.lesson.steps, m.lesson.since, m.random
	copy(n.lesson.readers, m.lesson.readers)
	n.direct.at = append(n.direct.at[:0], m.at...)
	copyAll(n.carried(), m.carried)
	if m.weights != nil {
		copyWeights(n.net, m.weights)
	}
}

// carried returns what all streams carry from step to step, and what the next
// byte is expected to be.
func (n *Learner) carried() [][]float32 {
	all := append(n.present.carried(0), n.lesson.start, n.alone, n.present.rowsOf().logits)
	for i := range n.plan.streams {
		all = append(all, n.lesson.pass.carried(i)...)
	}
	return all
}

// Mark implements model.Rewinder.
func (n *Learner) Mark() {
	n.mark = newMark(n)
	n.direct.mark()
}

// Rewind implements model.Rewinder.
func (n *Learner) Rewind() {
	n.mark.restore(n)
	n.direct.rewind()
}

// Forget implements model.Rewinder.
func (n *Learner) Forget() {
	n.mark = nil
	n.direct.forget()
}

// Clone implements model.Cloner.
func (n *Learner) Clone() model.Predictor {
	c := newLearner(n.plan, n.net.clone(), 0)
	newMark(n).restore(c)
	c.text, c.direct = n.text.clone(), n.direct.clone()
	return c
}

// StateBytes implements model.Sizer.
func (n *Learner) StateBytes() int64 {
	size := int64(weightBytes(n.net) + n.present.bytes() + n.lesson.pass.bytes() + n.direct.bytes() + cap(n.text.bytes))
	return size + int64(n.mark.bytes()+n.lesson.bytes()) + 4*int64(len(n.chance)+len(n.alone))
}

// bytes returns the memory that a mark, which may be nil, keeps.
func (m *mark) bytes() int {
	if m == nil {
		return 0
	}
	size := 4*(len(m.carried)+len(m.chance)) + 8*len(m.at) + m.lesson.bytes()
	if m.weights != nil {
		size += weightBytes(m.weights)
	}
	return size
}

// Distribution implements model.Distribution.
func (n *Learner) Distribution(p *[256]float64) { n.chance.Distribution(p) }
