package mixing

// orderFamily is the last bytes.
var orderFamily = family{
	name: "orders",
	contexts: []string{
		"order 0", "order 1", "order 2", "order 3", "order 4", "order 5", "order 6", "order 8", "order 12",
	},
	fill: func(s *scene, h []uint64) {
		t := &s.tail
		for k := range 7 {
			h[k] = t.last(k)
		}
		h[7] = t.recent
		h[8] = mixed(t.recent, uint64(s.older))
	},
}
