package induction

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"bitlens/engine/induction/integer"
	"bitlens/engine/induction/judge"
	"bitlens/engine/induction/language"
)

// explained runs both searches for so many programs each.
func explained(t *testing.T, text string, budget int64, changed func(Explanation)) Explanation {
	t.Helper()
	terms, err := Parse(text, false)
	if err != nil {
		t.Fatal(err)
	}
	return Explain(context.Background(), terms, Options{Budget: budget, Memory: 1 << 27}, changed)
}

func TestExplainedSequences(t *testing.T) {
	for text, want := range map[string]struct {
		next    int64
		verdict Verdict
	}{
		"1,2,3,5,8":           {13, Regular},
		"2,4,6,8,10":          {12, Regular},
		"1,4,9,16,25":         {36, Regular},
		"1,1,2,5,14,42,132":   {429, Regular},
		"0,1,0,1,0,1,0,1":     {0, Regular},
		"2,3,5,7,11,13,17,19": {23, Regular},
		"1,0,2,0,3,0,4,0":     {5, Regular},
		"100,96,91,85,78,70":  {61, Regular},
		"3,1,4,1,5":           {0, Unclear},
		"5,9,2":               {0, Unclear},
		"1,11,21,1211,111221": {312211, Regular},
		"3,13,1113,3113":      {132113, Regular},
		"1,12,123,1234":       {12345, Regular},
	} {
		e := explained(t, text, 200_000, nil)
		if e.Verdict() != want.verdict {
			t.Errorf("%s: %v, with a gain of %d bits", text, e.Verdict(), e.Gain())
		}
		if want.verdict == Regular && e.Bets(judge.Occam, 1)[0].Next[0].Cmp(integer.Of(want.next)) != 0 {
			t.Errorf("%s: the shortest is %v", text, e.Programs[0])
		}
	}
}

// What is told while the search runs grows to what is known in the end, and
// stays as it was told; the bound only falls.
func TestChangesGrow(t *testing.T) {
	var heard []Explanation
	var lengths []int
	e := explained(t, "1,3,6,10,15,21,28", 200_000, func(x Explanation) {
		heard, lengths = append(heard, x), append(lengths, len(x.Programs))
	})
	if len(heard) == 0 || e.Tried == 0 || e.Phase.Number == 0 {
		t.Fatalf("heard %d times; %d tried, phase %d", len(heard), e.Tried, e.Phase.Number)
	}
	for i, x := range append(heard, e) {
		if i < len(lengths) && len(x.Programs) != lengths[i] || i > 0 && (len(x.Programs) < lengths[i-1] || x.Tried < heard[i-1].Tried) {
			t.Errorf("told %d: %d programs, %d tried", i, len(x.Programs), x.Tried)
		}
		if !slices.IsSortedFunc(x.Programs, before) {
			t.Error("the list is not in order")
		}
	}
	for i, p := range e.Curve[1:] {
		if p.Bits >= e.Curve[i].Bits || p.After < e.Curve[i].After {
			t.Errorf("the curve is %v", e.Curve)
		}
	}
	if e.Bound() != e.Curve[len(e.Curve)-1].Bits || e.Bound() != e.Programs[0].Length() {
		t.Errorf("the bound is %d", e.Bound())
	}
}

// A growing budget can only lower the bound.
func TestMoreBudgetNeverRaisesTheBound(t *testing.T) {
	last := 1 << 20
	for _, budget := range []int64{1_000, 10_000, 100_000, 400_000} {
		bound := explained(t, "0,1,1,0,1,0,0,1,1,0,0,1", budget, nil).Bound()
		if bound > last {
			t.Errorf("%d programs give %d bits, fewer gave %d", budget, bound, last)
		}
		last = bound
	}
}

// The literal program is one of the language: its code has the length that is
// told, and it gives the terms.
func TestLiteralIsAProgram(t *testing.T) {
	for _, text := range []string{"3,1,4,1,5", "-1,0,4611686018427387904", "0,0", "-9223372036854775808,9223372036854775807",
		"0," + strings.Repeat("9", maxDigits), "1,-" + strings.Repeat("7", maxDigits)} {
		terms, err := Parse(text, false)
		if err != nil {
			t.Fatal(err)
		}
		p := language.Program{Starts: terms, Body: language.New(language.Index)}
		if got := len(p.Code()); got != language.LiteralBits(terms) {
			t.Errorf("%v: the code has %d bits, told are %d", terms, got, language.LiteralBits(terms))
		}
	}
}

// Terms go on where they no longer fit 64 bits.
func TestBetsOnLargeTerms(t *testing.T) {
	e := explained(t, "1,1000000,1000000000000,1000000000000000000", 20_000, nil)
	bets := e.Bets(judge.Solomonoff, 3)
	if len(bets) == 0 || fmt.Sprint(bets[0].Next) != fmt.Sprintf("[1%024d 1%030d 1%036d]", 0, 0, 0) {
		t.Errorf("the bets are %v", bets)
	}
}

// A program goes on for as long as it has terms, and these are bounded.
func TestProgramsThatEnd(t *testing.T) {
	for code, want := range map[string]int{"0 [] sqrt - 2 i": 0, "0 [1 1 0] pow 2 pow 2 i": 9, "0 [1 1 0] * last 2": 1000, "0 [1 1 0] + pow 2 4000 i": (bytesAhead + 495) / 496} {
		p, err := language.Parse(code)
		if err != nil {
			t.Fatal(err)
		}
		got, err := Check(p, integer.All(1, 1, 0), 1000)
		if err != nil || len(got.Next(2000)) != want {
			t.Errorf("%s goes on for %d terms, want %d, %v", code, len(got.Next(2000)), want, err)
		}
	}
}

func TestCancelledBeforeItBegins(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if e := Explain(ctx, integer.All(1, 2, 3), Options{}, nil); e.Verdict() != Nothing || e.Bound() != e.Literal {
		t.Errorf("found %v", e.Programs)
	}
}

func TestCheck(t *testing.T) {
	for code, want := range map[string]string{
		"0 [1 2] + last prev": "",
		"0 [1 2] + last 1":    "the program gives 4 for term 4, which is 5",
		"0 [1 2] sqrt neg 2":  "no term 3: the program has no answer",
		"0 [1] nth 0":         "no term 2: the program took more steps",
	} {
		p, err := language.Parse(code)
		if err != nil {
			t.Fatal(err)
		}
		got, err := Check(p, integer.All(1, 2, 3, 5, 8), 2)
		switch {
		case want == "" && (err != nil || fmt.Sprint(got.Next(2)) != "[13 21]" || got.Length() != 22 || got.Steps() != 11):
			t.Errorf("%s: %+v, %v", code, got, err)
		case want != "" && (err == nil || !strings.HasPrefix(err.Error(), want)):
			t.Errorf("%s: %v, want %s", code, err, want)
		}
	}
}

// Both machines explain bits: each program gives the terms, and the constant is
// the difference of the shortest.
func TestBitsHaveTwoMachines(t *testing.T) {
	e := explained(t, "0101010", 20_000, nil)
	constant, ok := e.Constant()
	if !ok || constant != e.Programs[0].Length()-e.Machines[0].Length() {
		t.Fatalf("the constant is %d, %v", constant, ok)
	}
	if bets := e.MachineBets(judge.Solomonoff, 1); len(bets) == 0 || bets[0].Next[0].String() != "1" {
		t.Errorf("Turing machines bet %v", bets)
	}
	for _, r := range []Rule{e.Programs[0], e.Machines[0]} {
		if r.String() == "" || r.English() == "" || r.Chinese() == "" || r.Steps() < 7 {
			t.Errorf("%v is %q, %q", r, r.English(), r.Chinese())
		}
	}
	if x := explained(t, "0,1,2,0,1,2", 20_000, nil); len(x.Machines) > 0 {
		t.Errorf("a machine writes a 2: %v", x.Machines[0])
	}
}
