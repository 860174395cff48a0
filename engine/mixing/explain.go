package mixing

import (
	"math"

	"bitlens/engine/model"
)

// Explain implements model.Explainer. Its inputs are those of the mixers, and
// what the maps behind the mixers make of their sum.
func (m *CM) Explain() model.Explanation {
	e := model.Explanation{SeenAt: -1, Unit: model.InBits, Inputs: m.votes()}
	if k := order1 + m.known(); m.history(k) != 0 {
		e.Order = min(m.orderOf(k), int(min(m.total, maxTail)))
	}
	if m.matcher.length > 0 {
		e.Order = int(m.matcher.length)
		e.SeenAt = m.total - int64(m.tail.n-m.matcher.at)
	}
	for i := range uint32(e.Order) {
		e.Context = append(e.Context, m.tail.at(m.tail.n-uint32(e.Order)+i))
	}
	return e
}

// orderOf returns the order of lane k, one of order1 to order6.
func (m *CM) orderOf(k int) int {
	switch {
	case k < order6:
		return k
	case m.words.wide:
		return 5
	}
	return 6
}

// votes returns what each input adds to the log-odds of the decisions that
// lead to the likeliest byte, in bits. The state is as before, afterwards.
func (m *CM) votes() (w []model.Weight) {
	if !m.On() {
		m.Mark()
		defer m.Forget()
	}
	var best guess
	m.likeliest(&best, 1, 1)
	saved := m.Saved()
	var sums [inputs]float64
	maps := 0.0
	for shift := 7; shift >= 0; shift-- {
		bit := best.node >> shift & 1
		maps += m.vote(&sums, float64(2*bit-1))
		m.Update(bit)
	}
	m.RewindTo(saved)
	m.predict()
	for i, sum := range sums[:len(inputNames)] {
		w = append(w, model.Weight{Name: m.inputName(i), Weight: sum})
	}
	return model.Largest(append(w, model.Weight{Name: "probability maps", Weight: maps}))
}

// vote adds to sums what each input says of the next bit, for a 1 if sign is
// 1, for a 0 if it is -1, and returns what the maps add to that.
//
// An input's weight in the sum that is squashed is that in a mixer of the first
// layer, times that of this mixer in the last.
func (m *CM) vote(sums *[inputs]float64, sign float64) (maps float64) {
	byBits, byMatch := m.last.Used(lastByBits), m.last.Used(lastByMatch)
	odds := float64(model.Clamp(m.p))
	maps = sign * math.Log2(odds/(1<<32-odds))
	for k := range firstMixers {
		weight := sign * float64(byBits[k]+byMatch[k]) / 2 / math.Ln2
		for i, w := range m.first.Used(k) {
			part := weight * float64(w) * float64(m.x[i])
			sums[i] += part
			maps -= part
		}
	}
	return maps
}

// A guess is a byte, as a node of the tree of its bits, and its probability.
type guess struct {
	node int
	p    float64
}

// likeliest finds the likeliest byte below the node of the bits that are
// known, whose probability is p, if it beats best. The likelier bit is tried
// first, so that most of the tree need not be walked.
func (m *CM) likeliest(best *guess, node int, p float64) {
	one := float64(model.Clamp(m.p)) / (1 << 32)
	parts := [2]float64{p * (1 - one), p * one}
	likelier := int(math.Round(one))
	for _, bit := range [2]int{likelier, 1 - likelier} {
		switch child, part := 2*node+bit, parts[bit]; {
		case part <= best.p:
		case child >= 256:
			*best = guess{child, part}
		default:
			m.try(bit, func() { m.likeliest(best, child, part) })
		}
	}
}

// try runs f behind a bit that is then undone.
func (m *CM) try(bit int, f func()) {
	saved := m.Saved()
	m.Update(bit)
	f()
	m.RewindTo(saved)
	m.predict()
}
