package search

import (
	"bitlens/engine/induction/integer"
	"bitlens/engine/induction/language"
)

// A recollection is the body of a program that explained other terms, valued on
// these. It is far longer than what a bank comes to, and paid for in full; but
// what has been of use once often is again, as a part.
type recollection struct {
	body  *language.Expr
	value []int64
}

// maxKnown bounds the programs that are recalled.
const maxKnown = 256

// recall values what is known for terms that begin at this place.
func (m *meeting) recall(known []*language.Program) {
	g := m.line.grid
	for _, p := range known[:min(len(known), maxKnown)] {
		if p.First != g.first {
			continue
		}
		if value := fitting(worth(p.Body, g.first, integer.All(g.terms...))); len(value) == len(g.terms) {
			m.known = append(m.known, recollection{p.Body, value})
		}
	}
}

// recollect meets what is known with the goals.
func (m *meeting) recollect() {
	for _, r := range m.known {
		m.lane.count()
		m.meet(r.value, r.body.Bits(), func() *language.Expr { return r.body })
	}
}
