package neural

import "bitlens/engine/num"

// A gru cell has no memory beside what it says (Cho et al. 2014). Its reset gate
// r stands behind the recurrent product, so that one matrix makes all sums.
//
//	g  = tanh(x + r u)    x, u: sums over the input and over h
//	h' = h + z (g - h)
type gru struct{}

func (gru) forward(s *step) {
	z, r, g := three(s.sums)
	uz, ur, u := three(s.recurrent)
	for j := range z {
		z[j] += uz[j]
		r[j] += ur[j]
	}
	num.Sigmoid(s.sums[:2*len(z)])
	for j, v := range u {
		g[j] += float32(r[j] * v)
	}
	num.Tanh(g)
	for j, h := range s.before.hidden {
		s.after.hidden[j] = h + float32(z[j]*(g[j]-h))
	}
}

func (gru) backward(s *step, d *slopes) {
	z, r, g := three(s.sums)
	_, _, u := three(s.recurrent)
	dz, dr, dg := three(d.sums)
	for j, dh := range d.hidden {
		dz[j] = float32(float32(float32(dh*(g[j]-s.before.hidden[j]))*z[j]) * (1 - z[j]))
		dg[j] = float32(float32(dh*z[j]) * (1 - float32(g[j]*g[j])))
		dr[j] = float32(float32(float32(dg[j]*u[j])*r[j]) * (1 - r[j]))
		d.before[j] += float32(dh * (1 - z[j]))
	}
	copy(d.recurrent, d.sums)
	_, _, du := three(d.recurrent)
	for j := range du {
		du[j] = float32(du[j] * r[j])
	}
}
