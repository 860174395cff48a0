//go:build !amd64 || purego

package num

func mix(m *Mixers, x []float32) { mixPlain(m, x) }

func learn(m *Mixers, x []float32, bit float32) { learnPlain(m, x, bit) }

func adapt(m *Mixers, x []float32, bit float32) { adaptPlain(m, x, bit) }

func recall(x []float32, l *Lanes, histories []byte, node int) {
	recallPlain(x, l, histories, node)
}

func revise(l *Lanes, histories []byte, node int, next *[256]uint8, target, limit uint32) {
	revisePlain(l, histories, node, next, target, limit)
}

func lean(x []float32, l *Lanes) { leanPlain(x, l) }

func filter(x, said []float32, l *Lanes, masks *[LaneLen]uint32) { filterPlain(x, said, l, masks) }

func prefetch([]byte, []int32) {}

func fetch(*byte) {}

func panels(c []float32, cRow, cPanel int, a []float32, aRow, aColumn int, b []float32, bRow, bPanel, m, k, n int) {
	panelsPlain(c, cRow, cPanel, a, aRow, aColumn, b, bRow, bPanel, m, k, n)
}

func exp(x []float32) { expPlain(x) }

func sigmoid(x []float32) { sigmoidPlain(x) }

func tanh(x []float32) { tanhPlain(x) }

func add(x, y []float32) { addPlain(x, y) }

func softmaxBack(p, d []float32) { softmaxBackPlain(p, d) }

func softmax(x []float32) { softmaxPlain(x) }

func adam(w, g, m, v []float32, rate, first, second, tiny float32) {
	adamPlain(w, g, m, v, rate, first, second, tiny)
}

func transpose(to, from *[square]float32) { transposePlain(to, from) }
