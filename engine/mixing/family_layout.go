package mixing

// layoutFamily is lines, columns and fields.
var layoutFamily = family{
	name: "layout",
	contexts: []string{
		"byte above", "column", "field", "field above", "field above and token",
		"indentation", "start of line", "start of line above",
	},
	fill: func(s *scene, h []uint64) {
		t, l := &s.tail, &s.layout
		over := s.lines.over(t, t.n)
		under := l.under(t, t.n)
		column := uint64(min(s.lines.column(t.n), lastColumn))
		h[0] = over<<8 | t.last(1)
		h[1] = column<<16 | over&0xff<<8 | t.last(1)
		h[2] = s.lines.field ^ s.lines.fields<<32
		h[3] = under<<16 | t.last(2)
		h[4] = mixed(s.tokens.now, under<<8|uint64(l.field))
		h[5] = uint64(min(l.indent[0], mostIndent))<<24 | uint64(min(l.indent[1], mostIndent))<<16 | column<<8 | t.last(1)
		h[6] = mixed(l.leads[0], uint64(l.field)<<8|t.last(1))
		h[7] = mixed(l.leads[1]+uint64(l.field)<<32, s.tokens.now)
	},
}
