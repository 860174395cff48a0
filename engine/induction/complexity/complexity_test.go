package complexity

import (
	"bytes"
	"context"
	"errors"
	"math"
	"math/big"
	"math/bits"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"bitlens/engine/coder"
)

// spell writes a string whose symbol i is bit(i).
func spell(n int, bit func(i int) bool) string {
	s := make([]byte, n)
	for i := range s {
		s[i] = '0'
		if bit(i) {
			s[i] = '1'
		}
	}
	return string(s)
}

func thueMorse(n int) string {
	return spell(n, func(i int) bool { return bits.OnesCount(uint(i))&1 == 1 })
}

func primes(n int) string {
	return spell(n, func(i int) bool { return big.NewInt(int64(i)).ProbablyPrime(0) })
}

func coins(n int, seed uint64) string {
	r := rand.New(rand.NewPCG(seed, 0))
	return spell(n, func(int) bool { return r.IntN(2) == 1 })
}

// piBits returns the first binary places of pi, by Machin's formula of 1706.
func piBits(n int) string {
	one := new(big.Int).Lsh(big.NewInt(1), uint(n+64))
	pi := new(big.Int).Lsh(arccot(5, one), 4)
	pi.Sub(pi, new(big.Int).Lsh(arccot(239, one), 2))
	return pi.Text(2)[:n]
}

// arccot returns the angle whose cotangent is x, times one.
func arccot(x int64, one *big.Int) *big.Int {
	sum, power := new(big.Int), new(big.Int).Div(one, big.NewInt(x))
	for k := int64(1); power.Sign() != 0; k += 2 {
		term := new(big.Int).Div(power, big.NewInt(k))
		if k%4 == 3 {
			term.Neg(term)
		}
		sum.Add(sum, term)
		power.Div(power, big.NewInt(x*x))
	}
	return sum
}

// measured returns the measures by method.
func measured(t *testing.T, s string) map[string]Measure {
	t.Helper()
	all, err := Measures(t.Context(), s)
	if err != nil {
		t.Fatal(err)
	}
	by := map[string]Measure{}
	for _, m := range all {
		if _, twice := by[m.Method]; twice || m.Unit != "bits" || m.Note == "" {
			t.Errorf("%+v", m)
		}
		by[m.Method] = m
	}
	return by
}

// What package doc says of where methods fail is so.
func TestWhereMethodsFail(t *testing.T) {
	const n = 4096
	morse, prime, pi, chance := measured(t, thueMorse(n)), measured(t, primes(n)), measured(t, piBits(n)), measured(t, coins(n, 1))
	for _, c := range []struct {
		says       string
		less, more float64
	}{
		{"entropy takes Thue-Morse for chance", n - 1, morse["entropy"].Value},
		{"entropy takes pi for chance", n - 5, pi["entropy"].Value},
		{"blocks see more of Thue-Morse", morse["block entropy"].Value, n * 0.7},
		{"BDM sees the order of Thue-Morse", morse["bdm"].Value, n / 10},
		{"CTW sees some of it", morse["ctw"].Value, n / 8},
		{"BDM says less of primes than any code", 2 * prime["bdm"].Value, prime["ctw"].Value},
		{"CTW sees that primes are odd", prime["ctw"].Value, prime["entropy"].Value * 0.8},
		{"CTW takes pi for chance", n, pi["ctw"].Value},
		{"so do compressors", n, pi["xz"].Value},
		{"and BDM", n, pi["bdm"].Value},
		{"which pays for chance the same", math.Abs(pi["bdm"].Value - chance["bdm"].Value), n / 20},
	} {
		if !(c.less < c.more) {
			t.Errorf("%s: %.1f is not below %.1f", c.says, c.less, c.more)
		}
	}
	if m := morse["ctm"]; !math.IsNaN(m.Value) || m.Bound() {
		t.Errorf("CTM answers for %d symbols: %+v", n, m)
	}
}

// Entropy of strings whose entropy is known.
func TestEntropy(t *testing.T) {
	for _, c := range []struct {
		s     string
		size  int
		value float64
	}{
		{"0", 1, 0}, {"1111", 1, 0}, {"01", 1, 1}, {"0111", 1, 2 - 0.75*math.Log2(3)},
		{strings.Repeat("01", 8) + "0", 2, 1}, {"00110", 2, 2},
	} {
		if got := blocks(c.s, c.size); math.Abs(got-c.value) > 1e-12 {
			t.Errorf("blocks of %d in %s have %v bits, want %v", c.size, c.s, got, c.value)
		}
	}
	for n, want := range map[int]int{1: 0, 15: 1, 16: 2, 63: 2, 64: 3, 4096: 6, MaxBits: 10} {
		if got := blockSize(n); got != want {
			t.Errorf("of %d symbols blocks have %d, want %d", n, got, want)
		}
	}
}

// BDM adds the CTM of different blocks and the logarithm of how often.
func TestBDM(t *testing.T) {
	a, b := "000000000000", "010010111010"
	value := func(lines ...string) float64 { return bdm("bdm", lines).Value }
	for _, c := range []struct{ got, want float64 }{
		{value(a), 25.610413747641715}, // the published table of D(5)
		{value(a), ctm(a).Value},
		{value(a + a), value(a) + 1},
		{value(a + b + a + a), value(a) + math.Log2(3) + value(b)},
		{value(a + b), value(b + a)},
		{value(a + "01"), value(a) + ctm("01").Value},
		{value(a, b), value(a + b)},
		{value("01", "01"), ctm("01").Value + 1},
	} {
		if math.Abs(c.got-c.want) > 1e-9 {
			t.Errorf("%v, want %v", c.got, c.want)
		}
	}
}

// The blocks that no machine writes count more than all that are written, and
// the note says so.
func TestMissingBlocks(t *testing.T) {
	missing := 0
	for i := range 1 << blockLength {
		s := spell(blockLength, func(j int) bool { return i>>j&1 == 1 })
		c, b := ctm(s), bdm("bdm", []string{s})
		if !math.IsNaN(c.Value) {
			continue
		}
		missing++
		if b.Value != longest()[blockLength]+1 || !strings.Contains(b.Note, "1 that no machine writes") {
			t.Errorf("%s: %+v", s, b)
		}
	}
	if missing != 2 {
		t.Errorf("D(5) misses %d strings of 12, and 2 as published", missing)
	}
}

// Rows that repeat are cheap by rows, columns by columns.
func TestGrid(t *testing.T) {
	row := "010010111010001101"
	stripes := make([]string, len(row))
	for i := range stripes {
		stripes[i] = row
	}
	across, err := Grid(stripes)
	if err != nil {
		t.Fatal(err)
	}
	turned, err := Grid(columns(stripes))
	if err != nil {
		t.Fatal(err)
	}
	if across[0].Method != "bdm rows" || across[0].Value != turned[1].Value || across[1].Value != turned[0].Value {
		t.Errorf("%+v and turned %+v", across, turned)
	}
	if want := bdm("", stripes[:1]).Value + 2*math.Log2(18); math.Abs(across[0].Value-want) > 1e-9 {
		t.Errorf("rows that repeat take %v, want %v", across[0].Value, want)
	}
	for _, rows := range [][]string{nil, {""}, {"01", "0"}, {"01", "0x"}, {"", "01"}} {
		if m, err := Grid(rows); err == nil {
			t.Errorf("%q is measured: %+v", rows, m)
		}
	}
}

// weighted returns -log2 of the weighted probability of the symbols at some
// places, that agree on depth symbols before: the definition of CTW.
func weighted(s string, places []int, depth int) float64 {
	seen, estimate := [2]float64{}, 0.0
	for _, i := range places {
		estimate -= math.Log2((seen[s[i]-'0'] + 0.5) / (seen[0] + seen[1] + 1))
		seen[s[i]-'0']++
	}
	if depth == Depth || len(places) == 0 {
		return estimate
	}
	var longer [2][]int
	for _, i := range places {
		before := 0
		if j := i - depth - 1; j >= 0 {
			before = int(s[j] - '0')
		}
		longer[before] = append(longer[before], i)
	}
	product := weighted(s, longer[0], depth+1) + weighted(s, longer[1], depth+1)
	low, high := min(estimate, product), max(estimate, product)
	return low + 1 - math.Log2(1+math.Exp2(low-high))
}

// CTW costs what its definition says, and a decoder reads it back.
func TestContextTree(t *testing.T) {
	for _, s := range []string{
		"0", "1", "0110", "1111111", thueMorse(300), primes(500), coins(400, 2),
		strings.Repeat("0", 3000), strings.Repeat("01", 500) + strings.Repeat("1", 1000),
	} {
		var places []int
		for i := range s {
			places = append(places, i)
		}
		w, err := Weight(t.Context(), s)
		if err != nil {
			t.Fatal(err)
		}
		if want := weighted(s, places, 0); math.Abs(w.Bits-want) > 0.01 {
			t.Errorf("%.20s: %.4f bits, by definition %.4f", s, w.Bits, want)
		}
		if n := 8 * checkRoundTrip(t, s); float64(n) > math.Ceil(w.Bits)+Slack {
			t.Errorf("%.20s: %d bits on disk, and %.4f by the meter", s, n, w.Bits)
		}
		sum := 0.0
		for _, p := range w.Depths {
			sum += p
		}
		if math.Abs(sum-1) > 1e-9 || len(w.Depths) != Depth+1 {
			t.Errorf("%.20s: the posterior sums to %v", s, sum)
		}
	}
}

// checkRoundTrip encodes a string, decodes it, and returns the bytes it took.
func checkRoundTrip(t *testing.T, s string) int {
	t.Helper()
	var file bytes.Buffer
	e, tree := coder.NewEncoder(&file), NewTree()
	for i := range len(s) {
		tree.Code(e, int(s[i]-'0'))
	}
	if err := e.Close(); err != nil {
		t.Fatal(err)
	}
	n := file.Len()
	d, tree := coder.NewDecoder(&file), NewTree()
	for i := range len(s) {
		if got := tree.Code(d, 0); got != int(s[i]-'0') || d.Err() != nil {
			t.Fatalf("%.20s: symbol %d comes back as %d, %v", s, i, got, d.Err())
		}
	}
	return n
}

// The posterior finds how far back a source looks: here each symbol is, nine
// times of ten, the one so many before, or a 0 if none.
func TestDepths(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 3))
	for depth := range 6 {
		var s []byte
		for i := range 20_000 {
			bit := byte('0')
			if depth > 0 && i >= depth {
				bit = s[i-depth]
			}
			if r.IntN(10) == 0 {
				bit ^= 1
			}
			s = append(s, bit)
		}
		if w, err := Weight(t.Context(), string(s)); err != nil || w.Depths[depth] < 0.9 {
			t.Errorf("a source of depth %d: %.3f, %v", depth, w.Depths, err)
		}
	}
}

// A compressor says what its files take.
func TestCompressors(t *testing.T) {
	s := strings.Repeat("0", 1<<15)
	for _, m := range measured(t, s) {
		if m.Bound() && m.Method != "literal" && m.Value > 1200 {
			t.Errorf("equal symbols take %+v", m)
		}
	}
	word := coins(99, 7)
	m := measured(t, strings.NewReplacer("0", word, "1", word+"1").Replace(coins(50, 8)))["deflate:9"]
	if !strings.Contains(m.Note, "symbol a byte") || m.Value > 1200 {
		t.Errorf("a word at all places of a byte takes %+v", m)
	}
}

// What cannot be measured is refused in a sentence.
func TestRefused(t *testing.T) {
	for s, want := range map[string]string{
		"": "empty", "012": `'2' at place 2`, "0é": `'é' at place 1`, strings.Repeat("0", MaxBits+1): "2^20",
	} {
		if _, err := Measures(t.Context(), s); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.10q: %v", s, err)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Measures(ctx, "01"); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	if _, err := Weight(ctx, "01"); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

// Each method on a string without order, which is the slowest.
func BenchmarkMethods(b *testing.B) {
	s := coins(MaxBits, 1)
	for _, method := range methods {
		m, err := method(b.Context(), s)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(m.Method, func(b *testing.B) {
			b.SetBytes(MaxBits / 8)
			for b.Loop() {
				if _, err := method(b.Context(), s); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func TestRows(t *testing.T) {
	for text, want := range map[string][]string{
		"011/101/110":        {"011", "101", "110"},
		"0110\n1001\n0110\n": {"0110", "1001", "0110"},
		"0110 1001":          nil, // one line, in groups
		"110/011":            {"110", "011"},
		"1000 1001 1010":     nil, // numbers that count in binary
		"0/1/1":              nil, // terms, one a line
		"011/10":             nil,
		"012/101":            nil,
		"0110":               nil,
		"":                   nil,
	} {
		if got := Rows(text); !slices.Equal(got, want) {
			t.Errorf("%q: %q", text, got)
		}
	}
}
