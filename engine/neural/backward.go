package neural

import "bitlens/engine/num"

// backward implements pass.
func (p *unrolled) backward(next []byte, scale float32) {
	rows := p.rows()
	logits, said := p.miss(p.net.bias, next, scale), p.saidSlopes[:rows*len(p.layers)*p.net.cells]
	clear(said)
	p.net.output.blame(said, p.said, logits, rows)
	for i := range p.layers {
		clear(p.layers[i].slopes.hidden)
	}
	for i := len(p.layers) - 1; i >= 0; i-- {
		p.gather(i)
		p.runBack(i)
		p.blame(i)
	}
}

// gather completes the gradient of what layer i shows by what the output read
// of it. The layer above has put in its own.
func (p *unrolled) gather(i int) {
	n, width := p.net.cells, len(p.layers)*p.net.cells
	hidden := p.layers[i].slopes.hidden
	for k := range p.rows() {
		num.Add(hidden[k*n:][:n], p.saidSlopes[k*width+i*n:])
	}
	p.dropout.mask(hidden[:p.rows()*n], p.layers[i].mask)
}

// runBack takes the gradient of layer i through its steps, the last first. What
// goes back beyond the first step ends there.
func (p *unrolled) runBack(i int) {
	a, n := &p.layers[i], p.net.cells
	self := p.net.layers[i].bySelf
	self.turn()
	clear(a.slopes.memory)
	before := a.slopes.before
	for t := p.steps - 1; t >= 0; t-- {
		first := t * p.streams
		clear(before)
		for b := range p.streams {
			p.slope = a.slopes.row(first+b, b, n)
			p.net.cell.backward(p.step(i, first+b), &p.slope)
		}
		self.back.AddProduct(before, a.slopes.recurrent[gates*first*n:], p.streams)
		if t > 0 {
			num.Add(a.slopes.hidden[(first-p.streams)*n:][:len(before)], before)
		}
	}
}

// row returns the gradients of row k, which is of stream b.
func (d *slopes) row(k, b, n int) slopes {
	return slopes{
		hidden: d.hidden[k*n:][:n], before: d.before[b*n:][:n], memory: d.memory[b*n:][:n],
		sums: d.sums[gates*k*n:][:gates*n], recurrent: d.recurrent[gates*k*n:][:gates*n],
	}
}

// blame adds the gradients of the weights of layer i, and hands that of its
// input to the layer below.
func (p *unrolled) blame(i int) {
	l, a, width := &p.net.layers[i], &p.layers[i], gates*p.net.cells
	l.bySelf.slope.AddOuter(a.hidden, a.slopes.recurrent, p.rows())
	for k, b := range p.in[:p.rows()] {
		l.byByte.blame(a.slopes.sums[k*width:], int(b))
	}
	if i > 0 {
		below := &p.layers[i-1]
		l.byBelow.blame(below.slopes.hidden, below.shown, a.slopes.sums, p.rows())
	}
}
