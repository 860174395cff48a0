package complexity

import (
	"strings"
	"testing"
)

func TestParse(t *testing.T) {
	for _, c := range []struct {
		text string
		form Form
		want string // or, after !, what the error says
	}{
		{"0110", Bits, "0110"},
		{" 01\n1 0\t", Bits, "0110"},
		{"012", Bits, "!holds 0 and 1"},
		{" \n", Bits, "!empty"},
		{"", Bytes, "!empty"},
		{"A\n", Bytes, "0100000100001010"},
		{"\xff", Bytes, "11111111"},
		{"ACGT", Letters, "00011011"},
		{"BDHU\r\n", Letters, "00011011"},
		{"aaa", Letters, "000"},
		{"abcab", Letters, "0001100001"},
		{"生生文", Letters, "110"},
		{"\xff", Letters, "!not UTF-8"},
		{"\n", Letters, "!empty"},
		{"01", "verse", "!unknown form"},
		{strings.Repeat("0 ", MaxBits+1), Bits, "!2^20"},
		{strings.Repeat("x", MaxBits/8+1), Bytes, "!2^20"},
		{strings.Repeat("abc", MaxBits/6+1), Letters, "!2^20"},
	} {
		got, err := Parse(c.text, c.form)
		says, wrong := strings.CutPrefix(c.want, "!")
		if wrong && (err == nil || !strings.Contains(err.Error(), says)) || !wrong && (err != nil || got != c.want) {
			t.Errorf("%.20q as %s is %q, %v; want %s", c.text, c.form, got, err, c.want)
		}
	}
}

func TestFormOf(t *testing.T) {
	for text, want := range map[string]Form{
		"0110": Bits, " 01\n10 ": Bits, "012": Bytes, "": Bytes, " ": Bytes, "abc": Bytes, "\xff0": Bytes,
	} {
		if got := FormOf(text); got != want {
			t.Errorf("%q has the form %s, want %s", text, got, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, text := range []string{"", "01 10", "abc", "\xff", "生\n"} {
		for i := range Forms {
			f.Add(text, i)
		}
	}
	f.Fuzz(func(t *testing.T, text string, form int) {
		s, err := Parse(text, Forms[uint(form)%uint(len(Forms))])
		if err == nil && check(s) != nil {
			t.Errorf("%q is parsed as %q", text, s)
		}
	})
}
