package mixing

// sparseFamily is bytes further back without those between.
var sparseFamily = family{
	name: "sparse",
	contexts: []string{
		"second byte", "third byte", "second and third byte", "first and third byte",
		"third and fourth byte", "upper halves", "shape", "shape and last byte",
	},
	fill: func(s *scene, h []uint64) {
		r := s.tail.recent
		h[0] = r & 0xff00
		h[1] = r & 0xff0000
		h[2] = r & 0xffff00
		h[3] = r & 0xff00ff
		h[4] = r & 0xffff0000
		h[5] = r & 0xf0f0f0f0ff
		h[6] = s.shape & 0xffffffffffff
		h[7] = s.shape&0xffffff<<8 | r&0xff
	},
}
