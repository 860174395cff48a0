//go:build !purego

package num

import "golang.org/x/sys/cpu"

//go:generate go -C asm run . -out ../kernels_amd64.s -stubs ../kernels_amd64.go -pkg num

// vectors says whether this processor has the instructions of the kernels, and
// wide whether it has those of the widest.
var (
	vectors = cpu.X86.HasAVX2
	wide    = cpu.X86.HasAVX512F
)

func mix(m *Mixers, x []float32) {
	if vectors {
		mixAVX2(&m.Y[0], &x[0], &m.weights[0], &m.chosen[0], maxNats, len(x), len(m.chosen))
	} else {
		mixPlain(m, x)
	}
}

func learn(m *Mixers, x []float32, bit float32) {
	if vectors {
		learnAVX2(&m.weights[0], &x[0], &m.Y[0], &m.chosen[0], &m.rates[0], &squashes[StretchMax], m.slowest, bit, len(x), len(m.chosen))
	} else {
		learnPlain(m, x, bit)
	}
}

func adapt(m *Mixers, x []float32, bit float32) {
	if vectors {
		adaptAVX2(&m.weights[0], &m.squares[0], &x[0], &m.Y[0], &m.chosen[0], &squashes[StretchMax], m.slowest, bit, len(x), len(m.chosen))
	} else {
		adaptPlain(m, x, bit)
	}
}

func recall(x []float32, l *Lanes, histories []byte, node int) {
	if vectors {
		recallAVX2(&x[0], &l.at[0], &l.used[0], &histories[0], &l.Where[0], node, &l.table[0], &stretchTable[0], len(x))
	} else {
		recallPlain(x, l, histories, node)
	}
}

func revise(l *Lanes, histories []byte, node int, next *[256]uint8, target, limit uint32) {
	if vectors {
		reviseAVX2(&histories[0], &l.Where[0], node, &next[0], &l.table[0], &l.at[0], &l.used[0], target, limit, l.n)
	} else {
		revisePlain(l, histories, node, next, target, limit)
	}
}

func prefetch(b []byte, at []int32) {
	if vectors {
		prefetchAVX2(&b[0], &at[0], len(at))
	}
}

func lean(x []float32, l *Lanes) {
	if vectors {
		leanAVX2(&x[0], &l.at[0], &l.used[0], leanUnit, len(x))
	} else {
		leanPlain(x, l)
	}
}

func filter(x, said []float32, l *Lanes, masks *[LaneLen]uint32) {
	if vectors {
		filterAVX2(&x[0], &said[0], &l.at[0], &masks[0], len(x))
	} else {
		filterPlain(x, said, l, masks)
	}
}

func exp(x []float32) {
	if vectors {
		expAVX2(&x[0], len(x))
	} else {
		expPlain(x)
	}
}

func sigmoid(x []float32) {
	if vectors {
		sigmoidAVX2(&x[0], len(x))
	} else {
		sigmoidPlain(x)
	}
}

func tanh(x []float32) {
	if vectors {
		tanhAVX2(&x[0], len(x))
	} else {
		tanhPlain(x)
	}
}

func add(x, y []float32) {
	if vectors {
		addAVX2(&x[0], &y[0], len(x))
	} else {
		addPlain(x, y)
	}
}

func softmaxBack(p, d []float32) {
	if vectors {
		softmaxBackAVX2(&p[0], &d[0], len(p))
	} else {
		softmaxBackPlain(p, d)
	}
}

func softmax(x []float32) {
	if vectors {
		softmaxAVX2(&x[0], len(x))
	} else {
		softmaxPlain(x)
	}
}

func adam(w, g, m, v []float32, rate, first, second, tiny float32) {
	if vectors {
		adamAVX2(&w[0], &g[0], &m[0], &v[0], rate, first, second, tiny, len(w))
	} else {
		adamPlain(w, g, m, v, rate, first, second, tiny)
	}
}

func transpose(to, from *[square]float32) {
	if vectors {
		transposeAVX2(&to[0], &from[0])
	} else {
		transposePlain(to, from)
	}
}
