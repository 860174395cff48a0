package text

import (
	"bytes"
	"testing"
)

func TestEnds(t *testing.T) {
	for _, c := range []struct {
		unit Unit
		b    string
		want int
	}{
		{Byte, "", 0}, {Byte, "ab", 1},
		{Char, "\xe4", 0}, {Char, "\xe4\xb8", 0}, {Char, "中a", 3}, {Char, "\xff", 1}, {Char, "a", 1}, {Char, "\xf0\x9f\x91", 0},
		{Word, "the", 0}, {Word, "the ", 3}, {Word, "there ", 5}, {Word, "the\n", 3}, {Word, "the\xe2", 0}, {Word, "the—", 3},
		{Word, "can'", 0}, {Word, "can't", 0}, {Word, "can't ", 5}, {Word, "can' ", 3}, {Word, "3.", 0}, {Word, "3.1 ", 3}, {Word, "a_b", 0},
		{Word, " ", 0}, {Word, " a", 1}, {Word, ". ", 1}, {Word, "café ", 5}, {Word, "caf\xc3", 0},
		{Word, "中国", 0}, {Word, "垫子", 6}, {Word, "中国人民解放军", 0}, {Word, "中国。", 6}, {Word, "a中", 1},
		{Word, "，\xe5", 3}, {Word, "the\xe5", 3}, {Word, "的\xe7", 0}, {Word, "的\xe7\xa0", 3}, {Word, "的\xef", 0}, {Word, "\xe5", 0},
		{Line, "the line", 3}, {Token, "no ", 2},
	} {
		if got := c.unit.Ends([]byte(c.b)); got != c.want {
			t.Errorf("%s %q ends at %d, want %d", c.unit.Name(), c.b, got, c.want)
		}
	}
}

// FuzzEnds holds the word that Ends finds against the unit itself, for any text.
func FuzzEnds(f *testing.F) {
	for _, s := range []string{"the cat", "can't stop", "3.14, 中国人民", "a\r\nb", "\xff\xfe", "e\u0301 x", "_ _"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		for i := range min(len(b), 64) {
			n := Word.Ends(b[:i+1])
			if n < 0 || n > i+1 {
				t.Fatalf("%q ends at %d", b[:i+1], n)
			}
			if starts := append(cutWords(nil, completed(b[:i+1]), 0), i+1); n > 0 && starts[1] != n {
				t.Fatalf("%q: the word ends at %d", b[:i+1], n)
			}
		}
	})
}

// completed returns b with its last character whole.
func completed(b []byte) []byte {
	b = bytes.Clone(b)
	for charEnds(b[LastChar(b):]) == 0 {
		b = append(b, 0xbf)
	}
	return b
}
