package neural

import "bitlens/engine/num"

// A head finds, for each step of one stream, what the bytes before have to say:
// the mean of their values, by how well their keys fit the query.
type head struct {
	distance               []float32 // what a logit gains, the farthest byte first
	distanceSlopes         []float32
	keys, values           num.Matrix // span rows
	keysBack, valuesBack   num.Matrix // transposed
	keySlopes, valueSlopes num.Matrix
	queries, found         []float32 // a row a step; queries are sharpened
	fit, fitSlopes         []float32 // span columns
}

const (
	// sharpness is what queries are multiplied by: the root of 1 / headWidth.
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

// ask sets the query of a step, sharpened: a product with a power of two is
// exact, wherever it stands.
func (h *head) ask(step int, query []float32) {
	for i, v := range query {
		h.queries[step*headWidth+i] = float32(v * sharpness)
	}
}

// attend fills found from queries, keys and values.
func (h *head) attend(steps int) {
	h.keysBack.TransposeOf(&h.keys)
	clear(h.fit[:steps*span])
	h.keysBack.AddProduct(h.fit, h.queries, steps)
	for t := range steps {
		row := h.fit[t*span:][:span]
		h.prefer(row, t)
		num.Softmax(row)
	}
	clear(h.found[:steps*headWidth])
	h.values.AddProduct(h.found, h.fit, steps)
}

// prefer adds what distance says to the logits of step t, and hides what is too
// far and what comes after.
func (h *head) prefer(row []float32, t int) {
	fill(row[:t+1], hidden)
	num.Add(sight(row, t), h.distance)
	fill(row[t+1+reach:], hidden)
}

// sight returns the part of a row that step t sees, the farthest first.
func sight(row []float32, t int) []float32 { return row[t+1:][:reach] }

func fill(x []float32, v float32) {
	for i := range x {
		x[i] = v
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
		d := h.fitSlopes[t*span:][:span]
		num.SoftmaxBack(h.fit[t*span:][:span], d)
		num.Add(h.distanceSlopes, sight(d, t))
	}
	h.keySlopes.AddOuter(h.fitSlopes, h.queries, steps)
	clear(h.queries[:steps*headWidth])
	h.keys.AddProduct(h.queries, h.fitSlopes, steps)
	for i, v := range h.queries[:steps*headWidth] {
		h.queries[i] = float32(v * sharpness)
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
