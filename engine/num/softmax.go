package num

// Softmax turns logits, a positive multiple of 8 of them, into probabilities:
// e^x divided by the sum of all, after the largest was taken from each.
func Softmax(x []float32) { softmax(x) }

func softmaxPlain(x []float32) {
	most := largest(x)
	for i := range x {
		x[i] -= most
	}
	expPlain(x)
	share := 1 / Sum(x)
	for i := range x {
		x[i] = float32(x[i] * share)
	}
}

// SoftmaxBack turns d, the gradient of the probabilities p, into that of their
// logits. Both have one length, a positive multiple of 8.
func SoftmaxBack(p, d []float32) { softmaxBack(p, d[:len(p)]) }

func softmaxBackPlain(p, d []float32) {
	var sums [8]float32
	for i, v := range p {
		sums[i%8] += float32(v * d[i])
	}
	mean := inPairs(&sums)
	for i, v := range p {
		d[i] = float32(v * (d[i] - mean))
	}
}

// largest returns the largest of x: of eight side by side, then across. The
// order matters where there is something that is not a number.
func largest(x []float32) float32 {
	most := [8]float32(x)
	for ; len(x) >= 8; x = x[8:] {
		greater(most[:], x)
	}
	for n := len(most) / 2; n > 0; n /= 2 {
		greater(most[:n], most[n:])
	}
	return most[0]
}

// greater replaces each x by the y beside it that is greater.
func greater(x, y []float32) {
	for i := range x {
		if y[i] > x[i] {
			x[i] = y[i]
		}
	}
}
