package induction

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"bitlens/engine/induction/integer"
)

// What is read at most.
const (
	MaxTerms  = 10_000
	maxText   = 1 << 24 // bytes
	maxDigits = 1_000   // of a term; a number of that many fits language.MaxBits
)

// Parse reads the terms of a sequence: numbers with commas or spaces between
// them, or one a line, also with "..." at the end; or a b-file of the OEIS,
// which has the place before each term, and comments behind #. One word of
// zeros and ones alone is a sequence of bits; with digits, so is one word of any
// digits. The error is a sentence for whoever typed it.
func Parse(text string, digits bool) ([]integer.Int, error) {
	if len(text) > maxText {
		return nil, fmt.Errorf("the text has more than %d MB: that is no sequence; give up to 10,000 terms", maxText>>20)
	}
	lines := words(text)
	all := flatten(lines)
	switch {
	case len(all) == 0:
		return nil, errors.New("there are no terms; give some, such as 1, 2, 3, 5, 8")
	case len(all) == 1 && isDigits(all[0], digits):
		all = strings.Split(all[0], "")
	case isBFile(lines):
		all = second(lines)
	}
	return terms(all)
}

// words returns the words of each line, without comments and what ends a
// sequence that goes on.
func words(text string) (lines [][]string) {
	text = strings.TrimRight(text, " \t\r\n,;.…")
	for line := range strings.Lines(text) {
		line, _, _ = strings.Cut(line, "#")
		w := strings.FieldsFunc(line, func(r rune) bool { return strings.ContainsRune(" \t\r\n,;，、\ufeff", r) })
		if len(w) > 0 {
			lines = append(lines, w)
		}
	}
	return lines
}

func flatten(lines [][]string) (all []string) {
	for _, w := range lines {
		all = append(all, w...)
	}
	return all
}

// isDigits reports whether a word is to be read digit by digit: a single number
// is none, unless it is asked for.
func isDigits(w string, digits bool) bool {
	allowed := "01"
	if digits {
		allowed = "0123456789"
	}
	return len(w) > 2 && strings.Trim(w, allowed) == ""
}

// isBFile reports whether each line is a place and a term, the places in order.
func isBFile(lines [][]string) bool {
	if len(lines) < 2 {
		return false
	}
	first, err := strconv.Atoi(lines[0][0])
	for i, w := range lines {
		if err != nil || len(w) != 2 || w[0] != strconv.Itoa(first+i) {
			return false
		}
	}
	return true
}

func second(lines [][]string) (all []string) {
	for _, w := range lines {
		all = append(all, w[1])
	}
	return all
}

func terms(words []string) (out []integer.Int, err error) {
	switch n := len(words); {
	case n > MaxTerms:
		return nil, fmt.Errorf("the sequence has %d terms; at most 10,000 are read, so give the first of them", n)
	case n == 1:
		return nil, errors.New("one term alone has every rule; give at least two, better six")
	}
	for i, w := range words {
		if err := unread(i+1, w); err != nil {
			return nil, err
		}
		v, _ := integer.Parse(w)
		out = append(out, v)
	}
	return out, nil
}

// unread says why a word is no term, if it is none.
func unread(place int, w string) error {
	digits := strings.TrimLeft(w, "+-")
	switch {
	case digits == "" || strings.Trim(digits, "0123456789") != "" || len(w)-len(digits) > 1:
		return fmt.Errorf("term %d, %q, is not a whole number; a sequence is one such as 1, 2, 3, 5, 8", place, shortened(w))
	case len(digits) > maxDigits:
		return fmt.Errorf("term %d has %d digits; terms may have up to 1,000, so leave out those from there on", place, len(digits))
	}
	return nil
}

// shortened keeps a message to one line.
func shortened(s string) string {
	if r := []rune(s); len(r) > 24 {
		return string(r[:24]) + "..."
	}
	return s
}
