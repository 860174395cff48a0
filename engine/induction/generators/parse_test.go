package generators

import (
	"strings"
	"testing"
)

func TestParse(t *testing.T) {
	for _, form := range Forms {
		g, err := Parse(form)
		if err != nil || !Looks(form) {
			t.Errorf("%q: %v", form, err)
			continue
		}
		if _, err := g.Output(100); err != nil {
			t.Errorf("%q: %v", form, err)
		}
	}
	for text, want := range map[string]string{
		"0 > 01, 1 > 10": "0110100110010110", "0 > 01, 1 > 0 from 1": "0100101001001010", "taps 1 2": "0110110110110110",
		"rule 90 width 5": "0010001010100011",
	} {
		g, err := Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := g.Output(16); err != nil || got != want {
			t.Errorf("%q writes %s, %v, want %s", text, got, err, want)
		}
	}
	for _, text := range []string{"", "rule", "rule 256", "rule 30 width 0", "rule 30 width 1000000", "taps", "taps 0", "taps 99",
		"encrypt 0", "encrypt 2 key 1", "encrypt 0 key " + strings.Repeat("1", MaxKey+1), "0 > 2, 1 > 0", "0 > , 1 > 0", "1, 2, 3"} {
		if g, err := Parse(text); err == nil {
			t.Errorf("%q is %v", text, g)
		}
	}
	for _, text := range []string{"1, 2, 3", "0110", "banana", ""} {
		if Looks(text) {
			t.Errorf("%q is taken for a generator", text)
		}
	}
}

// FuzzParse holds what is read to its own description.
func FuzzParse(f *testing.F) {
	for _, form := range Forms {
		f.Add(form)
	}
	f.Fuzz(func(t *testing.T, text string) {
		g, err := Parse(text)
		if err != nil {
			return
		}
		d, err := Describe(g, 64)
		if err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		if again, n, err := Decode(d); err != nil || n != 64 || again != g {
			t.Errorf("%q is %v, and its description %v, %v", text, g, again, err)
		}
	})
}
