package mixing

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"bitlens/engine/model"
)

// Lanes come in eights, and those that others look at lie where they say.
func TestFamilies(t *testing.T) {
	checkLanes(t, families()[inBytes], map[int]string{
		laneOrder1: "order 1", laneWord: "word", laneTwo: "two words", laneThree: "three words",
	})
	checkLanes(t, families()[inCharacters], map[int]string{
		laneCharacter: "character", laneCharacter + 1: "two characters", laneSkip: "character but one",
	})
}

func checkLanes(t *testing.T, families []family, wants map[int]string) {
	var names []string
	for _, f := range families {
		names = append(names, f.contexts...)
	}
	if len(names)%8 != 0 {
		t.Errorf("%d contexts", len(names))
	}
	for lane, want := range wants {
		if names[lane] != want {
			t.Errorf("lane %d is %q, not %q", lane, names[lane], want)
		}
	}
}

// Each family is worth something on the text it is made for.
func TestFamiliesHelp(t *testing.T) {
	for name, text := range map[string]string{
		"layout": table(300), "nesting": markup(300), "words": english(3000),
	} {
		whole := bytesOf(NewMax(), []byte(text))
		all := families()
		for i, f := range all[inBytes] {
			if f.name == name {
				all[inBytes][i] = silent(f)
			}
		}
		if without := bytesOf(newMax(all), []byte(text)); without <= whole {
			t.Errorf("%s: %.1f bytes with it, %.1f without", name, whole, without)
		}
	}
}

// table returns rows of five fields, of which a row changes one.
func table(rows int) string {
	r := rand.New(rand.NewPCG(1, 1))
	var fields [5]int
	var b strings.Builder
	for range rows {
		fields[r.IntN(5)] = r.IntN(100_000)
		fmt.Fprintln(&b, strings.Trim(fmt.Sprint(fields), "[]"))
	}
	return b.String()
}

// markup returns elements that close in the order in which they opened.
func markup(n int) string {
	r := rand.New(rand.NewPCG(2, 2))
	names := []string{"table", "row", "cell", "name", "value"}
	var b strings.Builder
	for range n {
		outer, inner := names[r.IntN(5)], names[r.IntN(5)]
		fmt.Fprintf(&b, "<%s><%s>%d</%s></%s>\n", outer, inner, r.IntN(10), inner, outer)
	}
	return b.String()
}

// english returns words that follow two words in one way more often than not.
func english(n int) string {
	r := rand.New(rand.NewPCG(3, 3))
	words := strings.Fields("the cat sat on a mat and saw that dog run from it in fear of him")
	var b strings.Builder
	for at := 0; b.Len() < n; {
		at = (at*2 + 1 + r.IntN(3)) % len(words)
		b.WriteString(words[at] + " ")
	}
	return b.String()
}

// The votes of all inputs are the log-odds of the likeliest byte's bits.
func TestMaxVotesAddUp(t *testing.T) {
	m := NewMax()
	for i, b := range []byte(strings.Repeat("f(x) = [the cat, 山高]; ", 20)) {
		if i%53 == 0 {
			votes := 0.0
			for _, in := range m.Explain().Inputs {
				votes += in.Weight
			}
			if best, odds := likeliestOf(m); math.Abs(votes-odds) > 1e-6*math.Abs(odds)+1e-9 {
				t.Fatalf("byte %d: the votes add up to %f, the odds of %q are %f", i, votes, best, odds)
			}
		}
		model.Teach(m, b)
	}
}

// A character is whole, whatever its length; what is not UTF-8 counts by bytes.
func TestCharacters(t *testing.T) {
	var c characters
	for _, b := range []byte("aé山\xe5\xe5b") {
		c.read(b)
	}
	if want := [6]uint64{'b', 0xe5, 0xe5, 0xe5b1b1, 0xc3a9, 'a'}; c.before != want || c.part != 0 {
		t.Fatalf("%x and %x, want %x", c.before, c.part, want)
	}
}

// What stands under a place is in the same field of the line above.
func TestUnder(t *testing.T) {
	s := newScene()
	for _, b := range []byte("one,two,three\n1,22,t") {
		s.read(b, new(model.Journal))
	}
	if got, want := s.layout.under(&s.tail, s.tail.n), uint64('h'|'r'<<8); got != want {
		t.Fatalf("under is %q", []byte{byte(got), byte(got >> 8)})
	}
}

// Brackets and elements nest, however many there are and whatever closes them.
func TestNesting(t *testing.T) {
	var n nesting
	read := func(s string) {
		for _, b := range []byte(s) {
			n.read(b)
		}
	}
	read("<a><b/><c>f(x[")
	inner, element := n.inner(), n.element()
	read("1](</c>" + "]])))" + "<c>g(f(x[")
	if n.inner() != inner || n.element() != element || inner != '['<<8|'x' {
		t.Fatalf("%x in %x, want %x in %x", n.inner(), n.element(), inner, element)
	}
	read(strings.Repeat("([{<x>", 100) + strings.Repeat(")]}</x>", 200))
	if n.depth != 0 || n.names != 0 {
		t.Fatalf("%d brackets and %d elements are open", n.depth, n.names)
	}
}
