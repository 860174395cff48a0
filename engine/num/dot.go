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

// TrainBits is the number of binary places of the product of Train.
const TrainBits = 18

// Train adds x[i] * err / 2^TrainBits, rounded, to every w[i]: one step of
// gradient descent on the cost of a logistic mixture. The lengths are equal
// and a multiple of 4; x[i] * err stays within 32 bits.
func Train(x, w []int32, err int32) {
	const round = 1 << (TrainBits - 1)
	for len(x) >= 4 && len(w) >= 4 {
		w[0] += (x[0]*err + round) >> TrainBits
		w[1] += (x[1]*err + round) >> TrainBits
		w[2] += (x[2]*err + round) >> TrainBits
		w[3] += (x[3]*err + round) >> TrainBits
		x, w = x[4:], w[4:]
	}
}
