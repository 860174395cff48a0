package mixing

// orderLens are how many bytes the contexts of orderFamily hold.
var orderLens = [...]int{0, 1, 2, 3, 4, 5, 6, 8, 12}

// orderFamily is the last bytes, as many as orderLens says.
var orderFamily = family{
	name: "orders",
	contexts: []string{
		"order 0", "order 1", "order 2", "order 3", "order 4", "order 5", "order 6", "order 8", "order 12",
	},
	fill: func(s *scene, h []uint64) {
		t := &s.tail
		for i, k := range orderLens[:7] {
			h[i] = t.last(k)
		}
		h[7] = t.recent
		h[8] = mixed(t.recent, uint64(s.older))
	},
}
