package num

// An Adam is the state of a descent that gives each weight a step of its own:
// the running mean of its gradient, divided by the root of the running mean of
// its square (Kingma and Ba 2015).
type Adam struct {
	First, Second float32 // share of the newest gradient in each mean
	Tiny          float32 // added to the root
	first, second float32 // share of the zeros that the means began with
}

// NewAdam returns a descent whose means take that share of each new gradient.
func NewAdam(first, second, tiny float32) Adam {
	return Adam{first, second, tiny, 1, 1}
}

// Tick begins a step. Its result is what a rate is multiplied by to make good
// that the means began with zeros.
func (a *Adam) Tick() float32 {
	a.first = float32(a.first * (1 - a.First))
	a.second = float32(a.second * (1 - a.Second))
	return root(1-a.second) / (1 - a.first)
}

// Step moves the weights w against the gradients g, which become 0; m and v are
// the means. All have one length, a multiple of 8.
func (a *Adam) Step(w, g, m, v []float32, rate float32) {
	n := len(w)
	adam(w, g[:n], m[:n], v[:n], rate, a.First, a.Second, a.Tiny)
}

func adamPlain(w, g, m, v []float32, rate, first, second, tiny float32) {
	for i, d := range g {
		m[i] += float32(first * (d - m[i]))
		v[i] += float32(second * (float32(d*d) - v[i]))
		w[i] -= float32(rate*m[i]) / (root(v[i]) + tiny)
		g[i] = 0
	}
}
