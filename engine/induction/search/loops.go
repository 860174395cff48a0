package search

import "bitlens/engine/induction/language"

// loops makes the loops around bodies of so many bits. Numbers that nth tries
// run on without an end, so that they are valued apart: see filter.
func (g *grower) loops(op language.Op, rest int) {
	if g.bodies == nil || op == language.Nth {
		return
	}
	s := g.bodies.level(rest)
	for x := s.lo; x < s.hi && !g.lane.over; x++ {
		pure := g.bodies.terms[x].pure
		if g.bodies == g.bank && !pure {
			continue // an inner loop runs to another index, where other terms are known
		}
		if fold(op, g.buffer, g.grid.index, g.bodies.value(x)) {
			g.offer(term{args: [3]int32{int32(x)}, op: op, bits: uint8(rest + op.Bits()), pure: pure, loop: true})
		}
	}
}

// fold writes what a loop to each index is worth, of a body's triangle.
func fold(op language.Op, z, index, body []int64) bool {
	join, start, from := language.Add, int64(0), int64(1)
	switch op {
	case language.Sum:
		from = 0
	case language.Product:
		join, start = language.Mul, 1
	}
	for i, o := range index {
		v, ok := start, true
		for _, x := range body[triangle(o)+from : triangle(o+1)] {
			if v, ok = language.Apply(join, v, x); !ok {
				return false
			}
		}
		z[i] = v
	}
	return true
}
