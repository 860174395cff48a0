package num

// Dot returns the sum of x[i] * w[i]. The lengths are equal and a multiple of
// 4: four sums run side by side.
func Dot(x, w []int32) int64 {
	var a, b, c, d int64
	for len(x) >= 4 && len(w) >= 4 {
		a += int64(x[0]) * int64(w[0])
		b += int64(x[1]) * int64(w[1])
		c += int64(x[2]) * int64(w[2])
		d += int64(x[3]) * int64(w[3])
		x, w = x[4:], w[4:]
	}
	return a + b + c + d
}

// Train adds x[i] * err / 2^shift, rounded, to every w[i]: one step of
// gradient descent on the cost of a logistic mixture. The lengths are equal
// and a multiple of 4; x[i] * err stays within 32 bits.
func Train(x, w []int32, err int32, shift uint) {
	round := int32(1) << (shift - 1)
	for len(x) >= 4 && len(w) >= 4 {
		w[0] += (x[0]*err + round) >> shift
		w[1] += (x[1]*err + round) >> shift
		w[2] += (x[2]*err + round) >> shift
		w[3] += (x[3]*err + round) >> shift
		x, w = x[4:], w[4:]
	}
}
