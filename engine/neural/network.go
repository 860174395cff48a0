package neural

import "bitlens/engine/num"

// A network has weights; a pass computes with them.
type network interface {
	// newPass returns a pass with room for so many steps of so many streams.
	newPass(steps, streams int, drop *dropout) pass
	// parts calls f with every part that learns, in one order.
	parts(f func(part))
	// products returns how many products with weights a row takes forward.
	products() int
	// clone returns a network of equal weights.
	clone() network
}

// A pass takes several streams side by side through some steps of a network,
// and errors back.
type pass interface {
	// rowsOf returns what goes in and comes out.
	rowsOf() *batch
	// forward leaves in logits the probabilities of the byte after each row.
	forward()
	// backward follows forward. It adds to the gradients of the weights that of
	// -ln of the probability that each byte of next, one a row, was given, times
	// scale.
	backward(next []byte, scale float32)
	// carried returns what a stream, from 0, carries into the first step.
	carried(stream int) [][]float32
	// carry makes what the streams carry after the last step what they carry
	// into the first.
	carry()
	bytes() int
}

// A part of a network learns.
type part interface {
	learn(a *num.Adam, rate float32)
	bytes() int
	state() *weights
}

// copyWeights makes the weights of to those of from, of the same shape.
func copyWeights(to, from network) {
	var all []*weights
	from.parts(func(p part) { all = append(all, p.state()) })
	to.parts(func(p part) {
		p.state().copyFrom(all[0])
		all = all[1:]
	})
}

// weightBytes returns the memory of the weights.
func weightBytes(net network) (n int) {
	net.parts(func(p part) { n += p.bytes() })
	return n
}
