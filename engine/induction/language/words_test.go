package language

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"bitlens/engine/induction/integer"
)

// TestWords plays testdata/words.txt: a program, and below it its formula and
// what it is in English and in Chinese.
func TestWords(t *testing.T) {
	b, err := os.ReadFile("testdata/words.txt")
	if err != nil {
		t.Fatal(err)
	}
	for block := range strings.SplitSeq(strings.TrimSpace(string(b)), "\n\n") {
		lines := strings.Split(block, "\n")
		p, err := Parse(lines[0])
		if err != nil {
			t.Errorf("%s: %v", lines[0], err)
			continue
		}
		got := []string{lines[0], p.Formula(), p.Words(English), p.Words(Chinese)}
		if g, w := strings.Join(got, "\n"), strings.Join(lines, "\n"); g != w {
			t.Errorf("got\n%s\nwant\n%s", g, w)
		}
	}
}

// Every token can be said in both languages, and nothing is left unsaid.
func TestEveryTokenHasWords(t *testing.T) {
	for _, op := range All() {
		e := &Expr{Op: op, Value: 3}
		for range op.Arity() {
			e.Args = append(e.Args, New(Product, New(Outer)))
		}
		p := &Program{Body: New(Sum, e)}
		for _, s := range []string{p.Formula(), p.Words(English), p.Words(Chinese)} {
			if strings.Contains(s, "%!") || strings.Contains(s, "()") || strings.HasSuffix(s, "of ") {
				t.Errorf("%v: %s", p, s)
			}
		}
	}
}

func TestTrace(t *testing.T) {
	p, err := Parse("0 [1] + last sum at i")
	if err != nil {
		t.Fatal(err)
	}
	steps, err := p.Trace(integer.All(1, 2), 100)
	if last := steps[len(steps)-1]; err != nil || fmt.Sprint(last) != "{0 + last sum at i 5}" || fmt.Sprint(steps[0]) != "{1 last 2}" {
		t.Errorf("%v, %v", steps, err)
	}
	if steps, err = p.Trace(integer.All(1, 2), 3); err != nil || len(steps) != 3 {
		t.Errorf("kept %d steps of at most 3, %v", len(steps), err)
	}
	p, _ = Parse("0 [] sqrt neg 3")
	if _, err = p.Trace(nil, 100); err != ErrNoAnswer {
		t.Errorf("the trace of no answer ends with %v", err)
	}
}
