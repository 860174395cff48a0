package typeset

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"bitlens/assets/fonts"
	"bitlens/engine/text"

	"fyne.io/fyne/v2/theme"
)

// testFaces are the faces that every machine has.
func testFaces() *Faces {
	return NewFaces(3,
		func() []byte { return fonts.Mono },
		func() []byte { return theme.DefaultTextMonospaceFont().Content() },
		func() []byte { return theme.DefaultTextFont().Content() },
		func() []byte { return theme.DefaultEmojiFont().Content() })
}

var testSetter = NewSetter(testFaces(), 16)

// pieces are what random texts are made of: every kind of cell, and what comes close to one.
var pieces = []string{
	"a", "word ", "  ", "\n", "\r\n", "\r", "\t", "红楼梦", "，", "“quoted”", "e\u0301", "\u0301", "שלום ", "12", "سلام ",
	"لا", "👩‍👩‍👧‍👦", "👨‍💻", "🇨🇳", "\xff", "\xe4\xb8", "\x00", "\u200d", "\u202e", "(", ")", "\U00020000", "ไทย", "नमस्ते", "\u3000", "ﷺ",
}

func randomText(r *rand.Rand, n int) []byte {
	var b strings.Builder
	for b.Len() < n {
		p := pieces[r.IntN(len(pieces))]
		for range 1 + r.IntN(4) {
			b.WriteString(p)
		}
	}
	return []byte(b.String())
}

// check finds what is wrong with a set block.
func check(b *Block, text []byte, width int) error {
	at := 0
	for i := range b.Cells {
		c := &b.Cells[i]
		if int(c.At) != at || c.Len <= 0 || c.W <= 0 {
			return fmt.Errorf("cell %d is at %d, %d bytes long, %d wide; expected at %d", i, c.At, c.Len, c.W, at)
		}
		at += int(c.Len)
	}
	if at != len(text) {
		return fmt.Errorf("cells cover %d of %d bytes", at, len(text))
	}
	next := 0
	for i, row := range b.Rows {
		if row.Lo != next || row.Hi <= row.Lo && len(text) > 0 {
			return fmt.Errorf("row %d has cells [%d, %d), expected from %d", i, row.Lo, row.Hi, next)
		}
		next = row.Hi
		if err := checkRow(b.Cells[row.Lo:row.Hi], row, width); err != nil {
			return fmt.Errorf("row %d: %w", i, err)
		}
	}
	if next != len(b.Cells) {
		return fmt.Errorf("rows hold %d of %d cells", next, len(b.Cells))
	}
	return nil
}

// checkRow proves that cells lie side by side and fit.
func checkRow(cells []Cell, row Row, width int) error {
	taken := make([]bool, row.W)
	for i := range cells {
		for x := cells[i].X; x < cells[i].X+cells[i].W; x++ {
			if x < 0 || int(x) >= len(taken) || taken[x] {
				return fmt.Errorf("pixel %d of %d is outside or taken twice", x, len(taken))
			}
			taken[x] = true
		}
	}
	if over := int(row.W) - width; over > 2*testSetter.Cell() && len(cells) > 1 {
		return fmt.Errorf("hangs over by %d", over)
	}
	return nil
}

func TestBlocksCoverTheirBytesOnce(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		text, width := randomText(r, r.IntN(600)), 1+r.IntN(400)
		if err := check(testSetter.Set(text, 0, width), text, width); err != nil {
			t.Fatalf("%q at %d: %v", text, width, err)
		}
	}
}

func FuzzSet(f *testing.F) {
	f.Add([]byte("word שלום 12\r\n\xff\x00"), 100)
	f.Add([]byte(strings.Join(pieces, "")), 40)
	f.Fuzz(func(t *testing.T, text []byte, width int) {
		width = max(width, 1) % 5000
		if err := check(testSetter.Set(text, 0, width), text, width); err != nil {
			t.Fatal(err)
		}
	})
}

// naiveRows lays the whole document out and returns the offset at which each row starts.
func naiveRows(doc text.Bytes, width int) (starts []int) {
	for at := 0; ; {
		end := at
		if at < doc.Len() {
			end = text.BlockEnd(doc, at)
		}
		b := testSetter.Set(doc.Slice(at, end), at, width)
		for i := range b.Rows {
			starts = append(starts, Place{b, i}.Lo())
		}
		if end == doc.Len() && (end == at || doc.At(end-1) != '\n') {
			return starts
		}
		at = end
	}
}

func TestLayoutIsThatOfTheWholeDocument(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for _, size := range []int{0, 1, 50, 3000, 100_000} {
		raw := randomText(r, size)
		if size > 50_000 {
			raw = []byte(strings.ReplaceAll(string(raw), "\n", "")) // one long line, cut into blocks
		}
		doc, width := text.NewSeq(raw), 100+r.IntN(800)
		rows, l := naiveRows(doc, width), NewLayout(testSetter, doc, width)
		down, up := []int{l.Row(0).Lo()}, []int{}
		for p, ok := l.Next(l.Row(0)); ok; p, ok = l.Next(p) {
			down = append(down, p.Lo())
		}
		for p, ok := l.Row(doc.Len()), true; ok; p, ok = l.Prev(p) {
			up = append([]int{p.Lo()}, up...)
		}
		if fmt.Sprint(down) != fmt.Sprint(rows) || fmt.Sprint(up) != fmt.Sprint(rows) {
			t.Fatalf("%d bytes: %d rows downwards, %d upwards, expected %d", size, len(down), len(up), len(rows))
		}
		if len(rows) > 0 {
			i := r.IntN(len(rows))
			if got := NewLayout(testSetter, doc, width).Row(rows[i]).Lo(); got != rows[i] {
				t.Errorf("row %d found alone starts at %d, expected %d", i, got, rows[i])
			}
		}
	}
}

// A click where the caret stands keeps it there.
func TestCaretAndClickAgree(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 60 {
		doc := text.NewSeq(randomText(r, 400))
		l := NewLayout(testSetter, doc, 50+r.IntN(500))
		for off := 0; off < doc.Len(); off = l.After(off) {
			p, x := l.Caret(off)
			if back, bx := l.Caret(l.Hit(p, x)); back != p || bx != x {
				t.Fatalf("%q: caret %d is at x %d, a click there at %d", doc.Slice(0, doc.Len()), off, x, bx)
			}
		}
	}
}

func TestCaretWalksAllCellsBothWays(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	doc := text.NewSeq(randomText(r, 40_000))
	l := NewLayout(testSetter, doc, 700)
	var forth, back []int
	for off := 0; off < doc.Len(); off = l.After(off) {
		forth = append(forth, off)
	}
	for off := doc.Len(); off > 0; {
		off = l.Before(off)
		back = append([]int{off}, back...)
	}
	if fmt.Sprint(forth) != fmt.Sprint(back) {
		t.Errorf("%d cells forth, %d back", len(forth), len(back))
	}
}

func TestGraphemesStayWhole(t *testing.T) {
	for _, g := range []string{"e\u0301", "👩‍👩‍👧‍👦", "🇨🇳", "1️⃣", "नि", "\r\n"} {
		b := testSetter.Set([]byte("a"+g+"b"), 0, 500)
		if len(b.Cells) != 3 || int(b.Cells[1].Len) != len(g) {
			t.Errorf("%q is %d cells", g, len(b.Cells)-2)
		}
	}
}

func TestKinds(t *testing.T) {
	for text, want := range map[string]Kind{
		"a": Glyphs, " ": Space, "\u00a0": Space, "\u3000": Space, "\t": Tab, "\n": Newline, "\r\n": Newline, "\r": Code,
		"\xff": Byte, "\x00": Code, "\u200b": Code, "\U0010FFFD": Code, "红": Glyphs, "é": Glyphs, "ש": Code, "س": Glyphs,
	} {
		if c := testSetter.Set([]byte(text), 0, 500).Cells[0]; c.Kind != want {
			t.Errorf("%q is of kind %d, expected %d", text, c.Kind, want)
		}
	}
}

// onScreen writes a row as it is seen from left to right.
func onScreen(text string, width int) string {
	b := testSetter.Set([]byte(text), 0, width)
	out := make([]string, b.Rows[0].W+1)
	for _, c := range b.RowCells(0) {
		out[c.X] = text[c.At : c.At+c.Len]
	}
	return strings.Join(out, "")
}

// Capital letters stand for Hebrew, as in the examples of the bidi algorithm.
func TestBidiOrder(t *testing.T) {
	hebrew := func(s string) string {
		return strings.Map(func(r rune) rune {
			if 'A' <= r && r <= 'Z' {
				return r - 'A' + 'א'
			}
			return r
		}, s)
	}
	for logical, want := range map[string]string{
		"car means CAR.":   "car means RAC.",
		"CAR means car":    "means car RAC",
		"a ABC 12%, x":     "a 12% CBA, x",
		"he said ABC 123!": "he said 123 CBA!",
		"ABC 12.5 DEF":     "FED 12.5 CBA",
		"a ABC 12 b 34":    "a 12 CBA b 34",
		"plain":            "plain",
	} {
		if got := onScreen(hebrew(logical), 2000); got != hebrew(want) {
			t.Errorf("%q shows as %q, expected %q", logical, got, hebrew(want))
		}
	}
}

func TestRowsBreakWhereTheyShould(t *testing.T) {
	for _, c := range []struct{ text, rows string }{
		{"the well was", "the well |was"},
		{"incomprehensibilities", "incomprehe|nsibilitie|s"},
		{"红楼梦红楼，梦红", "红楼梦红|楼，梦红"},
		{"红楼梦红，楼", "红楼梦红，|楼"},
		{"a （红楼梦）", "a （红楼|梦）"},
		{"0123456789 \n", "0123456789 \n"},
	} {
		b := testSetter.Set([]byte(c.text), 0, 10*testSetter.Cell())
		var rows []string
		for i := range b.Rows {
			p := Place{b, i}
			rows = append(rows, c.text[p.Lo():p.Hi()])
		}
		if got := strings.Join(rows, "|"); got != c.rows {
			t.Errorf("%q breaks as %q, expected %q", c.text, got, c.rows)
		}
	}
}

// The longest block, of any one thing over and over, is set while a finger waits for the key.
func TestLongBlocksAreSetInNoTime(t *testing.T) {
	for _, p := range append(pieces, "a\u0301\u0316\u0302", "א(", "אa", "ก", "\u2067א", "1٢,", "\xcc\x81", "\U000E0101", "क्", "\u1100") {
		text := []byte(strings.Repeat(p, 32<<10/len(p)))
		start := time.Now()
		testSetter.Set(text, 0, 900)
		if d := time.Since(start); d > 2*time.Second {
			t.Errorf("%q takes %v", p, d)
		}
	}
}
