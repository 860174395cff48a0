package mixing

// orderFamily is the last bytes.
var orderFamily = family{
	name: "orders",
	contexts: []string{
		"order 0", "order 1", "order 2", "order 3", "order 4", "order 5", "order 6",
		"order 7", "order 8", "order 10", "order 12", "order 16",
	},
	fill: func(s *scene, h []uint64) {
		t := &s.tail
		for k := range 8 {
			h[k] = t.last(k)
		}
		h[8] = t.recent
		h[9] = mixed(t.recent, s.older&0xffff)
		h[10] = mixed(t.recent, s.older&0xffffffff)
		h[11] = mixed(t.recent, s.older)
	},
}
