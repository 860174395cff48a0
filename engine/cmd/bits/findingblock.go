package main

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/width"

	"bitlens/engine/measure"
	"bitlens/engine/model"
)

// block is the finding for a person.
func (f *finding) block() string {
	var b strings.Builder
	rank := strconv.Itoa(f.Rank)
	if f.Rank > measure.MaxRank {
		rank = fmt.Sprintf("> %d", measure.MaxRank)
	}
	fmt.Fprintf(&b, "%s  at %d  %s  %.3f bits  rank %s  expected %.3f bits\n",
		f.model, f.lo, quoted(f.text), f.bits, rank, f.Expected)
	if !f.whole() {
		lines(&b, "first", table([]measure.Guess{f.Actual}))
	}
	lines(&b, "context", []string{f.context()})
	lines(&b, "alternatives", table(f.Guesses))
	lines(&b, "inputs", weights(f.Why))
	return b.String()
}

// lines writes lines under a heading at their left.
func lines(b *strings.Builder, heading string, lines []string) {
	for _, l := range lines {
		fmt.Fprintf(b, "    %-12s  %s\n", heading, l)
		heading = ""
	}
}

// context says what the model stood on.
func (f *finding) context() string {
	why := f.Why
	if why.Order == 0 {
		return "none"
	}
	seen := "not seen before"
	if why.SeenAt >= 0 {
		seen = fmt.Sprintf("seen at %d", why.SeenAt)
	}
	return fmt.Sprintf("%s  order %d, %s", ending(why.Context), why.Order, seen)
}

// longestContext is how much of a context is shown, in bytes: a match may be
// as long as a book.
const longestContext = 48

// ending returns a context, or the end of a long one.
func ending(b []byte) string {
	if len(b) <= longestContext {
		return quoted(b)
	}
	b = b[len(b)-longestContext:]
	for n := 0; n < utf8.UTFMax-1 && !utf8.RuneStart(b[0]); n++ {
		b = b[1:]
	}
	return "…" + quoted(b)
}

func quoted(b []byte) string { return strconv.Quote(string(b)) }

// table lists guesses, their figures under one another.
func table(guesses []measure.Guess) (out []string) {
	wide := 0
	for _, g := range guesses {
		wide = max(wide, columns(quoted(g.Bytes)))
	}
	for _, g := range guesses {
		name := quoted(g.Bytes)
		pad := strings.Repeat(" ", wide-columns(name))
		out = append(out, fmt.Sprintf("%s%s  p %.4f  %7.3f bits", name, pad, g.P, -math.Log2(g.P)))
	}
	return out
}

// mostWeights is how many inputs are shown; the others are summed.
const mostWeights = 8

// weights lists what inputs weigh, in their unit.
func weights(why *model.Explanation) (out []string) {
	shown := why.Inputs
	if len(shown) > mostWeights {
		rest := model.Weight{Name: fmt.Sprintf("%d others", len(shown)-mostWeights)}
		for _, in := range shown[mostWeights:] {
			rest.Weight += in.Weight
		}
		shown = append(shown[:mostWeights:mostWeights], rest)
	}
	wide := 0
	for _, in := range shown {
		wide = max(wide, len(in.Name))
	}
	for _, in := range shown {
		weight := fmt.Sprintf("%6.2f%%", 100*in.Weight)
		if why.Unit == model.InBits {
			weight = fmt.Sprintf("%+8.3f bits", in.Weight)
		}
		out = append(out, fmt.Sprintf("%-*s  %s", wide, in.Name, weight))
	}
	return out
}

// columns is how many columns of a terminal s takes: characters of East Asia
// take two.
func columns(s string) (n int) {
	for _, r := range s {
		switch width.LookupRune(r).Kind() {
		case width.EastAsianWide, width.EastAsianFullwidth:
			n++
		}
		n++
	}
	return n
}
