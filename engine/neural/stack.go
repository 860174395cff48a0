package neural

import "math"

// A stack is a recurrent network: layers of cells, one above the other. Each
// layer reads the byte and what the layer below says; the output reads what all
// layers say, so that a gradient has a short way to each (Graves 2013).
type stack struct {
	cell   cell
	cells  int // units a layer, a multiple of 16
	layers []layer
	output *dense // from what all layers say to the logits of the next byte
	bias   *table // of the logits
}

// A layer holds the weights of its sums.
type layer struct {
	byByte  *table // a row for each byte
	byBelow *dense // over the layer below; the lowest has none
	bySelf  *dense // over what the layer said before
}

func newStack(c cell, cells, layers int, r *random) *stack {
	s := &stack{cell: c, cells: cells, layers: make([]layer, layers)}
	most := float32(1 / math.Sqrt(float64(cells)))
	for i := range s.layers {
		l := &s.layers[i]
		l.byByte = newTable(symbols, gates*cells, r, 0.1)
		l.bySelf = newDense(cells, gates*cells, r, most)
		if i > 0 {
			l.byBelow = newDense(cells, gates*cells, r, most)
		}
		slowly(l.byByte.shared()[:cells])
	}
	s.output, s.bias = newDense(layers*cells, symbols, r, 0), newTable(0, symbols, r, 0)
	return s
}

// slowly lets a gate begin nearly closed: a unit then keeps what it has for
// some steps, and errors find their way back through them.
func slowly(gate []float32) {
	for i := range gate {
		gate[i] = -1
	}
}

// parts calls f with every part that learns.
func (s *stack) parts(f func(part)) {
	for _, l := range s.layers {
		f(l.byByte)
		f(l.bySelf)
		if l.byBelow != nil {
			f(l.byBelow)
		}
	}
	f(s.output)
	f(s.bias)
}

// products implements network.
func (s *stack) products() (n int) {
	for _, l := range s.layers {
		n += l.bySelf.products()
		if l.byBelow != nil {
			n += l.byBelow.products()
		}
	}
	return n + s.output.products()
}

func (s *stack) clone() network {
	c := *s
	c.layers = make([]layer, len(s.layers))
	for i, l := range s.layers {
		c.layers[i] = layer{byByte: l.byByte.clone(), bySelf: l.bySelf.clone()}
		if l.byBelow != nil {
			c.layers[i].byBelow = l.byBelow.clone()
		}
	}
	c.output, c.bias = s.output.clone(), s.bias.clone()
	return &c
}
