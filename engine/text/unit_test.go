package text

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// cutString returns the units of a string, each as a string.
func cutString(u Unit, text string) []string {
	s := NewSeq([]byte(text))
	var out []string
	for lo, hi := range u.All(s) {
		out = append(out, string(s.Slice(lo, hi)))
	}
	return out
}

func TestUnits(t *testing.T) {
	pattern, err := ParseUnit("/[0-9]+/")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		unit       Unit
		text, want string
	}{
		{Byte, "é", "\xc3|\xa9"},
		{Char, "e\u0301👩\u200d👧x\r\n", "e\u0301|👩\u200d👧|x|\r\n"},
		{Char, "a\xff\xfeb", "a|\xff|\xfe|b"},
		{Word, "It's 3.14, no?", "It's| |3.14|,| |no|?"},
		{Word, "他来到了网易杭研大厦。OK", "他|来到|了|网易|杭|研|大厦|。|OK"},
		{Word, "我们在野生动物园玩", "我们|在|野生|动物园|玩"},
		{Line, "a\n\nb", "a\n|\n|b"},
		{Sentence, "One. Two!\nThree", "One. |Two!\n|Three"},
		{Paragraph, "a\nb\n\n\nc\nd\n", "a\nb\n\n\n|c\nd\n"},
		{Paragraph, "\n\na\n\nb", "\n\n|a\n\n|b"},
		{Token, "hello world\n\nfoo", "hello| world|\n\n|foo"},
		{Token, "a\xff\xfe\x80b", "a|\xff|\xfe|\x80|b"},
		{TokenCL100k, "don't 12345\n\n  x", "don|'t| |123|45|\n\n| | x"},
		{TokenR50k, "a \n\n  x\n\u00a0 y\n\nz 猫", "a| |\n\n| | x|\n\u00a0| y|\n|\n|z| \xe7|\x8c|\xab"},
		{pattern, "ab12c\n3", "ab|12|c\n|3"},
	} {
		if got := strings.Join(cutString(c.unit, c.text), "|"); got != c.want {
			t.Errorf("%s of %q:\n got %q\nwant %q", c.unit.Name(), c.text, got, c.want)
		}
	}
}

// Units cover the text without gaps and are the same from wherever asked.
func TestUnitsAreLocal(t *testing.T) {
	for name, text := range hostileTexts() {
		s := NewSeq([]byte(text))
		for _, u := range named() {
			var starts []int
			at := 0
			for lo, hi := range u.All(s) {
				if lo != at || hi <= lo {
					t.Fatalf("%s of %s: unit [%d,%d) behind %d", u.Name(), name, lo, hi, at)
				}
				starts, at = append(starts, lo), hi
			}
			if at != s.Len() {
				t.Fatalf("%s of %s: ends at %d of %d", u.Name(), name, at, s.Len())
			}
			checkLocal(t, u, name, s, append(starts, at))
		}
	}
}

func checkLocal(t *testing.T, u Unit, name string, s Bytes, starts []int) {
	r := rand.New(rand.NewPCG(7, 8))
	for range 60 {
		if s.Len() == 0 {
			return
		}
		lo := r.IntN(s.Len())
		hi := min(s.Len(), lo+1+r.IntN(300))
		got := u.Starts(s, lo, hi)
		first, found := slices.BinarySearch(starts, lo)
		if !found {
			first--
		}
		last, _ := slices.BinarySearch(starts, hi)
		if want := starts[first : last+1]; !slices.Equal(got, want) {
			t.Fatalf("%s of %s, [%d,%d): got %v, want %v", u.Name(), name, lo, hi, got, want)
		}
	}
}

func hostileTexts() map[string]string {
	r := rand.New(rand.NewPCG(9, 10))
	random := make([]byte, 20000)
	for i := range random {
		random[i] = byte(r.Uint32())
	}
	var lines strings.Builder
	for range 3000 {
		lines.WriteString(strings.Repeat([]string{"word ", "中文", "/", ".", "\t"}[r.IntN(5)], r.IntN(8)))
		lines.WriteString(strings.Repeat("\n", 1+r.IntN(3)))
	}
	return map[string]string{
		"empty": "", "one": "x", "random": string(random), "lines": lines.String(),
		"one line": strings.Repeat("long line 长行 ", 4000),
		"nul":      strings.Repeat("\x00", 40000),
		"zwj":      strings.Repeat("👩\u200d👩\u200d👧", 2000),
		"marks":    "a" + strings.Repeat("\u0301", 20000),
	}
}

func FuzzUnits(f *testing.F) {
	for _, text := range []string{"", "a b\n", "中\xff\n\n  x", "\r\n\r\n"} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		for _, u := range named() {
			var all []byte
			for _, part := range cutString(u, string(b)) {
				all = append(all, part...)
			}
			if !bytes.Equal(all, b) {
				t.Fatalf("%s does not cover %q", u.Name(), b)
			}
		}
	})
}

func BenchmarkUnits(b *testing.B) {
	text := []byte(strings.Repeat("The quick brown fox jumps over 敏捷的棕色狐狸跳过了懒狗。\n", 5000))
	s := NewSeq(text)
	for _, u := range named() {
		b.Run(u.Name(), func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for range b.N {
				for range u.All(s) {
				}
			}
		})
	}
}

// Cut line by line, a text has the tokens that the vocabulary finds in it whole.
func TestTokensAreThoseOfTheWhole(t *testing.T) {
	for _, doc := range []string{hostileTexts()["lines"][:6000], "a \n\n\n b\n\n\u00a0c\n/\n/d;\n\n\te\r\n f \r\n\r\n g"} {
		for _, v := range []struct {
			u Unit
			v vocabulary
		}{{Token, o200k}, {TokenCL100k, cl100k}, {TokenR50k, r50k}} {
			_, want, err := v.v.open().Encode(doc)
			if err != nil {
				t.Fatal(err)
			}
			if got := cutString(v.u, doc); !slices.Equal(got, want) {
				for i := range got {
					if i >= len(want) || got[i] != want[i] {
						t.Errorf("%s: token %d is %q, want %q", v.v.name, i, got[i:min(i+4, len(got))], want[min(i, len(want)):min(i+4, len(want))])
						break
					}
				}
			}
		}
	}
}

func TestTokenUnitsHaveNames(t *testing.T) {
	for name, want := range map[string]Unit{"token": Token, "token:o200k": Token, "token:cl100k": TokenCL100k, "token:r50k": TokenR50k} {
		u, err := ParseUnit(name)
		if err != nil || u.Name() != want.Name() || !u.IsToken() || !strings.HasSuffix("token:o200k "+name, u.Vocabulary()) && u.Vocabulary() != Vocabulary {
			t.Errorf("%s is %s of %q, %v", name, u.Name(), u.Vocabulary(), err)
		}
	}
	if _, err := ParseUnit("token:latin"); err == nil || Char.IsToken() {
		t.Error("there is no such vocabulary")
	}
}
