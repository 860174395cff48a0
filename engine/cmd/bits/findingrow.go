package main

import (
	"encoding/hex"
	"math"
	"unicode/utf8"

	"bitlens/engine/measure"
)

// row is the finding for a program.
func (f *finding) row() row {
	r := row{
		{"model", f.model}, {"offset", int64(f.lo)}, {"length", int64(f.hi - f.lo)}, shown(f.text),
		{"bits", f.bits}, {"rank", int64(f.Rank)}, {"expected", f.Expected},
	}
	if !f.whole() {
		r = append(r, cell{"first", guessRow(f.Actual)})
	}
	alternatives := []row{}
	for _, g := range f.Guesses {
		alternatives = append(alternatives, guessRow(g))
	}
	return append(append(r, f.whyCells()...), cell{"alternatives", alternatives})
}

// whyCells are the cells of the explanation.
func (f *finding) whyCells() []cell {
	why := f.Why
	context := cell{"context", string(why.Context)}
	if !utf8.Valid(why.Context) {
		context = cell{"context_hex", hex.EncodeToString(why.Context)}
	}
	var seen any
	if why.SeenAt >= 0 {
		seen = why.SeenAt
	}
	inputs := []row{}
	for _, in := range why.Inputs {
		inputs = append(inputs, row{{"name", in.Name}, {"weight", in.Weight}, {"unit", why.Unit}})
	}
	return []cell{context, {"seen_at", seen}, {"order", int64(why.Order)}, {"inputs", inputs}}
}

func guessRow(g measure.Guess) row {
	return row{shown(g.Bytes), {"probability", g.P}, {"bits", -math.Log2(g.P)}}
}
