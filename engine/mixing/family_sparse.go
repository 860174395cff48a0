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
	wide: &wideFamily{
		contexts: []string{
			"six characters", "characters two to four", "character, second and fourth", "third and fourth character",
			"what followed the character", "what followed, and character", "quote and place", "two characters and first of phrase",
		},
		fill: func(s *scene, h []uint64) {
			c := &s.characters
			b := &c.before
			h[0] = c.last(6)
			h[1] = mixed(mixed(mixed(c.part, b[1]), b[2]), b[3])
			h[2] = mixed(mixed(mixed(c.part, b[0]), b[1]), b[3])
			h[3] = mixed(mixed(c.part, b[2]), b[3])
			followed := uint64(s.sequels.one[sequelOf(b[0])])
			h[4] = mixed(c.part, followed)
			h[5] = mixed(c.last(1), followed&0xffff)
			h[6] = mixed(mixed(c.part, c.quoting), c.length)
			h[7] = mixed(c.last(2), c.opened)
		},
	},
}
