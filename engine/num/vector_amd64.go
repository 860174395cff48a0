//go:build !purego

package num

import "golang.org/x/sys/cpu"

//go:generate go -C asm run . -out ../kernels_amd64.s -stubs ../kernels_amd64.go -pkg num

// vectors says whether this processor has the instructions of the kernels.
var vectors = cpu.X86.HasAVX2

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

func panel(c []float32, cRow int, a []float32, aRow, aColumn int, b []float32, m, k int) {
	if vectors {
		panelAVX2(&c[0], cRow, &a[0], aRow, aColumn, &b[0], m, k)
	} else {
		panelPlain(c, cRow, a, aRow, aColumn, b, m, k)
	}
}

func row(c, a, b []float32) {
	if !vectors {
		rowPlain(c, a, b)
		return
	}
	four := len(c) / (4 * PanelColumns)
	if four > 0 {
		panelsAVX2(&c[0], &a[0], &b[0], len(a), four)
	}
	for i := four * 4 * PanelColumns; i < len(c); i += PanelColumns {
		panelAVX2(&c[i], len(c), &a[0], len(a), 1, &b[i*len(a)], 1, len(a))
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
