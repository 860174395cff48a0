package neural

import (
	"math"

	"bitlens/engine/model"
)

// Explain implements model.Explainer. Its inputs are the network, whose own
// parts have no names, and the direct connections; its context is the longest
// that one of them knows.
func (n *Learner) Explain() model.Explanation {
	p := n.present.rowsOf().logits
	likeliest := 0
	for b := range p {
		if p[b] > p[likeliest] {
			likeliest = b
		}
	}
	network, all := logOdds(n.alone, byte(likeliest)), logOdds(p, byte(likeliest))
	e := model.Explanation{SeenAt: -1, Unit: model.InBits, Order: n.direct.known()}
	e.Context = n.text.bytes[len(n.text.bytes)-e.Order:]
	e.Inputs = model.Largest([]model.Weight{{Name: "network", Weight: network}, {Name: "direct connections", Weight: all - network}})
	return e
}

// logOdds returns the sum of log2 p/(1-p) over the decisions that lead to b,
// each held within 22 bits as a coder holds it.
func logOdds(p []float32, b byte) (sum float64) {
	for width := symbols / 2; width > 0; width /= 2 {
		at := int(b) &^ (width - 1)
		sum += math.Log2(weight(p[at:at+width]) / weight(p[at^width:at^width+width]))
	}
	return sum
}

// weight returns the sum of p, and a little.
func weight(p []float32) (sum float64) {
	for _, v := range p {
		sum += float64(v)
	}
	return sum + 1.0/(1<<22)
}
