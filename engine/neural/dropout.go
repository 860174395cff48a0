package neural

import "math"

// A dropout silences each number with a chance, and makes the others louder for
// it, so that no unit leans on another alone (Srivastava et al. 2014). It stands
// where a layer is read, not on its way through time (Zaremba, Sutskever and
// Vinyals 2014).
type dropout struct {
	chance uint32 // times 2^32; 0 drops nothing
	random *random
}

// apply drops numbers of x, and keeps in mask what it multiplied them by.
func (d *dropout) apply(x, mask []float32) {
	if d.chance == 0 {
		return
	}
	louder := 1 / (1 - float32(float32(d.chance)/(1<<32)))
	for i := range x {
		mask[i] = d.drop(louder)
		x[i] = float32(x[i] * mask[i])
	}
}

// drop returns x, or 0. It takes no branch, which would be foretold wrongly half
// of the time.
func (d *dropout) drop(x float32) float32 {
	dropped := (int64(d.random.next()>>32) - int64(d.chance)) >> 63
	return math.Float32frombits(math.Float32bits(x) &^ uint32(dropped))
}

// mask multiplies a gradient by what apply kept.
func (d *dropout) mask(x, mask []float32) {
	if d.chance == 0 {
		return
	}
	for i := range x {
		x[i] = float32(x[i] * mask[i])
	}
}
