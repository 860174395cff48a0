package neural

// A pass takes several streams side by side through some steps of a stack, and
// errors back (backpropagation through time, Werbos 1990). Row k = step *
// streams + stream of each matrix is one step of one stream.
type unrolled struct {
	batch
	net        *stack
	layers     []layerPass
	said       []float32 // what all layers say, dropped out
	saidSlopes []float32
	dropout    *dropout
	at         step   // the row where a cell is
	slope      slopes // and its gradients
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

func (s *stack) newPass(steps, streams int, drop *dropout) pass {
	p := &unrolled{batch: newBatch(steps, streams), net: s, layers: make([]layerPass, len(s.layers)), dropout: drop}
	p.said, p.saidSlopes = p.each(len(s.layers)*s.cells), p.each(len(s.layers)*s.cells)
	for i := range p.layers {
		p.layers[i] = p.newLayer(s.cells)
	}
	return p
}

func (p *unrolled) newLayer(n int) layerPass {
	states, streams := (len(p.in)+p.streams)*n, p.streams*n
	return layerPass{
		sums: p.each(gates * n), recurrent: p.each(gates * n), kept: p.each(n),
		memory: p.hold(states), hidden: p.hold(states), shown: p.each(n), mask: p.each(n),
		slopes: slopes{hidden: p.each(n), before: p.hold(streams), memory: p.hold(streams), sums: p.each(gates * n), recurrent: p.each(gates * n)},
	}
}

// forward implements pass.
func (p *unrolled) forward() {
	for i := range p.layers {
		p.sum(i)
		p.run(i)
		p.show(i)
	}
	p.expect(p.net.output, p.net.bias, p.said)
}

// sum makes the sums of layer i over its input.
func (p *unrolled) sum(i int) {
	l, a := &p.net.layers[i], &p.layers[i]
	for k, b := range p.in[:p.rows()] {
		l.byByte.look(a.sums[k*gates*p.net.cells:][:gates*p.net.cells], int(b))
	}
	if i > 0 {
		l.byBelow.value.AddProduct(a.sums, p.layers[i-1].shown, p.rows())
	}
}

// run takes the cells of layer i through all steps.
func (p *unrolled) run(i int) {
	a, width := &p.layers[i], gates*p.net.cells
	clear(a.recurrent[:p.rows()*width])
	for t := range p.steps {
		first := t * p.streams
		p.net.layers[i].bySelf.value.AddProduct(a.recurrent[first*width:], a.hidden[first*p.net.cells:], p.streams)
		for k := first; k < first+p.streams; k++ {
			p.net.cell.forward(p.step(i, k))
		}
	}
}

// step returns row k of layer i, until the next call.
func (p *unrolled) step(i, k int) *step {
	a, n := &p.layers[i], p.net.cells
	p.at = step{
		sums: a.sums[gates*k*n:][:gates*n], recurrent: a.recurrent[gates*k*n:][:gates*n], kept: a.kept[k*n:][:n],
		before: p.state(i, k), after: p.state(i, k+p.streams),
	}
	return &p.at
}

// state returns row k of the states of layer i.
func (p *unrolled) state(i, k int) state {
	a, n := &p.layers[i], p.net.cells
	return state{a.memory[k*n:][:n], a.hidden[k*n:][:n]}
}

// show hands on what layer i says.
func (p *unrolled) show(i int) {
	a, n := &p.layers[i], p.net.cells
	all := p.rows() * n
	copy(a.shown[:all], a.hidden[p.streams*n:])
	p.dropout.apply(a.shown[:all], a.mask)
	width := len(p.layers) * n
	for k := range p.rows() {
		copy(p.said[k*width+i*n:][:n], a.shown[k*n:])
	}
}
