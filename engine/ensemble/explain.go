package ensemble

import "bitlens/engine/model"

// Explain implements model.Explainer: what the host and each guest add to the
// log-odds of the decisions that lead to the likeliest byte, in bits, and what
// the maps do. The context is that of the host.
func (m *Mix) Explain() model.Explanation {
	e := m.host.Explain()
	e.Unit, e.Inputs = model.InBits, m.votes()
	return e
}

// names of what is no guest.
const (
	hostName = "cm-max"
	biasName = "bias"
	mapsName = "probability maps"
)

// votes returns what each adds.
func (m *Mix) votes() []model.Weight {
	sight, trees := m.sight, m.trees()
	w := []model.Weight{{Name: hostName}}
	for _, g := range m.guests {
		w = append(w, model.Weight{Name: g.name})
	}
	w = append(w, model.Weight{Name: biasName}, model.Weight{Name: mapsName})
	best, node := m.likeliest(trees), 1
	for shift := 7; shift >= 0; shift-- {
		bit := int(best >> shift & 1)
		m.vote(w, trees, node, float64(2*bit-1))
		node = 2*node + bit
	}
	m.sight = sight
	return model.Largest(w)
}

// vote adds what is said of the decision at a node.
func (m *Mix) vote(w []model.Weight, trees []sums, node int, sign float64) {
	all := float64(stretch(m.ask(trees, node)))
	for i, x := range m.sight.opinion {
		sum := float32(0)
		for k := range m.gates {
			sum += m.gates[k].row(m.gates[k].sees(&m.sight), len(m.sight.opinion))[i]
		}
		part := float64(sum*x) / float64(len(m.gates))
		w[i].Weight += sign * part
		all -= part
	}
	w[len(w)-1].Weight += sign * all
}

// likeliest returns the likeliest byte of what is made of these trees.
func (m *Mix) likeliest(trees []sums) (best byte) {
	var p [256]float64
	m.divide(&p, trees)
	for b := range p {
		if p[b] > p[best] {
			best = byte(b)
		}
	}
	return best
}
