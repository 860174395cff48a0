package neural

import "bitlens/engine/num"

// A head finds, for each step of one stream, what the bytes before have to say:
// the mean of their values, by how well their keys fit the query.
type head struct {
	distance               []float32 // what a logit gains, by bytes back
	distanceSlopes         []float32
	keys, values           num.Matrix // span rows
	keysBack, valuesBack   num.Matrix // transposed
	keySlopes, valueSlopes num.Matrix
	queries, found         []float32 // a row a step
	fit, fitSlopes         []float32 // span columns
}

const (
	// sharpness is what products of a query and a key are multiplied by: the
	// root of 1 / headWidth.
	sharpness = 0.25
	// hidden is a logit of what a step must not see.
	hidden = -1e9
)

// newHead returns head i of those whose preferences are near, of one stream.
func newHead(b *batch, near *table, i int) head {
	tall := func() num.Matrix { return num.OnMatrix(span, headWidth, b.hold(span*headWidth)) }
	wide := func() num.Matrix { return num.OnMatrix(headWidth, span, b.hold(span*headWidth)) }
	step := func(width int) []float32 { return b.hold(b.steps * width) }
	return head{
		distance: near.values[i*reach:][:reach], distanceSlopes: near.gradient[i*reach:][:reach],
		keys: tall(), values: tall(), keySlopes: tall(), valueSlopes: tall(),
		keysBack: wide(), valuesBack: wide(),
		queries: step(headWidth), found: step(headWidth), fit: step(span), fitSlopes: step(span),
	}
}

// attend fills found from queries, keys and values.
func (h *head) attend(steps int) {
	h.keysBack.TransposeOf(&h.keys)
	clear(h.fit[:steps*span])
	h.keysBack.AddProduct(h.fit, h.queries, steps)
	for t := range steps {
		row := h.fit[t*span:][:span]
		for j := range row {
			row[j] = float32(row[j] * sharpness)
		}
		h.prefer(row, reach+t)
		num.Softmax(row)
	}
	clear(h.found[:steps*headWidth])
	h.values.AddProduct(h.found, h.fit, steps)
}

// prefer adds what distance says to the logits of a step, and hides what is
// too far and what comes after.
func (h *head) prefer(row []float32, newest int) {
	for j := range row {
		if back := newest - j; back >= 0 && back < reach {
			row[j] += h.distance[back]
		} else {
			row[j] = hidden
		}
	}
}

// attendBack turns the gradient of found into that of queries, which takes
// their place, and of keys and values.
func (h *head) attendBack(found []float32, steps int) {
	h.valuesBack.TransposeOf(&h.values)
	clear(h.fitSlopes[:steps*span])
	clear(h.valueSlopes.V)
	clear(h.keySlopes.V)
	h.valuesBack.AddProduct(h.fitSlopes, found, steps)
	h.valueSlopes.AddOuter(h.fit, found, steps)
	for t := range steps {
		p, d := h.fit[t*span:][:span], h.fitSlopes[t*span:][:span]
		softmaxBack(p, d)
		for back := range reach {
			h.distanceSlopes[back] += d[reach+t-back]
		}
		for j := range d {
			d[j] = float32(d[j] * sharpness)
		}
	}
	h.keySlopes.AddOuter(h.fitSlopes, h.queries, steps)
	clear(h.queries[:steps*headWidth])
	h.keys.AddProduct(h.queries, h.fitSlopes, steps)
}

// softmaxBack turns d, the gradient of the probabilities p, into that of their
// logits.
func softmaxBack(p, d []float32) {
	mean := float32(0)
	for j, v := range p {
		mean += float32(v * d[j])
	}
	for j, v := range p {
		d[j] = float32(v * (d[j] - mean))
	}
}

// carry makes the last keys and values those before the first.
func (h *head) carry(steps int) {
	copy(h.keys.V, h.keys.V[steps*headWidth:])
	copy(h.values.V, h.values.V[steps*headWidth:])
}

// carried returns the keys and values before the first step.
func (h *head) carried() [][]float32 {
	return [][]float32{h.keys.V[:reach*headWidth], h.values.V[:reach*headWidth]}
}
