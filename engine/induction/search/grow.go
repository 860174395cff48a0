package search

import "bitlens/engine/induction/language"

// leafBits is the shortest expression.
const leafBits = 3

// A grower fills a bank level by level, and shows each new value to met.
type grower struct {
	*bank
	lane *lane
	met  func(t term, value []int64)
}

// grow makes all expressions of so many bits; those of fewer are made.
func (g *grower) grow(bits int) {
	lo := len(g.terms)
	for _, op := range language.All() {
		rest := bits - op.Bits()
		switch {
		case g.lane.stopped():
		case op.Loop():
			g.loops(op, rest)
		case op.Arity() == 0:
			g.leaf(op, rest)
		case op.Arity() == 1:
			g.unary(op, rest)
		case op.Arity() == 2:
			g.binary(op, rest)
		default:
			g.branch(op, rest)
		}
	}
	for len(g.levels) <= bits {
		g.levels = append(g.levels, span{})
	}
	g.levels[bits] = span{lo, len(g.terms)}
}

// offer takes the value in the buffer unless there is one like it.
func (g *grower) offer(t term) {
	if g.lane.count(); g.lane.over {
		return
	}
	v, full := g.buffer, g.full()
	if !g.values.fresh(v, !full) {
		return
	}
	if g.met != nil {
		g.met(t, v)
	}
	if !full {
		g.values.add(v)
		g.terms = append(g.terms, t)
	}
}

func (g *grower) leaf(op language.Op, rest int) {
	if op == language.Const {
		g.constants(rest)
		return
	}
	if rest == 0 && g.grid.leaf(op, g.buffer) {
		g.offer(term{op: op, bits: uint8(op.Bits()), pure: !op.Remembers()})
	}
}

// maxConst is the largest constant that is tried; others are found as what is
// missing: see goals.
const maxConst = 130

func (g *grower) constants(rest int) {
	for v := int64(3); v <= maxConst; v++ {
		if language.ConstBits(v) == rest {
			fill(g.buffer, v)
			g.offer(term{op: language.Const, args: [3]int32{int32(v)}, bits: uint8(rest + language.Const.Bits()), pure: true})
		}
	}
}

func (g *grower) unary(op language.Op, rest int) {
	s := g.level(rest)
	for x := s.lo; x < s.hi && !g.lane.over; x++ {
		if g.grid.unary(op, g.buffer, g.value(x)) {
			g.offer(term{args: [3]int32{int32(x)}, op: op, bits: uint8(rest + op.Bits()), pure: g.terms[x].pure && !op.Remembers(), loop: g.terms[x].loop})
		}
	}
}

func (g *grower) binary(op language.Op, rest int) {
	for bits := leafBits; bits <= rest-leafBits; bits++ {
		if op.Commutes() && bits > rest-bits {
			return
		}
		g.pairs(op, g.level(bits), g.level(rest-bits), uint8(rest+op.Bits()))
	}
}

func (g *grower) pairs(op language.Op, xs, ys span, bits uint8) {
	for x := xs.lo; x < xs.hi && !g.lane.over; x++ {
		vx, lo := g.value(x), ys.lo
		if op.Commutes() && xs == ys {
			lo = x
		}
		for y := lo; y < ys.hi; y++ {
			if combine(op, g.buffer, vx, g.value(y)) {
				g.offer(term{args: [3]int32{int32(x), int32(y)}, op: op, bits: bits, pure: g.terms[x].pure && g.terms[y].pure, loop: g.terms[x].loop || g.terms[y].loop})
			}
		}
	}
}

// branch makes the conditionals; a condition that always holds, or never, and
// branches that are equal make none that is new.
func (g *grower) branch(op language.Op, rest int) {
	for c := leafBits; c <= rest-2*leafBits; c++ {
		for x := leafBits; x <= rest-c-leafBits; x++ {
			g.triples(g.level(c), g.level(x), g.level(rest-c-x), uint8(rest+op.Bits()))
		}
	}
}

func (g *grower) triples(cs, xs, ys span, bits uint8) {
	for c := cs.lo; c < cs.hi; c++ {
		vc := g.value(c)
		if constant(signs(g.buffer, vc)) {
			continue
		}
		for x := xs.lo; x < xs.hi && !g.lane.over; x++ {
			for y := ys.lo; y < ys.hi; y++ {
				choose(g.buffer, vc, g.value(x), g.value(y))
				pure := g.terms[c].pure && g.terms[x].pure && g.terms[y].pure
				loop := g.terms[c].loop || g.terms[x].loop || g.terms[y].loop
				g.offer(term{args: [3]int32{int32(c), int32(x), int32(y)}, op: language.If, bits: bits, pure: pure, loop: loop})
			}
		}
	}
}

// signs writes 1 where a condition holds, else 0.
func signs(z, c []int64) []int64 {
	for i, v := range c {
		if z[i] = 0; v > 0 {
			z[i] = 1
		}
	}
	return z
}
