package neural

import "bitlens/engine/num"

// A pass takes several streams side by side through some steps of a stack, and
// errors back (backpropagation through time, Werbos 1990). Row k = step *
// streams + stream of each matrix is one step of one stream.
type pass struct {
	steps, streams int    // as many or fewer than there is room for
	cells          int    // of a layer
	in             []byte // what is read, a row each
	layers         []layerPass
	said           []float32 // what all layers say, dropped out
	saidSlopes     []float32
	logits         []float32 // then the probabilities, then their gradient
	dropout        dropout
	at             step   // the row where a cell is
	slope          slopes // and its gradients
}

// A layerPass is the part of a layer in a pass. States have one more step than
// the others: the one before the first.
type layerPass struct {
	sums, recurrent, kept []float32
	memory, hidden        []float32 // states
	shown                 []float32 // hidden, dropped out
	mask                  []float32
	slopes                slopes // hidden, sums and recurrent of all rows, the rest of one step
}

func newPass(s *stack, steps, streams int, drop dropout) *pass {
	rows := steps * streams
	p := &pass{steps: steps, streams: streams, cells: s.cells, in: make([]byte, rows), layers: make([]layerPass, len(s.layers)), dropout: drop}
	joined := rows * len(s.layers) * s.cells
	p.said, p.saidSlopes, p.logits = make([]float32, joined), make([]float32, joined), make([]float32, rows*symbols)
	for i := range p.layers {
		p.layers[i] = newLayerPass(rows, streams, s.cells)
	}
	return p
}

func newLayerPass(rows, streams, cells int) layerPass {
	n := func(rows int) []float32 { return make([]float32, rows*cells) }
	return layerPass{
		sums: n(gates * rows), recurrent: n(gates * rows), kept: n(rows),
		memory: n(rows + streams), hidden: n(rows + streams), shown: n(rows), mask: n(rows),
		slopes: slopes{hidden: n(rows), before: n(streams), memory: n(streams), sums: n(gates * rows), recurrent: n(gates * rows)},
	}
}

func (p *pass) rows() int { return p.steps * p.streams }

// forward leaves in logits the probabilities of the byte after each row.
func (p *pass) forward(s *stack) {
	for i := range p.layers {
		p.sum(s, i)
		p.run(s, i)
		p.show(s, i)
	}
	for k := range p.rows() {
		copy(p.logits[k*symbols:][:symbols], s.bias.shared())
	}
	s.output.value.AddProduct(p.logits, p.said, p.rows())
	for k := range p.rows() {
		num.Softmax(p.logits[k*symbols:][:symbols])
	}
}

// sum makes the sums of layer i over its input.
func (p *pass) sum(s *stack, i int) {
	l, a := &s.layers[i], &p.layers[i]
	for k, b := range p.in[:p.rows()] {
		l.byByte.look(a.sums[k*gates*s.cells:][:gates*s.cells], int(b))
	}
	if i > 0 {
		l.byBelow.value.AddProduct(a.sums, p.layers[i-1].shown, p.rows())
	}
}

// run takes the cells of layer i through all steps.
func (p *pass) run(s *stack, i int) {
	a, width := &p.layers[i], gates*s.cells
	clear(a.recurrent[:p.rows()*width])
	for t := range p.steps {
		first := t * p.streams
		s.layers[i].bySelf.value.AddProduct(a.recurrent[first*width:], a.hidden[first*s.cells:], p.streams)
		for k := first; k < first+p.streams; k++ {
			s.cell.forward(p.step(s, i, k))
		}
	}
}

// step returns row k of layer i, until the next call.
func (p *pass) step(s *stack, i, k int) *step {
	a, n := &p.layers[i], s.cells
	p.at = step{
		sums: a.sums[gates*k*n:][:gates*n], recurrent: a.recurrent[gates*k*n:][:gates*n], kept: a.kept[k*n:][:n],
		before: p.state(s, i, k), after: p.state(s, i, k+p.streams),
	}
	return &p.at
}

// state returns row k of the states of layer i.
func (p *pass) state(s *stack, i, k int) state {
	a, n := &p.layers[i], s.cells
	return state{a.memory[k*n:][:n], a.hidden[k*n:][:n]}
}

// show hands on what layer i says.
func (p *pass) show(s *stack, i int) {
	a, n := &p.layers[i], s.cells
	all := p.rows() * n
	copy(a.shown[:all], a.hidden[p.streams*n:])
	p.dropout.apply(a.shown[:all], a.mask)
	width := len(p.layers) * n
	for k := range p.rows() {
		copy(p.said[k*width+i*n:][:n], a.shown[k*n:])
	}
}

// bytes returns the memory of the pass.
func (p *pass) bytes() int {
	n := len(p.said) + len(p.saidSlopes) + len(p.logits)
	for i := range p.layers {
		a := &p.layers[i]
		n += len(a.sums) + len(a.recurrent) + len(a.kept) + len(a.memory) + len(a.hidden) + len(a.shown) + len(a.mask)
		n += len(a.slopes.hidden) + len(a.slopes.before) + len(a.slopes.memory) + len(a.slopes.sums) + len(a.slopes.recurrent)
	}
	return 4*n + len(p.in)
}
