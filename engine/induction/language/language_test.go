package language

import (
	"fmt"
	"math"
	"math/big"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"bitlens/engine/induction/integer"
)

const enough = 1 << 20

// terms runs a program for up to n terms.
func terms(p *Program, n int, limit int64) (out []integer.Int, m *Machine, err error) {
	m = p.Run(limit)
	for range n {
		if _, err = m.Next(); err != nil {
			break
		}
	}
	return m.Terms(), m, err
}

// TestPrograms plays testdata/programs.txt: a program, its length, and its
// first terms or the reason why there are no more.
func TestPrograms(t *testing.T) {
	b, err := os.ReadFile("testdata/programs.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(b)) {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		code, rest, _ := strings.Cut(line, "\t")
		length, want, _ := strings.Cut(rest, "\t")
		p, err := Parse(code)
		if err != nil {
			t.Errorf("%s: %v", code, err)
			continue
		}
		if got := fmt.Sprint(p.Bits()); got != length {
			t.Errorf("%s: %s bits, want %s", code, got, length)
		}
		if got := answer(p, len(strings.Fields(want))); got != want {
			t.Errorf("%s: %s, want %s", code, got, want)
		}
	}
}

// answer is what a line of the test data ends in.
func answer(p *Program, n int) string {
	out, _, err := terms(p, n, enough)
	s := strings.Trim(fmt.Sprint(out), "[]")
	if err != nil {
		s = strings.TrimSpace(s + " " + map[error]string{ErrNoAnswer: "none", ErrSteps: "endless"}[err])
	}
	return s
}

// TestKraft holds that the code words are a prefix code with a sum of
// 2^-length of 1, and that doc.go tells their lengths.
func TestKraft(t *testing.T) {
	sum := new(big.Rat)
	for _, a := range All() {
		sum.Add(sum, big.NewRat(1, 1<<a.Bits()))
		for _, b := range All() {
			if a != b && strings.HasPrefix(b.Code(), a.Code()) {
				t.Errorf("the code of %v begins that of %v", a, b)
			}
		}
	}
	if sum.Cmp(big.NewRat(1, 1)) != 0 {
		t.Errorf("the sum is %v", sum)
	}
}

func TestDocTellsEveryLength(t *testing.T) {
	doc, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	told := map[string]int{}
	for _, m := range regexp.MustCompile(`(?m)^//\t +(\d+)  (\S+)`).FindAllStringSubmatch(string(doc), -1) {
		told[m[2]], _ = strconv.Atoi(m[1])
	}
	for _, op := range All() {
		if told[op.String()] != op.Bits() {
			t.Errorf("%v has %d bits; doc.go says %d", op, op.Bits(), told[op.String()])
		}
	}
}

// TestNoProgramBeginsAnother holds Kraft's sum over whole programs: all codes
// of up to some bits are decoded, and those that are programs weigh at most 1.
func TestNoProgramBeginsAnother(t *testing.T) {
	weight := 0.0
	for bits := 1; bits <= 14; bits++ {
		for v := range 1 << bits {
			code := fmt.Sprintf("%0*b", bits, v)
			if p, rest, err := Decode(code); err == nil && rest == "" {
				weight += math.Pow(2, float64(-p.Bits()))
			}
		}
	}
	if weight <= 0.01 || weight > 1 {
		t.Errorf("programs of up to 14 bits weigh %v", weight)
	}
}

func TestBillAddsUp(t *testing.T) {
	p, err := Parse("1 [-3 0 9223372036854775807 -9223372036854775808 340282366920938463463374607431768211456] if mod i 17 nth gcd i o choose 2 neg 3")
	if err != nil {
		t.Fatal(err)
	}
	bits := 0
	for _, c := range p.Bill() {
		bits += len(c.Code)
	}
	if bits != p.Bits() {
		t.Errorf("the bill is %d bits, the program %d", bits, p.Bits())
	}
	q, rest, err := Decode(p.Code() + "0110")
	if err != nil || rest != "0110" || q.String() != p.String() {
		t.Errorf("decoded %v and %q, %v", q, rest, err)
	}
}

// TestArithmeticAgainstBig holds every operator of two numbers against the
// same with as many digits as it takes.
func TestArithmeticAgainstBig(t *testing.T) {
	exact := map[Op]func(z, x, y *big.Int) *big.Int{Add: (*big.Int).Add, Sub: (*big.Int).Sub, Mul: (*big.Int).Mul}
	for op, f := range exact {
		for _, x := range edge {
			for _, y := range edge {
				want := f(new(big.Int), big.NewInt(x), big.NewInt(y))
				got, ok := Apply(op, x, y)
				if ok != want.IsInt64() || ok && got != want.Int64() {
					t.Errorf("%v %d %d: %d %v, want %v", op, x, y, got, ok, want)
				}
			}
		}
	}
	for _, x := range edge {
		for _, y := range edge {
			checkDivision(t, x, y)
		}
	}
}

func checkDivision(t *testing.T, x, y int64) {
	q, ok := Apply(Div, x, y)
	r, _ := Apply(Mod, x, y)
	if !ok || y == 0 {
		return
	}
	back := new(big.Int).Mul(big.NewInt(q), big.NewInt(y))
	if back.Add(back, big.NewInt(r)); back.Cmp(big.NewInt(x)) != 0 {
		t.Errorf("%d = %d * %d + %d does not hold", x, q, y, r)
	}
	if r != 0 && (r < 0) != (y < 0) {
		t.Errorf("%d mod %d is %d", x, y, r)
	}
}

func TestRootsAndCoefficients(t *testing.T) {
	for _, x := range []int64{0, 1, 3, 4, 8, 9, 1<<52 - 1, 1 << 52, math.MaxInt64, 3037000499 * 3037000499, 3037000499*3037000499 - 1} {
		r, _ := ApplyOne(Sqrt, x)
		lo, hi := new(big.Int).Mul(big.NewInt(r), big.NewInt(r)), new(big.Int).Mul(big.NewInt(r+1), big.NewInt(r+1))
		if lo.Cmp(big.NewInt(x)) > 0 || hi.Cmp(big.NewInt(x)) <= 0 {
			t.Errorf("the root of %d is not %d", x, r)
		}
	}
	for n := int64(0); n < 70; n++ {
		for k := int64(0); k <= n; k++ {
			want := new(big.Int).Binomial(n, k)
			if got, ok := Apply(Choose, n, k); ok && got != want.Int64() || !ok && n < 62 {
				t.Errorf("choose %d %d: %d %v, want %v", n, k, got, ok, want)
			}
		}
	}
}

func TestStepsAreTokens(t *testing.T) {
	for code, want := range map[string]int64{
		"0 [] + last 2":       15, // three tokens a term
		"0 [1 2] + last prev": 11, // a step for each term given
		"0 [] sum i":          20, // one token, and one for each round
		"1 [] nth 1":          35, // beside the token, one for the number and one for the body
	} {
		p, err := Parse(code)
		if err != nil {
			t.Fatal(err)
		}
		if _, m, err := terms(p, 5, enough); err != nil || m.Steps() != want {
			t.Errorf("%s: %d steps, %v; want %d", code, m.Steps(), err, want)
		}
		if out, m, err := terms(p, 5, want-1); err != ErrSteps || len(out) != 4 || m.Steps() != want-1 {
			t.Errorf("%s stopped with %v after %d steps, %v", code, out, m.Steps(), err)
		}
	}
}

func TestParseSaysWhatIsWrong(t *testing.T) {
	for code, want := range map[string]string{
		"":        "at the end: a program begins with the place",
		"2 [] 1":  `at word 1, "2": a program begins`,
		"0 1":     `at word 2, "1": the given terms stand in brackets`,
		"0 [1":    "at the end: a given term is a whole number",
		"0 [x] 1": `at word 3, "x": a given term`,
		"0 [" + strings.Repeat("9", 1300) + "] 1": "a given term is a whole number of at most 4,096 bits",
		"0 [" + strings.Repeat("9", 9999) + "] 1": "a given term is a whole number of at most 4,096 bits",
		"0 [] + 1":                             "at the end: it should be an operator",
		"0 [] const":                           `"const": it should be an operator`,
		"0 [] o":                               "there is no loop here",
		"0 [] 1 1":                             "nothing may follow",
		"0 [] " + strings.Repeat("neg ", 5000): "more than 4096 tokens",
	} {
		if _, err := Parse(code); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.40s: %v; want %q", code, err, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("0 [1 2] + last prev")
	f.Add("1 [] nth eq 2 sum divides i o")
	f.Fuzz(func(t *testing.T, code string) {
		p, err := Parse(code)
		if err != nil {
			return
		}
		checkRoundTrip(t, p)
	})
}

func FuzzDecode(f *testing.F) {
	f.Add("010011000")
	f.Fuzz(func(t *testing.T, code string) {
		p, rest, err := Decode(code)
		if err != nil {
			return
		}
		if p.Code()+rest != code {
			t.Errorf("%v has the code %q, and was read from %q", p, p.Code(), code)
		}
		checkRoundTrip(t, p)
	})
}

// checkRoundTrip holds that a program is the same through both of its forms,
// and that running it ends.
func checkRoundTrip(t *testing.T, p *Program) {
	q, err := Parse(p.String())
	if err != nil || q.String() != p.String() {
		t.Fatalf("%v is read as %v, %v", p, q, err)
	}
	r, rest, err := Decode(p.Code())
	if err != nil || rest != "" || r.String() != p.String() {
		t.Fatalf("%v is decoded as %v, %v", p, r, err)
	}
	if len(p.Code()) != p.Bits() {
		t.Fatalf("%v: %d bits of code, length %d", p, len(p.Code()), p.Bits())
	}
	a, m, _ := terms(p, 8, 10000)
	b, _, _ := terms(r, 8, 10000)
	if !slices.EqualFunc(a, b, integer.Int.Equal) || m.Steps() > 10000 {
		t.Fatalf("%v: %v, then %v, in %d steps", p, a, b, m.Steps())
	}
}
