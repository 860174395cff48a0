package search

import "bitlens/engine/induction/language"

// A bank holds expressions by what they are worth on a grid, one for each
// value: of those that cannot be told apart there, the shortest. (Observational
// equivalence: Albarghouthi, Gulwani and Kincaid 2013, Udupa and others 2013.)
type bank struct {
	grid   *grid
	values *table
	terms  []term
	levels []span // the terms of each length in bits
	bodies *bank  // what stands inside of loops; nil where there are none
	limit  int64  // bytes
	buffer []int64
}

// A term is an expression: its token, and its arguments by their place in the
// bank, or of a loop in that of bodies.
type term struct {
	args [3]int32
	op   language.Op
	bits uint8
	pure bool // it uses no earlier terms
	loop bool // it has a loop
}

// termBytes is the size of a term.
const termBytes = 16

// A span is a range of terms.
type span struct{ lo, hi int }

func newBank(g *grid, limit int64) *bank {
	b := &bank{grid: g, values: newTable(g.size(), g.skipped), limit: limit, buffer: make([]int64, g.size())}
	if g.outer != nil {
		b.bodies = b
	}
	return b
}

// level returns the terms of a length.
func (b *bank) level(bits int) span {
	if bits < 0 || bits >= len(b.levels) {
		return span{}
	}
	return b.levels[bits]
}

// full reports whether the bank takes no more.
func (b *bank) full() bool {
	return b.values.bytes()+int64(len(b.terms))*termBytes >= b.limit
}

// value returns what a term is worth at each position.
func (b *bank) value(at int) []int64 { return b.values.row(at) }

// expr writes out a term of the bank.
func (b *bank) expr(at int) *language.Expr { return b.write(b.terms[at]) }

// write writes out a term whose arguments are in the bank.
func (b *bank) write(t term) *language.Expr {
	switch {
	case t.op == language.Const:
		return language.Number(int64(t.args[0]))
	case t.op.Loop():
		return language.New(t.op, b.bodies.expr(int(t.args[0])))
	}
	e := language.New(t.op)
	for _, a := range t.args[:t.op.Arity()] {
		e.Args = append(e.Args, b.expr(int(a)))
	}
	return e
}
