package num

// Dots sets y[k] to the sum of x[i]*w[i] over the row chosen[k] of weights,
// whose rows are as long as x, a multiple of 8.
//
// Sums of float32 depend on their order: eight run side by side, and are then
// added in pairs. Products are rounded before they are added.
func Dots(y, x, weights []float32, chosen []int32) {
	checkRows(len(y), x, weights, chosen)
	dots(y, x, weights, chosen)
}

func dotsPlain(y, x, weights []float32, chosen []int32) {
	for k, r := range chosen {
		w := weights[int(r)*len(x):][:len(x)]
		var s [8]float32
		for i := 0; i+8 <= len(x); i += 8 {
			v, u := (*[8]float32)(x[i:]), (*[8]float32)(w[i:])
			for l := range s {
				s[l] += float32(v[l] * u[l])
			}
		}
		y[k] = ((s[0] + s[1]) + (s[2] + s[3])) + ((s[4] + s[5]) + (s[6] + s[7]))
	}
}

// Adapt adds g[k]*x[i] to every weight of the row chosen[k]: one step of
// gradient descent. No row is chosen twice.
func Adapt(weights, x, g []float32, chosen []int32) {
	checkRows(len(g), x, weights, chosen)
	adapt(weights, x, g, chosen)
}

func adaptPlain(weights, x, g []float32, chosen []int32) {
	for k, r := range chosen {
		w, step := weights[int(r)*len(x):][:len(x)], g[k]
		for i := range w {
			w[i] += float32(x[i] * step)
		}
	}
}

// checkRows panics where a kernel would leave its arrays.
func checkRows(n int, x, weights []float32, chosen []int32) {
	if len(x) == 0 || len(x)%8 != 0 || len(chosen) == 0 || n != len(chosen) {
		panic("num: lengths do not fit")
	}
	for _, r := range chosen {
		_ = weights[int(r)*len(x)+len(x)-1]
	}
}
