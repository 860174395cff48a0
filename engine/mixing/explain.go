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
	e.Context = m.tail.end(e.Order)
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
	sums, maps := votesOf(m, &m.Journal, inputs)
	for i, sum := range sums[:len(inputNames)] {
		w = append(w, model.Weight{Name: m.inputName(i), Weight: sum})
	}
	return model.Largest(append(w, model.Weight{Name: mapsName, Weight: maps}))
}

// vote adds to sums what each input says of the next bit, for a 1 if sign is
// 1, for a 0 if it is -1, and returns what the maps add to that.
//
// An input's weight in the sum that is squashed is that in a mixer of the first
// layer, times that of this mixer in the last.
func (m *CM) vote(sums []float64, sign float64) (maps float64) {
	byBits, byMatch := m.last.Used(lastByBits), m.last.Used(lastByMatch)
	maps = sign * logOdds(m.p)
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
