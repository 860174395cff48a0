package induction

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"bitlens/engine/induction/integer"
	"bitlens/engine/induction/language"
)

func TestParse(t *testing.T) {
	for text, want := range map[string][]int64{
		"1,2,3,5,8":                    {1, 2, 3, 5, 8},
		"1 2 3 5 8":                    {1, 2, 3, 5, 8},
		" 1, 2, 3, ...\n":              {1, 2, 3},
		"1，2、3…":                       {1, 2, 3},
		"1\n2\r\n3\n":                  {1, 2, 3},
		"-1; +2; -3":                   {-1, 2, -3},
		"0110":                         {0, 1, 1, 0},
		"01 10":                        {1, 10},
		"# primes\n1 2\n2 3\n3 5\n":    {2, 3, 5},
		"0 1\n1 1\n2 2 # third\n":      {1, 1, 2},
		"-1 5\n0 7\n":                  {5, 7},
		"1 2\n2 3\n4 5\n":              {1, 2, 2, 3, 4, 5}, // the places leave one out
		"9223372036854775807 0":        {9223372036854775807, 0},
		"\ufeff1,2":                    {1, 2},
		strings.Repeat("7,", MaxTerms): slices.Repeat([]int64{7}, MaxTerms),
	} {
		if got, err := Parse(text, false); err != nil || !equal(got, integer.All(want...)) {
			t.Errorf("%.20q: %v, %v; want %v", text, got, err, want)
		}
	}
	if got, err := Parse("31415", true); err != nil || !equal(got, integer.All(3, 1, 4, 1, 5)) {
		t.Errorf("digits: %v, %v", got, err)
	}
}

func equal(a, b []integer.Int) bool { return slices.EqualFunc(a, b, integer.Int.Equal) }

// huge is 10 to the 40.
var huge, _ = integer.Parse("1" + strings.Repeat("0", 40))

func TestParseTermsOfAnySize(t *testing.T) {
	most := strings.Repeat("9", maxDigits)
	for _, text := range []string{"9223372036854775808 -9223372036854775809", "1 " + huge.String(), most + " -" + most} {
		got, err := Parse(text, false)
		if s := strings.Trim(fmt.Sprint(got), "[]"); err != nil || s != text {
			t.Errorf("%.40q: %.40s, %v", text, s, err)
		}
	}
}

func TestParseSaysWhatIsWrong(t *testing.T) {
	for text, want := range map[string]string{
		"":                               "there are no terms",
		" \n ,, ...":                     "there are no terms",
		"# nothing":                      "there are no terms",
		"42":                             "one term alone has every rule",
		"1,2,x":                          `term 3, "x", is not a whole number`,
		"1,2.5,3":                        `term 2, "2.5", is not a whole number`,
		"1,--2":                          `term 2, "--2", is not a whole number`,
		"1,-":                            `term 2, "-", is not a whole number`,
		"1," + strings.Repeat("9", 1001): "term 2 has 1001 digits; terms may have up to 1,000",
		strings.Repeat("1 ", 10001):      "the sequence has 10001 terms",
		strings.Repeat(" ", maxText+1):   "more than 16 MB",
		"1,2,\x1b[31mred":                `"\x1b[31mred"`,
	} {
		if _, err := Parse(text, false); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.20q: %v; want %q", text, err, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("1, 2, 3, ...", false)
	f.Add("# b\n1 2\n2 3", false)
	f.Add("0110", true)
	f.Fuzz(func(t *testing.T, text string, digits bool) {
		terms, err := Parse(text, digits)
		if err != nil {
			return
		}
		again, err := Parse(strings.Trim(strings.ReplaceAll(fmt.Sprint(terms), " ", ","), "[]"), false)
		if len(terms) < 2 || len(terms) > MaxTerms || err != nil || !equal(terms, again) {
			t.Errorf("%q is %v, then %v, %v", text, terms, again, err)
		}
		for _, v := range terms {
			if v.BitLen() > language.MaxBits {
				t.Errorf("%q has a term that does not fit", text)
			}
		}
	})
}

// The sentence for a term fits on a line whatever the term.
func TestMessagesAreShort(t *testing.T) {
	for _, text := range []string{"1 " + strings.Repeat("x", 5000), "1 " + strings.Repeat("9", 90000)} {
		if _, err := Parse(text, false); err == nil || len(err.Error()) > 160 {
			t.Errorf("the message has %d bytes", len(err.Error()))
		}
	}
}

func TestLetters(t *testing.T) {
	for text, want := range map[string]string{"abc": "abc", " AbZ\n": "abz", "a": "", "a1": "", "1, 2": "", "": "", "中文": "", strings.Repeat("a", MaxTerms+1): ""} {
		terms, ok := Letters(text)
		if ok != (want != "") || ok && Spell(terms) != want {
			t.Errorf("%.10q is %v, %v, want %q", text, terms, ok, want)
		}
	}
	if got := Spell(append(integer.All(0, 1, 26, 27, -5), huge)); got != "?az???" {
		t.Errorf("spelt %q", got)
	}
}
