package language

import (
	"context"
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"bitlens/engine/induction/integer"
)

// TestLargeIsAsSmall holds what the operators say of numbers of any size against
// what those of 64 bits say, wherever these have an answer.
func TestLargeIsAsSmall(t *testing.T) {
	for op := range ops {
		for _, x := range edge {
			if f := monadic[op]; f != nil {
				v, ok := f(x)
				checkLarge(t, op, v, ok, x, 0)
			}
			for _, y := range edge {
				if f := binary[op]; f != nil {
					v, ok := f(x, y)
					checkLarge(t, op, v, ok, x, y)
				}
			}
		}
	}
}

// checkLarge holds that the value is the same, and that there is one of more than
// 64 bits, or none, where those do not do.
func checkLarge(t *testing.T, op Op, want int64, ok bool, x, y int64) {
	t.Helper()
	got, okLarge := applyLarge(op, integer.Of(x), integer.Of(y))
	_, fits := got.Int64()
	if ok && (!okLarge || !got.Equal(integer.Of(want))) || !ok && okLarge && fits && op != Row && op != Column {
		t.Errorf("%v %d %d is %d %v, and among large numbers %v %v", op, x, y, want, ok, got, okLarge)
	}
}

var edge = []int64{0, 1, -1, 2, -2, 3, 7, -7, 10, 64, 100, 1 << 31, -1 << 31, 3037000499, 3037000500, 1<<60 - 1, math.MaxInt64, math.MinInt64}

// What holds of whole numbers holds of large ones.
func TestLargeIdentities(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		x, y, c := aLarge(r), aLarge(r), integer.Of(r.Int64N(30))
		for _, hold := range [][2]string{
			{"+ * / x y y mod x y", "x"},
			{"- + x y y", "x"},
			{"neg neg x", "x"},
			{"less neg 1 mod x * y y", "1"},
			{"pow x c", "* pow x / c 2 pow x - c / c 2"},
			{"gcd x y", "gcd y + x y"},
			{"divides x * x y", "1"},
			{"eq x y", "0"},
			{"sqrt + * x x * 2 gcd x 0", "gcd x 0"},
			{"choose * x x 3", "/ * * x x * - * x x 1 - * x x 2 6"},
			{"choose + c 100 c", "choose + c 100 100"},
			{"mod digits * x x 10 9", "mod * x x 9"},
			{"reverse reverse + 1 * 10 * x x 10 10", "+ 1 * 10 * x x"},
			{"xor xor * x x * y y * y y", "* x x"},
			{"+ column * x x / * row * x x + 1 row * x x 2", "* x x"},
		} {
			a, b := valued(t, hold[0], x, y, c), valued(t, hold[1], x, y, c)
			if !a.Equal(b) {
				t.Errorf("of %v, %v, %v: %s is %v, and %s is %v", x, y, c, hold[0], a, hold[1], b)
			}
		}
	}
}

func aLarge(r *rand.Rand) integer.Int {
	v := new(big.Int).Lsh(big.NewInt(r.Int64()), uint(r.IntN(60)))
	if v.Add(v, big.NewInt(r.Int64())); r.IntN(2) == 0 {
		v.Neg(v)
	}
	return integer.OfBig(v)
}

// valued returns what an expression is worth for some x, y and c.
func valued(t *testing.T, code string, x, y, c integer.Int) integer.Int {
	t.Helper()
	words := strings.Fields(code)
	for i, w := range words {
		if place := strings.Index("xyc", w); place >= 0 {
			words[i] = fmt.Sprint("at ", place)
		}
	}
	p, err := Parse("0 [] " + strings.Join(words, " "))
	if err != nil {
		t.Fatal(err)
	}
	v, _, err := p.Term([]integer.Int{x, y, c}, enough)
	if err != nil {
		t.Fatalf("%s: %v", code, err)
	}
	return v
}

// Numbers that are too large are no answer, and take no more steps than there are.
func TestTooLarge(t *testing.T) {
	for _, code := range []string{
		"pow 2 4096", "neg pow 2 pow 2 70", "product pow 10 i", "choose pow 2 70 pow 2 69", "* pow 2 4000 pow 2 97",
		"choose 5000 2500", "pow pow 2 70 pow 2 70", "reverse neg pow 2 70 10", "digits pow 2 70 1", "sqrt neg pow 2 70",
		"row neg pow 2 70", "column neg pow 2 70", "xor neg pow 2 70 1", "pow 2 neg pow 2 70",
	} {
		p, err := Parse("0 [] " + code)
		if err != nil {
			t.Fatal(err)
		}
		terms := integer.All(make([]int64, 200)...)
		if v, steps, err := p.Term(terms, enough); err != ErrNoAnswer || steps > enough {
			t.Errorf("%s is %v after %d steps, %v", code, v, steps, err)
		}
	}
}

// What works on large numbers takes steps as they grow, so that a limit of steps
// is one of time.
func TestLargeNumbersTakeSteps(t *testing.T) {
	steps := func(code string) int64 {
		p, err := Parse("0 [] " + code)
		if err != nil {
			t.Fatal(err)
		}
		_, n, err := p.Term(nil, enough)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	if a, b := steps("* pow 2 100 3"), steps("* pow 2 1000 3"); a >= b || a <= 5 {
		t.Errorf("%d steps for 100 bits, %d for 1,000", a, b)
	}
	if a, b := steps("digits pow 2 1000 pow 2 500"), steps("digits pow 2 1000 2"); a*10 > b {
		t.Errorf("%d steps for 3 digits, %d for 1,001", a, b)
	}
}

// A machine that has all the steps there are ends with its context, also the
// second time.
func TestMachineHeedsItsContext(t *testing.T) {
	p, err := Parse("1 [] nth 0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	m := p.RunNarrow(ctx, math.MaxInt64)
	time.AfterFunc(time.Millisecond, cancel)
	for range 2 {
		if _, err := m.Next(); err != context.Canceled || m.Steps() < lookEvery {
			t.Errorf("it ended with %v after %d steps", err, m.Steps())
		}
		m.Again()
	}
}

// Narrow machines have no answer where others go on, and are the same before.
func TestNarrow(t *testing.T) {
	p, err := Parse("0 [3] * last last")
	if err != nil {
		t.Fatal(err)
	}
	wide, narrow := p.Run(enough), p.RunNarrow(t.Context(), enough)
	for n := range 9 {
		v, err := wide.Next()
		u, errNarrow := narrow.Next()
		if _, fits := v.Int64(); err != nil || (errNarrow == nil) != fits || fits && !u.Equal(v) {
			t.Errorf("term %d is %v, %v; narrow %v, %v", n, v, err, u, errNarrow)
		}
	}
	if narrow.Again(); len(narrow.Terms()) != 0 || narrow.Steps() != 0 {
		t.Errorf("it begins again with %v after %d steps", narrow.Terms(), narrow.Steps())
	}
	if v, err := narrow.Next(); err != nil || v.String() != "3" {
		t.Errorf("it begins again with %v, %v", v, err)
	}
}
