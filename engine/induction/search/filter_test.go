package search

import (
	"testing"

	"bitlens/engine/induction/integer"
	"bitlens/engine/induction/language"
)

// Of two tests that both hold for all the terms, and alone pick others too, one
// is made that picks the terms.
func TestFiltersAreJoined(t *testing.T) {
	terms, want := []int64{3, 7, 11, 19, 23, 31}, "1 [] nth * eq 3 mod i 4 eq 2 divisors 1"
	found := map[string]bool{}
	s := newSieve(terms, aLane(t), 1<<26, newCollector(integer.All(terms...), func(f Found) { found[f.Program.String()] = true }))
	for _, code := range []string{"0 [] eq 3 mod i 4", "0 [] less 8 i", "0 [] eq 2 divisors 1"} {
		p, err := language.Parse(code)
		if err != nil {
			t.Fatal(err)
		}
		s.narrow(fitting(worth(p.Body, 0, integer.All(s.line.grid.terms...))), p.Body.Bits(), func() *language.Expr { return p.Body })
	}
	if !found[want] || len(s.filters) != 2 {
		t.Errorf("found %v with %d filters, want %s", found, len(s.filters), want)
	}
}
