package neural

import "bitlens/engine/num"

// An lstm cell carries a memory that its gates open and close (Hochreiter and
// Schmidhuber 1997). What it lets in takes the place of what it forgets: the
// input gate i and the forget gate 1-i are coupled (Greff et al. 2017).
//
//	c' = c + i (tanh(g) - c)
//	h' = o tanh(c')
type lstm struct{}

func (lstm) forward(s *step) {
	for j, v := range s.recurrent {
		s.sums[j] += v
	}
	i, o, g := three(s.sums)
	num.Sigmoid(s.sums[:2*len(i)])
	num.Tanh(g)
	for j, c := range s.before.memory {
		c += float32(i[j] * (g[j] - c))
		s.after.memory[j], s.kept[j] = c, c
	}
	num.Tanh(s.kept)
	for j, c := range s.kept {
		s.after.hidden[j] = float32(o[j] * c)
	}
}

func (lstm) backward(s *step, d *slopes) {
	i, o, g := three(s.sums)
	di, do, dg := three(d.sums)
	for j, dh := range d.hidden {
		c := s.kept[j]
		do[j] = float32(float32(float32(dh*c)*o[j]) * (1 - o[j]))
		dc := d.memory[j] + float32(float32(dh*o[j])*(1-float32(c*c)))
		di[j] = float32(float32(float32(dc*(g[j]-s.before.memory[j]))*i[j]) * (1 - i[j]))
		dg[j] = float32(float32(dc*i[j]) * (1 - float32(g[j]*g[j])))
		d.memory[j] = float32(dc * (1 - i[j]))
	}
	copy(d.recurrent, d.sums)
}
