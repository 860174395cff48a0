package neural

import "math"

// normalize fills y with rows of x, each divided by the root of its mean square
// (Zhang and Sennrich 2019), and roots with the inverse roots.
func normalize(y, x, roots []float32, width int) {
	for k := range roots {
		row := x[k*width:][:width]
		sum := float32(0)
		for _, v := range row {
			sum += float32(v * v)
		}
		roots[k] = 1 / float32(math.Sqrt(float64(sum/float32(width)+1e-5)))
		for j, v := range row {
			y[k*width+j] = float32(v * roots[k])
		}
	}
}

// normalizeBack adds to dx the gradient of x, from dy, that of y.
func normalizeBack(dx, dy, y, roots []float32, width int) {
	for k, root := range roots {
		row, d := y[k*width:][:width], dy[k*width:][:width]
		mean := float32(0)
		for j, v := range row {
			mean += float32(v * d[j])
		}
		mean /= float32(width)
		for j, v := range row {
			dx[k*width+j] += float32((d[j] - float32(v*mean)) * root)
		}
	}
}
