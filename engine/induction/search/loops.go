package search

import "bitlens/engine/induction/language"

// loopBits is the length of the cheapest loop: what is in one is so much shorter.
func loopBits() int {
	least := maxBits
	for _, op := range language.All() {
		if op.Loop() {
			least = min(least, op.Bits())
		}
	}
	return least
}

// loops makes the loops around bodies of so many bits. Numbers that nth tries
// run on without an end, so that they are valued apart: see filter.
func (g *grower) loops(op language.Op, rest int) {
	if g.bodies == nil || op == language.Nth || op.Remembers() && g.grid.oneway {
		return
	}
	s := g.bodies.level(rest)
	for x := s.lo; x < s.hi && !g.lane.over; x++ {
		pure := g.bodies.terms[x].pure
		if g.bodies == g.bank && !pure {
			continue // an inner loop runs to another index, where other terms are known
		}
		if fold(op, g.buffer, g.grid, g.bodies.value(x)) {
			g.offer(term{args: [3]int32{int32(x)}, op: op, bits: uint8(rest + op.Bits()), pure: pure && !op.Remembers(), loop: true})
		}
	}
}

// fold writes what a loop to each index is worth, of a body's triangle.
func fold(op language.Op, z []int64, g *grid, body []int64) bool {
	for at, o := range g.index {
		row, ok := body[triangle(o):triangle(o+1)], true
		switch op {
		case language.Sum:
			z[at], ok = sum(row)
		case language.Total:
			z[at], ok = sum(row[1:])
		case language.Product:
			z[at], ok = product(row[1:])
		case language.Divisors:
			z[at], ok = overDivisors(row)
		case language.Weigh:
			z[at], ok = g.weigh(row, g.known[at])
		}
		if !ok {
			return false
		}
	}
	return true
}

// sum adds up without a check at each number: what carries into the sign, of two
// of one sign, is kept.
func sum(row []int64) (v int64, ok bool) {
	over := int64(0)
	for _, x := range row {
		s := v + x
		over |= (s ^ v) & (s ^ x)
		v = s
	}
	return v, over >= 0
}

func product(row []int64) (v int64, ok bool) {
	v, ok = 1, true
	for _, x := range row {
		if v, ok = language.Apply(language.Mul, v, x); !ok {
			return 0, false
		}
	}
	return v, true
}

// overDivisors adds up what stands at the divisors of the row's last place.
func overDivisors(row []int64) (v int64, ok bool) {
	ok = true
	for o, d := len(row)-1, 1; d <= o && ok; d++ {
		if o%d == 0 {
			v, ok = language.Apply(language.Add, v, row[d])
		}
	}
	return v, ok
}

// weigh adds up the terms before the n that are known, times a row's numbers.
func (g *grid) weigh(row []int64, n int) (v int64, ok bool) {
	ok = true
	for i := 1; i < len(row) && i <= n && ok; i++ {
		x, fits := language.Apply(language.Mul, g.terms[n-i], row[i])
		v, ok = language.Apply(language.Add, v, x)
		ok = ok && fits
	}
	return v, ok
}
