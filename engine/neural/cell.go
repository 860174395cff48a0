package neural

// gates is how many sums each unit of a cell makes.
const gates = 3

// A cell is one step of a recurrent layer: it turns sums over its input and
// over what the layer said before into what the layer says now.
type cell interface {
	// forward fills the state after a step of one stream.
	forward(s *step)
	// backward turns the gradient of what the layer says into those of the
	// sums, and of the state before the step.
	backward(s *step, d *slopes)
}

// A step is one step of one stream. Slices of gates hold those of all units one
// behind the other; the others have a number a unit.
type step struct {
	sums      []float32 // over the input; forward turns them into gates
	recurrent []float32 // sums over what the layer said before
	kept      []float32 // what backward wants to know of the step
	before    state
	after     state
}

// A state is what a layer carries from step to step.
type state struct {
	memory []float32 // known to the cell alone
	hidden []float32 // what the layer says, between -1 and 1
}

// slopes are gradients of the loss at one step.
type slopes struct {
	hidden    []float32 // of what the layer says; backward adds what goes to the step before
	before    []float32 // of what the layer said before, beside the recurrent sums
	memory    []float32 // of the memory after, then before
	sums      []float32
	recurrent []float32
}

// three divides the gates of all units.
func three(x []float32) (a, b, c []float32) {
	n := len(x) / gates
	return x[:n], x[n : 2*n], x[2*n : 3*n]
}
