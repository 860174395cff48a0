package search

import (
	"context"
	"fmt"
	"math"
	"math/big"
	"os"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"bitlens/engine/induction/integer"
	"bitlens/engine/induction/language"
)

// shortest returns the length of the shortest program that a search finds.
func shortest(t *testing.T, terms []integer.Int, budget int64, search func(context.Context, []integer.Int, Options, func(Found))) int {
	t.Helper()
	best := 1 << 20
	search(context.Background(), terms, Options{Budget: budget, Memory: 1 << 27}, func(f Found) {
		best = min(best, f.Bits)
		if m := f.Program.Run(f.Steps); f.Bits != f.Program.Bits() || !gives(m, terms) || m.Steps() != f.Steps {
			t.Errorf("%v of %d bits does not give %v in %d steps", f.Program, f.Bits, terms, f.Steps)
		}
	})
	return best
}

func gives(m *language.Machine, terms []integer.Int) bool {
	for _, want := range terms {
		if v, err := m.Next(); err != nil || !v.Equal(want) {
			return false
		}
	}
	return true
}

func slowly(ctx context.Context, terms []integer.Int, o Options, report func(Found)) {
	Honest(ctx, terms, o, report, func(Phase) {})
}

// TestFindsPrograms plays testdata/found.txt: of each program the first terms
// are shown to the fast search, which must find one that is no longer.
func TestFindsPrograms(t *testing.T) {
	b, err := os.ReadFile("testdata/found.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(b)) {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		p, err := language.Parse(line)
		if err != nil {
			t.Fatal(err)
		}
		m := p.Run(1 << 20)
		for range 12 {
			m.Next()
		}
		if got := shortest(t, m.Terms(), 1<<19, Fast); len(m.Terms()) < 12 || got > p.Bits() {
			t.Errorf("%v: found %d bits, has %d, for %v", p, got, p.Bits(), m.Terms())
		}
	}
}

// Where the honest search gets, the fast one is there with a program as short:
// what it leaves out as equal is equal.
func TestFastIsAsShortAsHonest(t *testing.T) {
	for _, terms := range [][]int64{
		{2, 4, 6, 8, 10}, {1, 1, 1, 1, 1, 1}, {0, 1, 3, 6, 10, 15}, {1, 2, 4, 8, 16, 32}, {1, 4, 27, 256, 3125},
		{1, 2, 6, 24, 120}, {0, 1, 0, 1, 0, 1, 0, 1}, {5, 6, 7, 8, 9, 10}, {0, 1, 1, 2, 2, 3, 3, 4}, {1, 0, 2, 0, 3, 0, 4},
	} {
		slow, fast := shortest(t, integer.All(terms...), 1<<19, slowly), shortest(t, integer.All(terms...), 1<<17, Fast)
		if fast > slow {
			t.Errorf("%v: the fast search found %d bits, the honest one %d", terms, fast, slow)
		}
	}
}

// Honest runs every program of a length: as many as the code has.
func TestHonestLeavesNothingOut(t *testing.T) {
	const length = 12
	tried := new(atomic.Int64)
	s := &levin{lane: newLane(context.Background(), Options{Tried: tried}.complete(), 1, 256), narrow: []int64{-99}, terms: integer.All(-99), steps: 1, length: length}
	for first := range int64(2) {
		s.bodies(&language.Program{First: first}, length-headerBits)
	}
	s.lane.end()
	want := int64(0)
	for v := range 1 << length {
		p, rest, err := language.Decode(fmt.Sprintf("%0*b", length, v))
		if err == nil && rest == "" && len(p.Starts) == 0 {
			want++
		}
	}
	if tried.Load() != want || want == 0 {
		t.Errorf("ran %d programs of %d bits; there are %d", tried.Load(), length, want)
	}
}

var noise = integer.All(17, 4, 92, 33, 8, 71, 25, 60, 2, 49, 83, 11)

func TestNoiseEndsAtItsBudget(t *testing.T) {
	for _, search := range []func(context.Context, []integer.Int, Options, func(Found)){Fast, slowly} {
		tried := new(atomic.Int64)
		search(context.Background(), noise, Options{Budget: 100_000, Tried: tried}, func(Found) {})
		if n := tried.Load(); n < 90_000 || n > 100_000 {
			t.Errorf("tried %d of 100,000", n)
		}
	}
}

// A search that is cancelled while it reports ends, without a budget.
func TestCancelEndsASearch(t *testing.T) {
	for _, search := range []func(context.Context, []integer.Int, Options, func(Found)){Fast, slowly} {
		ctx, cancel := context.WithCancel(context.Background())
		search(ctx, integer.All(1, 2, 4, 8, 16), Options{}, func(Found) { cancel() })
		cancel()
	}
}

// An honest search in a late phase, where a program that never ends has steps for
// years, ends when it is cancelled.
func TestCancelEndsALatePhase(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	time.AfterFunc(20*time.Millisecond, cancel)
	s := &levin{lane: newLane(ctx, Options{}.complete(), 1, honestEvery), terms: noise, narrow: fitting(noise)}
	s.phase(maxPhase - 1)
	s.lane.end()
}

// Short sequences and extreme terms are searched like any other.
func TestExtremes(t *testing.T) {
	const most = math.MaxInt64
	for _, terms := range [][]int64{{0, 0}, {most, most}, {-most, most, -most}, {0, most, 0, -most, 0, most}, {7, 7, 7}} {
		if got := shortest(t, integer.All(terms...), 1<<14, Fast); got > language.LiteralBits(integer.All(terms...))+slack {
			t.Errorf("%v: %d bits", terms, got)
		}
	}
}

// The longest sequence that is read is searched like any other.
func TestLongSequence(t *testing.T) {
	terms := make([]integer.Int, 10_000)
	for n := range terms {
		terms[n] = integer.Of(7 * int64(n) * int64(n) % 101)
	}
	if got := shortest(t, terms, 1<<17, Fast); got > 60 {
		t.Errorf("found %d bits", got)
	}
}

// Programs whose terms soon have more than 64 bits are found, each shown so far
// that some have; both searches run them on all.
func TestLargeTerms(t *testing.T) {
	for code, shown := range map[string]int{
		"0 [3] + * last last 2":               8,
		"0 [2 3] + * last last prev":          8,
		"1 [] pow i * i i":                    8,
		"0 [1] * last pow 7 i":                10,
		"0 [] product pow i i":                10,
		"0 [1] + 1 * 10000 last":              9,
		"0 [4000000000000000000000] + last 3": 5,
	} {
		p, err := language.Parse(code)
		if err != nil {
			t.Fatal(err)
		}
		m := p.Run(1 << 20)
		for range shown {
			m.Next()
		}
		terms := m.Terms()
		if len(terms) < shown || len(fitting(terms)) == shown {
			t.Fatalf("%v gives %v", p, terms)
		}
		if got := shortest(t, terms, 1<<18, Fast); got > p.Bits() {
			t.Errorf("%v: found %d bits, has %d", p, got, p.Bits())
		}
	}
	squares := integer.All(2, 4, 16, 256, 65536, 1<<32)
	squares = append(squares, integer.OfBig(new(big.Int).Lsh(big.NewInt(1), 64)))
	if got := shortest(t, squares, 1<<19, slowly); got != 18 {
		t.Errorf("the honest search found %d bits for %v, want 0 [2] * last last, of 18", got, squares)
	}
	wrong := append(squares[:6:6], integer.OfBig(new(big.Int).Lsh(big.NewInt(5), 64)))
	if got := shortest(t, wrong, 1<<17, Fast); got < 80 {
		t.Errorf("found %d bits for %v, whose last term has no rule", got, wrong)
	}
}

// A program that paid off before is found again as a part of a longer one.
func TestKnownProgramsAreParts(t *testing.T) {
	known, err := language.Parse("1 [] nth less 2 mod * i i 7")
	if err != nil {
		t.Fatal(err)
	}
	whole, err := language.Parse("1 [] + * i nth less 2 mod * i i 7 i")
	if err != nil {
		t.Fatal(err)
	}
	m := whole.Run(1 << 20)
	for range 12 {
		m.Next()
	}
	with := func(ks ...*language.Program) int {
		return shortest(t, m.Terms(), 1<<16, func(ctx context.Context, terms []integer.Int, o Options, report func(Found)) {
			o.Known = ks
			Fast(ctx, terms, o, report)
		})
	}
	if without, got := with(), with(known); without <= whole.Bits() || got > whole.Bits() {
		t.Errorf("found %d bits without the part and %d with it; the program has %d", without, got, whole.Bits())
	}
}
