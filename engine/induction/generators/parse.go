package generators

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Forms are the forms in which a generator is written for a person, by example.
var Forms = []string{"rule 30", "rule 110 width 63", "taps 14 15", "0 > 01, 1 > 10", "0 > 01, 1 > 0 from 0", "encrypt 0 key 1011"}

// ordinaryWidth is that of an automaton of which none is said.
const ordinaryWidth = 127

// Looks reports whether a text is meant for a generator, well written or not:
// no sequence of numbers, bits or letters has its words.
func Looks(text string) bool {
	first, _, _ := strings.Cut(strings.TrimSpace(text), " ")
	return slices.Contains([]string{"rule", "taps", "encrypt"}, first) || strings.Contains(text, ">")
}

// Parse reads a generator in one of the forms of Forms. An automaton starts
// from a single 1, a recurrence from 0 and a last 1. The error says what is
// wrong, for whoever typed it.
func Parse(text string) (Generator, error) {
	g, err := parse(strings.Fields(strings.ReplaceAll(text, ",", " ")))
	if err != nil {
		return nil, err
	}
	if err := g.check(); err != nil {
		return nil, err
	}
	return g, nil
}

func parse(words []string) (Generator, error) {
	if len(words) == 0 {
		return nil, fmt.Errorf("no generator; write one as in %s", strings.Join(Forms, "; "))
	}
	switch words[0] {
	case "rule":
		return parseRule(words[1:])
	case "taps":
		return parseTaps(words[1:])
	case "encrypt":
		return parseCipher(words[1:])
	}
	return parseRewriting(words)
}

// number reads a number from least to most.
func number(what, s string, least, most int) (int, error) {
	n, err := strconv.Atoi(s)
	if err != nil || n < least || n > most {
		return 0, fmt.Errorf("%s is %q, and may be %d to %d", what, s, least, most)
	}
	return n, nil
}

func parseRule(words []string) (Generator, error) {
	if len(words) != 1 && (len(words) != 3 || words[1] != "width") {
		return nil, fmt.Errorf("an automaton is written %q or %q", Forms[0], Forms[1])
	}
	rule, err := number("the rule", words[0], 0, 255)
	width := ordinaryWidth
	if err == nil && len(words) == 3 {
		width, err = number("the width", words[2], 1, MaxWidth)
	}
	if err != nil {
		return nil, err
	}
	return Automaton{Rule: byte(rule), Cells: Single(width)}, nil
}

func parseTaps(words []string) (Generator, error) {
	var taps [MaxOrder]byte
	order := 0
	for i := range taps {
		taps[i] = '0'
	}
	for _, w := range words {
		n, err := number("a tap", w, 1, MaxOrder)
		if err != nil {
			return nil, err
		}
		taps[n-1] = '1'
		order = max(order, n)
	}
	if order == 0 {
		return nil, fmt.Errorf("a recurrence is written %q: which of the terms before are added", Forms[2])
	}
	return Recurrence{Taps: string(taps[:order]), Start: strings.Repeat("0", order-1) + "1"}, nil
}

func parseCipher(words []string) (Generator, error) {
	if len(words) != 3 || words[1] != "key" {
		return nil, fmt.Errorf("a cipher is written %q", Forms[5])
	}
	return Cipher{Plain: words[0], Key: words[2]}, nil
}

func parseRewriting(words []string) (Generator, error) {
	r := Rewriting{Axiom: "0"}
	if n := len(words); n == 8 && words[6] == "from" {
		r.Axiom, words = words[7], words[:6]
	}
	if len(words) != 6 || words[0] != "0" || words[1] != ">" || words[3] != "1" || words[4] != ">" {
		return nil, fmt.Errorf("a rewriting is written %q or %q", Forms[3], Forms[4])
	}
	r.Words = [2]string{words[2], words[5]}
	return r, nil
}
