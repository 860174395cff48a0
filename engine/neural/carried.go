package neural

// carried returns what a stream, from 0, carries into the first step of p.
func (p *unrolled) carried(stream int) (all [][]float32) {
	for i := range p.layers {
		a := &p.layers[i]
		n := p.net.cells
		all = append(all, a.memory[stream*n:][:n], a.hidden[stream*n:][:n])
	}
	return all
}

// carry makes what the streams carry after the last step what they carry into
// the first.
func (p *unrolled) carry() {
	for i := range p.layers {
		a := &p.layers[i]
		all := p.streams * p.net.cells
		copy(a.memory[:all], a.memory[p.steps*all:])
		copy(a.hidden[:all], a.hidden[p.steps*all:])
	}
}

// forget lets a stream of p carry nothing.
func forget(p pass, stream int) {
	for _, x := range p.carried(stream) {
		clear(x)
	}
}

// appendAll appends each of the rows in from to x.
func appendAll(x []float32, from [][]float32) []float32 {
	for _, row := range from {
		x = append(x, row...)
	}
	return x
}

// copyAll fills the rows of to from x, and returns what is left of it.
func copyAll(to [][]float32, x []float32) []float32 {
	for _, row := range to {
		x = x[copy(row, x):]
	}
	return x
}
