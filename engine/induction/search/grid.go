package search

import "bitlens/engine/induction/language"

// A grid is where expressions are valued: a list of positions, each with its
// indices and the terms that are known there. As every position has the true
// terms before it, a recurrence is as quick to value as a formula.
type grid struct {
	first   int64   // the place of the first term
	terms   []int64 // what is to be explained
	index   []int64 // of each position: the innermost index
	outer   []int64 // and that around it; nil outside of loops
	known   []int   // and how many terms are known there
	oneway  bool    // no earlier terms are to be used
	skipped int     // positions that given terms may take
}

// newLine returns the positions outside of loops: one for each term.
func newLine(first int64, terms []int64, skipped int) *grid {
	g := &grid{first: first, terms: terms, skipped: skipped}
	for n := range terms {
		g.index = append(g.index, first+int64(n))
		g.known = append(g.known, n)
	}
	return g
}

// newTriangle returns the positions inside of one loop, row by row: i = 0 to o
// for o = 0 up to the last place.
func newTriangle(line *grid) *grid {
	g := &grid{first: line.first, terms: line.terms, oneway: line.oneway}
	for o := range line.first + int64(len(line.index)) {
		for i := range o + 1 {
			g.index = append(g.index, i)
			g.outer = append(g.outer, o)
			g.known = append(g.known, int(max(0, o-line.first)))
		}
	}
	return g
}

// triangle is where row o of a triangle begins.
func triangle(o int64) int64 { return o * (o + 1) / 2 }

func (g *grid) size() int { return len(g.index) }

// leaf writes the value of a leaf, and reports whether it has one here.
func (g *grid) leaf(op language.Op, z []int64) bool {
	switch op {
	case language.Index:
		copy(z, g.index)
	case language.Outer:
		copy(z, g.outer)
		return g.outer != nil
	case language.Last, language.Prev:
		return !g.oneway && g.back(z, int64(op/language.Prev))
	case language.Zero, language.One, language.Two:
		return fill(z, map[language.Op]int64{language.One: 1, language.Two: 2}[op])
	}
	return true
}

func fill(z []int64, v int64) bool {
	for i := range z {
		z[i] = v
	}
	return true
}

// back writes the term a fixed way back.
func (g *grid) back(z []int64, way int64) bool {
	for i, n := range g.known {
		z[i] = g.term(int64(n)-1-way, n)
	}
	return true
}

// term returns a term that is known where n are, else 0.
func (g *grid) term(at int64, n int) int64 {
	if at < 0 || at >= int64(n) {
		return 0
	}
	return g.terms[at]
}

// count returns how many of the first n terms are v.
func (g *grid) count(v int64, n int) (found int64) {
	for _, t := range g.terms[:n] {
		if t == v {
			found++
		}
	}
	return found
}

// unary writes op(x), and reports whether all positions have a value.
func (g *grid) unary(op language.Op, z, x []int64) bool {
	if op.Remembers() && g.oneway {
		return false
	}
	for i, v := range x {
		ok := true
		switch op {
		case language.At:
			z[i] = g.term(v-g.first, g.known[i])
		case language.Count:
			z[i] = g.count(v, g.known[i])
		case language.Back:
			z[i] = 0
			if v >= 0 && v < int64(g.known[i]) {
				z[i] = g.term(int64(g.known[i])-1-v, g.known[i])
			}
		default:
			z[i], ok = language.ApplyOne(op, v)
		}
		if !ok {
			return false
		}
	}
	return true
}

// value returns what an expression without loops and constants is worth, and
// whether all positions have a value.
func (g *grid) value(e *language.Expr) (z []int64, ok bool) {
	z = make([]int64, g.size())
	switch e.Op.Arity() {
	case 0:
		return z, g.leaf(e.Op, z)
	case 1:
		x, ok := g.value(e.Args[0])
		return z, ok && g.unary(e.Op, z, x)
	}
	x, okX := g.value(e.Args[0])
	y, okY := g.value(e.Args[1])
	return z, okX && okY && combine(e.Op, z, x, y)
}

// choose writes if(c, x, y).
func choose(z, c, x, y []int64) {
	for i := range z {
		if z[i] = y[i]; c[i] > 0 {
			z[i] = x[i]
		}
	}
}
