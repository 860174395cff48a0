package generators

import (
	"context"
	"errors"
	"math"
	"math/bits"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"bitlens/engine/induction/complexity"
)

// chance returns a word of n symbols.
func chance(r *rand.Rand, n int) string {
	w := make([]byte, n)
	for i := range w {
		w[i] = '0' + byte(r.IntN(2))
	}
	return string(w)
}

// random returns a generator of each kind.
func random(r *rand.Rand) []Generator {
	size := func(most int) int { return 1 + r.IntN(1+r.IntN(most)) }
	order := size(MaxOrder)
	grows := func() string { return chance(r, 1+size(MaxWord-1)) }
	return []Generator{
		Automaton{Rule: byte(r.IntN(256)), Cells: chance(r, size(MaxWidth))},
		Automaton{Rule: byte(r.IntN(256)), Cells: Single(size(MaxWidth))},
		Recurrence{Taps: chance(r, order), Start: chance(r, order)},
		Rewriting{Words: [2]string{grows(), grows()}, Axiom: grows()},
		Cipher{Key: chance(r, size(MaxKey)), Plain: chance(r, size(MaxWord))},
	}
}

// A description says all: what is read back writes the same.
func TestDescribeDecode(t *testing.T) {
	r := rand.New(rand.NewPCG(1965, 1))
	for range 300 {
		for _, g := range random(r) {
			n := 1 + r.IntN(3000)
			output, description := described(t, g, n)
			same, length, err := Decode(description)
			if err != nil || length != n || !reflect.DeepEqual(same, g) {
				t.Fatalf("%#v for %d comes back as %#v for %d: %v", g, n, same, length, err)
			}
			if again, err := same.Output(length); err != nil || again != output || len(again) != n {
				t.Fatalf("%#v writes %q, then %q, %v", g, output, again, err)
			}
		}
	}
}

func described(t *testing.T, g Generator, n int) (output, description string) {
	t.Helper()
	output, err := g.Output(n)
	if err != nil {
		t.Fatalf("%#v: %v", g, err)
	}
	if description, err = Describe(g, n); err != nil {
		t.Fatalf("%#v: %v", g, err)
	}
	return output, description
}

// The best bound never exceeds what the generator takes, and is that of a real
// description.
func TestInequality(t *testing.T) {
	r := rand.New(rand.NewPCG(1965, 2))
	rounds, longest := 4, 9999
	if testing.Short() {
		rounds, longest = 1, 99
	}
	for range rounds {
		for _, g := range random(r) {
			for p, err := range Growth(t.Context(), g, []int{1, 1 + r.IntN(99), 1 + r.IntN(longest)}) {
				if err != nil {
					t.Fatal(err)
				}
				checkPoint(t, g, p)
			}
		}
	}
}

func checkPoint(t *testing.T, g Generator, p Point) {
	t.Helper()
	if float64(p.Best) > p.Limit {
		t.Errorf("%#v at %d: %d bits, and the limit is %.1f", g, p.Length, p.Best, p.Limit)
	}
	_, description := described(t, g, p.Length)
	if p.Method == "generator" && p.Best != 1+len(description) {
		t.Errorf("%#v at %d: %d bits for a description of %d", g, p.Length, p.Best, len(description))
	}
	if parts := kindBits + p.Program + p.Input + 2*bits.Len(uint(p.Length)) - 1; parts != len(description) {
		t.Errorf("%#v at %d: parts of %d bits in all, and a description of %d", g, p.Length, parts, len(description))
	}
	for _, m := range p.Measures {
		shorter := m.Bound() && m.Code+1+methodBits+2*bits.Len(uint(p.Length))-1 < p.Best
		if shorter || m.Method == p.Method && !m.Bound() {
			t.Errorf("%#v at %d: %+v and the best is %s of %d", g, p.Length, m, p.Method, p.Best)
		}
	}
}

// Measures of the output rise with its length; the bound hardly does.
func TestComplexLooks(t *testing.T) {
	n := 1 << 14
	if testing.Short() {
		n = 1 << 11
	}
	for _, g := range []Generator{
		Automaton{Rule: 30, Cells: Single(61)},
		Recurrence{Taps: "00000000100000000000000000000001", Start: Single(32)},
		Cipher{Key: "0110", Plain: "0"},
	} {
		for p, err := range Growth(t.Context(), g, []int{n / 4, n}) {
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range p.Measures {
				if m.Method == "bdm" && m.Value < float64(p.Length)/2 {
					t.Errorf("%#v at %d: %+v", g, p.Length, m)
				}
			}
			if p.Method != "generator" || p.Best > 130 {
				t.Errorf("%#v at %d: %d bits by %s", g, p.Length, p.Best, p.Method)
			}
		}
	}
}

// Each kind writes what is known of it.
func TestOutput(t *testing.T) {
	for _, c := range []struct {
		g    Generator
		want string
	}{
		{Automaton{Rule: 90, Cells: Single(7)}, "0001000" + "0010100" + "0100010" + "1010101"},
		{Automaton{Rule: 110, Cells: "00000001"}, "00000001" + "00000011" + "00000111" + "00001101"},
		{Automaton{Rule: 0, Cells: "1"}, "1000"},
		{Automaton{Rule: 255, Cells: "01"}, "0111"},
		{Recurrence{Taps: "11", Start: "01"}, "011011011"},
		{Recurrence{Taps: "011", Start: "001"}, "0010111" + "001"},
		{Rewriting{Words: [2]string{"01", "10"}, Axiom: "0"}, "0110100110010110"},
		{Rewriting{Words: [2]string{"01", "0"}, Axiom: "0"}, "0100101001001"},
		{Rewriting{Words: [2]string{"1", "00"}, Axiom: "0"}, "0000"},
	} {
		if got, err := c.g.Output(len(c.want)); err != nil || got != c.want {
			t.Errorf("%#v writes %s, %v; want %s", c.g, got, err, c.want)
		}
	}
}

// A key stream added twice is taken away, and looks like chance.
func TestCipher(t *testing.T) {
	plain := "0100110"
	stream, err := Cipher{Key: "101", Plain: "0"}.Output(1000)
	if err != nil {
		t.Fatal(err)
	}
	secret, err := Cipher{Key: "101", Plain: plain}.Output(1000)
	if err != nil {
		t.Fatal(err)
	}
	for i := range secret {
		if secret[i]^stream[i] != plain[i%len(plain)]&1 {
			t.Fatalf("symbol %d is not the plain one", i)
		}
	}
	ones := strings.Count(stream, "1")
	if d := math.Abs(float64(ones) - 500); d > 80 {
		t.Errorf("%d of 1000 hashed symbols are 1", ones)
	}
}

// What is no generator is refused, in a sentence.
func TestRefused(t *testing.T) {
	for _, g := range []Generator{
		Automaton{}, Automaton{Cells: "012"}, Automaton{Cells: Single(MaxWidth + 1)}, Automaton{Cells: Single(-1)},
		Recurrence{}, Recurrence{Taps: "1", Start: "10"}, Recurrence{Taps: "x", Start: "1"}, Recurrence{Taps: "1", Start: "x"},
		Rewriting{Words: [2]string{"", "1"}, Axiom: "0"}, Rewriting{Words: [2]string{"0", ""}, Axiom: "0"}, Rewriting{Words: [2]string{"0", "1"}},
		Cipher{Key: "1"}, Cipher{Plain: "1"}, Cipher{Key: strings.Repeat("1", MaxKey+1), Plain: "0"},
		// These write only so much.
		Rewriting{Words: [2]string{"0", "1"}, Axiom: "0"},
		Rewriting{Words: [2]string{"1", "0"}, Axiom: "01"},
		Rewriting{Words: [2]string{"0", "10"}, Axiom: "1"},
	} {
		for _, err := range Growth(t.Context(), g, []int{1 << 16}) {
			if err == nil {
				t.Errorf("%#v has growth", g)
			}
		}
	}
	good := Cipher{Key: "1", Plain: "0"}
	for _, n := range []int{-1, 0, complexity.MaxBits + 1} {
		if _, err := good.Output(n); err == nil {
			t.Errorf("an output of %d", n)
		}
		if _, err := Describe(good, n); err == nil {
			t.Errorf("a description of %d", n)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, err := range Growth(ctx, good, []int{4}) {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("cancelled: %v", err)
		}
	}
}

// What is no description is refused.
func TestDecodeRefuses(t *testing.T) {
	_, good := described(t, Cipher{Key: "1", Plain: "01"}, 5)
	for _, d := range []string{
		"", "0", "012", good[:len(good)-1], good + "0", "11" + strings.Repeat("0", 100), "00" + "00011110" + strings.Repeat("0", 13) + strings.Repeat("1", 30),
	} {
		if g, n, err := Decode(d); err == nil {
			t.Errorf("%q is %#v for %d", d, g, n)
		}
	}
}

func FuzzDecode(f *testing.F) {
	r := rand.New(rand.NewPCG(1965, 3))
	for _, g := range random(r) {
		if d, err := Describe(g, 1+r.IntN(99)); err == nil {
			f.Add(d)
		}
	}
	f.Fuzz(func(t *testing.T, d string) {
		g, n, err := Decode(d)
		if err != nil {
			return
		}
		// A row with a single 1 may be spelled; that is no shorter.
		if same, err := Describe(g, n); err != nil || len(same) > len(d) {
			t.Errorf("%q is %#v for %d, described as %q, %v", d, g, n, same, err)
		}
		if n < 1<<10 {
			if s, err := g.Output(n); err == nil && len(s) != n {
				t.Errorf("%#v writes %d symbols of %d", g, len(s), n)
			}
		}
	})
}
