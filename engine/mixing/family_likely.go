package mixing

// likelyFamily is what interpolated contexts hold likeliest of all characters.
var likelyFamily = &wideFamily{
	contexts: []string{
		"likeliest character", "likeliest, and character", "two likeliest", "likeliest, and characters known",
		"second likeliest", "likeliest, and place in phrase", "likeliest, and character but one", "how likely",
	},
	fill: func(s *scene, h []uint64) {
		k, c := s.letters, &s.characters
		first, second, sure := mixed(uint64(k.First), c.part), mixed(uint64(k.Second), c.part), uint64(k.Sure)
		h[0] = mixed(first, sure)
		h[1] = mixed(first, c.before[0])
		h[2] = mixed(first, second)
		h[3] = mixed(first, uint64(k.Found))
		h[4] = mixed(second, sure)
		h[5] = mixed(first, c.length)
		h[6] = mixed(first, c.before[1])
		h[7] = mixed(c.part, sure<<8|uint64(k.Found))
	},
}
