package mixing

// tokenFamily is the identifiers, numbers and operators of code.
var tokenFamily = family{
	name:     "tokens",
	contexts: []string{"token and glue", "two tokens", "token before and glue", "number"},
	fill: func(s *scene, h []uint64) {
		t := &s.tokens
		h[0] = mixed(t.now, t.glue&0xffff)
		h[1] = mixed(mixed(t.now, t.before[0]), t.glue&0xff)
		h[2] = mixed(mixed(t.now, t.before[1]), t.glue)
		h[3] = mixed(t.number, t.before[0])
	},
}
