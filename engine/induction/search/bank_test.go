package search

import (
	"context"
	"math"
	"testing"

	"bitlens/engine/induction/integer"
	"bitlens/engine/induction/language"
)

var primes = []int64{2, 3, 5, 7, 11, 13, 17, 19, 23, 29}

// aLane is one that nothing ends.
func aLane(t *testing.T) *lane {
	l := newLane(context.Background(), Options{}.complete(), 1, 256)
	t.Cleanup(l.end)
	return l
}

// What an expression is worth on a grid is what the machine says, at every
// place and in every body.
func TestGridAgreesWithTheMachine(t *testing.T) {
	for first := range int64(2) {
		m := newMeeting(first, primes, aLane(t), 1<<24, newCollector(integer.All(primes...), func(Found) {}))
		for bits := leafBits; bits <= 19; bits++ {
			m.body.grow(max(0, bits-loopBits()))
			m.line.grow(bits)
		}
		if len(m.line.terms) < 1000 {
			t.Fatalf("only %d expressions", len(m.line.terms))
		}
		for at, x := range m.line.terms {
			e := m.line.expr(at)
			if got := fitting(worth(e, first, integer.All(primes...))); !same(got, m.line.value(at)) || e.Bits() != int(x.bits) {
				t.Fatalf("%v of %d bits is worth %v, not %v; its code has %d", e, x.bits, got, m.line.value(at), e.Bits())
			}
		}
	}
}

// No two expressions of a bank are worth the same.
func TestBankTellsApart(t *testing.T) {
	g := &grower{bank: newBank(newLine(1, primes, 3), 1<<22), lane: aLane(t)}
	for bits := leafBits; bits <= 15; bits++ {
		g.grow(bits)
	}
	seen := map[[10]int64]int{}
	for at := range g.terms {
		if other, ok := seen[[10]int64(g.value(at))]; ok {
			t.Fatalf("%v and %v are worth the same", g.expr(at), g.expr(other))
		}
		seen[[10]int64(g.value(at))] = at
	}
}

func TestBankKeepsItsLimit(t *testing.T) {
	g := &grower{bank: newBank(newLine(1, primes, 3), 1<<16), lane: aLane(t)}
	for bits := leafBits; bits <= 18; bits++ {
		g.grow(bits)
	}
	row := int64(8*10 + 48 + termBytes)
	if used := g.values.bytes() + int64(len(g.terms))*termBytes; used < 1<<16 || used > 1<<16+row {
		t.Errorf("the bank takes %d bytes of %d", used, 1<<16)
	}
}

var edge = []int64{0, 1, -1, 2, 3, -7, 10, 1 << 31, 3037000500, math.MaxInt64, math.MinInt64 + 1}

// A vector is combined as its numbers are one by one.
func TestCombineAgrees(t *testing.T) {
	for _, op := range language.All() {
		if op.Arity() != 2 {
			continue
		}
		for _, x := range edge {
			for _, y := range edge {
				z := []int64{0}
				ok := combine(op, z, []int64{x}, []int64{y})
				want, has := language.Apply(op, x, y)
				if ok != has || ok && z[0] != want {
					t.Errorf("%v %d %d: %d %v, want %d %v", op, x, y, z[0], ok, want, has)
				}
			}
		}
	}
}

// What an inverse finds makes the goal.
func TestInversesMakeTheGoal(t *testing.T) {
	for _, in := range inverses {
		found := 0
		for _, goal := range append(edge, 49, 1024) {
			for _, u := range edge {
				x := []int64{0}
				if !in.solve(x, []int64{goal}, []int64{u}) {
					continue
				}
				found++
				args := [2]int64{u, x[0]}
				if in.left {
					args = [2]int64{x[0], u}
				}
				if got, ok := language.Apply(in.op, args[0], args[1]); !ok || got != goal {
					t.Errorf("%v of %v is %d %v, not %d", in.op, args, got, ok, goal)
				}
			}
		}
		if found == 0 {
			t.Errorf("the inverse of %v finds nothing", in.op)
		}
	}
}

func TestTableFindsRows(t *testing.T) {
	tab := newTable(3, 1)
	for i := range int64(5000) {
		v := []int64{i, i % 100, 7}
		if !tab.fresh(v, true) {
			t.Fatalf("%v was there", v)
		}
		tab.add(v)
	}
	v := []int64{-1, 42, 7}
	var rows []int
	tab.all(v, hash(v[1:]), func(row int) bool { rows = append(rows, row); return len(rows) < 49 })
	if len(rows) != 49 || rows[0] != 42 || rows[1] != 142 {
		t.Errorf("rows %v", rows)
	}
	if tab.fresh([]int64{42, 42, 7}, true) {
		t.Error("a row is fresh again")
	}
}
