package neural

import "bitlens/engine/num"

// symbols is the number of values of a byte.
const symbols = 256

// A batch is what goes into a pass and comes out. Row k = step * streams +
// stream of each matrix is one step of one stream.
type batch struct {
	steps, streams int       // as many as there is room for, or fewer
	in             []byte    // what is read, a row each
	logits         []float32 // then the probabilities, then their gradient
	numbers        int       // that the pass holds
}

func newBatch(steps, streams int) batch {
	b := batch{steps: steps, streams: streams, in: make([]byte, steps*streams)}
	b.logits = b.hold(steps * streams * symbols)
	return b
}

// hold returns n numbers, for the pass to work with.
func (b *batch) hold(n int) []float32 {
	b.numbers += n
	return make([]float32, n)
}

// each returns numbers for every row.
func (b *batch) each(width int) []float32 { return b.hold(len(b.in) * width) }

func (b *batch) rowsOf() *batch { return b }

func (b *batch) rows() int { return b.steps * b.streams }

func (b *batch) bytes() int { return len(b.in) + 4*b.numbers }

// row returns the logits of row k.
func (b *batch) row(k int) []float32 { return b.logits[k*symbols:][:symbols] }

// expect turns what a network says in each row into probabilities.
func (b *batch) expect(output *dense, bias *table, said []float32) {
	for k := range b.rows() {
		copy(b.row(k), bias.shared())
	}
	output.value.AddProduct(b.logits, said, b.rows())
	for k := range b.rows() {
		num.Softmax(b.row(k))
	}
}

// miss turns probabilities into the gradient of the logits, blames bias, and
// returns the rows.
func (b *batch) miss(bias *table, next []byte, scale float32) []float32 {
	for k, n := range next[:b.rows()] {
		row := b.row(k)
		row[n]--
		for i := range row {
			row[i] = float32(row[i] * scale)
		}
		bias.blameShared(row)
	}
	return b.logits[:b.rows()*symbols]
}
