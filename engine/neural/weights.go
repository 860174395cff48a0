package neural

import (
	"slices"

	"bitlens/engine/num"
)

// weights are numbers that a network learns, with the gradient of the loss and
// Adam's two means of it. A gradient is 0 between two steps.
type weights struct{ values, gradient, mean, square []float32 }

func newWeights(n int) weights {
	return weights{make([]float32, n), make([]float32, n), make([]float32, n), make([]float32, n)}
}

// step moves the part from i to j down the gradient.
func (w *weights) step(a *num.Adam, rate float32, i, j int) {
	a.Step(w.values[i:j], w.gradient[i:j], w.mean[i:j], w.square[i:j], rate)
}

func (w *weights) clone() weights {
	return weights{slices.Clone(w.values), make([]float32, len(w.values)), slices.Clone(w.mean), slices.Clone(w.square)}
}

// copyFrom makes w equal to o, of the same size.
func (w *weights) copyFrom(o *weights) {
	copy(w.values, o.values)
	copy(w.mean, o.mean)
	copy(w.square, o.square)
}

func (w *weights) state() *weights { return w }

func (w *weights) bytes() int { return 16 * len(w.values) }

// A dense part of a network multiplies rows by a matrix.
type dense struct {
	weights
	value, slope num.Matrix // the weights and their gradient
	back         num.Matrix // the value transposed, while a gradient goes back
}

func newDense(rows, columns int, r *random, most float32) *dense {
	d := &dense{weights: newWeights(rows * columns), back: num.NewMatrix(columns, rows)}
	r.fill(d.values, most)
	d.view(rows, columns)
	return d
}

// view lays the matrices over the weights.
func (d *dense) view(rows, columns int) {
	d.value, d.slope = num.OnMatrix(rows, columns, d.values), num.OnMatrix(rows, columns, d.gradient)
}

func (d *dense) clone() *dense {
	c := &dense{weights: d.weights.clone(), back: num.NewMatrix(d.value.Columns, d.value.Rows)}
	c.view(d.value.Rows, d.value.Columns)
	return c
}

// products returns how many products a row takes.
func (d *dense) products() int { return d.value.Rows * d.value.Columns }

// turn prepares back for the weights as they are now.
func (d *dense) turn() { d.back.TransposeOf(&d.value) }

// blame adds to the gradient of the weights, and to dx, that of the x which was
// multiplied, what dy, that of the product, says of them.
func (d *dense) blame(dx, x, dy []float32, rows int) {
	d.slope.AddOuter(x, dy, rows)
	d.turn()
	d.back.AddProduct(dx, dy, rows)
}

func (d *dense) learn(a *num.Adam, rate float32) { d.step(a, rate, 0, len(d.values)) }

func (d *dense) bytes() int { return d.weights.bytes() + 4*len(d.back.V) }

// A table has a row of weights for each byte and, as its last, one for all. A
// row moves only in a step that used it.
type table struct {
	weights
	width int
	used  []bool
}

// newTable returns a table of so many rows, the last of them not counted.
func newTable(rows, width int, r *random, most float32) *table {
	t := &table{weights: newWeights((rows + 1) * width), width: width, used: make([]bool, rows+1)}
	r.fill(t.values[:rows*width], most)
	return t
}

func (t *table) row(x []float32, i int) []float32 { return x[i*t.width:][:t.width] }

// shared returns the row for all.
func (t *table) shared() []float32 { return t.row(t.values, len(t.used)-1) }

// look sets x to row i and the row for all.
func (t *table) look(x []float32, i int) {
	copy(x, t.row(t.values, i))
	num.Add(x[:t.width], t.shared())
}

// blame adds the gradient of what look returned.
func (t *table) blame(dx []float32, i int) {
	num.Add(t.row(t.gradient, i), dx)
	t.used[i] = true
	t.blameShared(dx)
}

func (t *table) blameShared(dx []float32) {
	num.Add(t.row(t.gradient, len(t.used)-1), dx)
	t.used[len(t.used)-1] = true
}

func (t *table) learn(a *num.Adam, rate float32) {
	for i, used := range t.used {
		if used {
			t.step(a, rate, i*t.width, (i+1)*t.width)
		}
	}
	clear(t.used)
}

func (t *table) clone() *table {
	return &table{t.weights.clone(), t.width, slices.Clone(t.used)}
}
