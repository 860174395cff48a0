package ctw

import (
	"fmt"

	"bitlens/engine/model"
	"bitlens/engine/num"
)

// Explain implements model.Explainer. Its inputs are the depths, each with the
// probability that the context of the next byte ends there, after what was
// read: the mean over the decisions that lead to the likeliest byte.
//
// A decision counts by the variance of its outcome in the empty context, since
// where every byte begins with the same bit there is nothing to explain.
func (m *CTW) Explain() model.Explanation {
	weights := m.posterior()
	order := 0
	for d, w := range weights[:min(int64(m.longest), m.read)+1] {
		if w > weights[order] {
			order = d
		}
	}
	e := model.Explanation{Order: order, SeenAt: m.seenAt(order), Unit: model.InShares}
	for d, w := range weights {
		e.Inputs = append(e.Inputs, model.Weight{Name: fmt.Sprintf("depth %d", d), Weight: w})
	}
	e.Inputs = model.Largest(e.Inputs)
	for i := range order {
		e.Context = append(e.Context, m.last[order-1-i])
	}
	return e
}

// posterior returns the weight of each depth. They sum to 1.
func (m *CTW) posterior() []float64 {
	weights := make([]float64, m.longest+1)
	all := 0.0
	for v := m.view; v.bit < 8; m.move(&v, int(v.mixed[0]>>31)) {
		part := v.variance()
		all += part
		m.stops(&v, part, weights)
	}
	for d := range weights {
		weights[d] /= all
	}
	return weights
}

// stops divides part among the depths, by the probability that the context of
// one decision ends there.
func (m *CTW) stops(v *view, part float64, weights []float64) {
	for d := range m.longest {
		stop := 0.5 // what a context that has seen nothing is worth
		if d < v.seen {
			stop = float64(num.Odds(v.cells[d].ratio(v.bit))) / (1 << 32)
		}
		weights[d] += part * stop
		part *= 1 - stop
	}
	weights[m.longest] += part
}

// variance is that of the next bit in the empty context.
func (v *view) variance() float64 {
	p := 0.5
	if v.seen > 0 {
		p = float64(v.own[0]) / (1 << 32)
	}
	return p * (1 - p)
}

// seenAt returns the place behind the last one where the context of so many
// bytes stood, or -1 if it is new.
func (m *CTW) seenAt(order int) int64 {
	n := &m.nodes[m.path[min(order, m.depth)]]
	at := int(n.seen)
	if at < padding+order {
		return -1
	}
	for d := range order {
		if m.text[at-1-d] != m.last[d] {
			return -1
		}
	}
	return m.read - int64(len(m.text)-at)
}
