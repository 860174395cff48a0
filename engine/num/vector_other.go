//go:build !amd64 || purego

package num

func dots(y, x, weights []float32, chosen []int32) { dotsPlain(y, x, weights, chosen) }

func adapt(weights, x, g []float32, chosen []int32) { adaptPlain(weights, x, g, chosen) }

func recall(x []float32, l *Lanes, histories []byte, node int) {
	recallPlain(x, l, histories, node)
}

func revise(l *Lanes, histories []byte, node int, next *[256]uint8, target, limit uint32) {
	revisePlain(l, histories, node, next, target, limit)
}

func prefetch([]byte, []int32) {}
