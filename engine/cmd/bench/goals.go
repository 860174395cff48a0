package main

import (
	"fmt"
	"strings"
)

// lpaqShare is the processor time of lpaq1 -7 as a part of zpaq -m5's, for
// machines that have only the latter.
const lpaqShare = 0.4

// goals compares the everyday players with the peers they are measured by.
func (r *report) goals(b *strings.Builder) {
	b.WriteString("## Against their peers\n\nSize and CPU as a share of the peer's.\n\n" +
		"| text | ppm / 7z PPMd: bytes | CPU | cm / smaller of lpaq1, zpaq: bytes | cm / lpaq1: CPU |\n|---|--:|--:|--:|--:|\n")
	for i, text := range r.texts {
		ppm, ppmd := r.of(i, "ppm"), r.of(i, "7z PPMd -o8")
		cm, lpaq, zpaq := r.of(i, "cm"), r.of(i, "lpaq1 -7"), r.of(i, "zpaq -m5")
		seconds, note := 0.0, ""
		switch {
		case lpaq != nil:
			seconds = lpaq.seconds
		case zpaq != nil:
			seconds, note = zpaq.seconds*lpaqShare, " (scaled from zpaq)"
		}
		fmt.Fprintf(b, "| %s | %s | %s | %s | %s%s |\n", text,
			share(size(ppm), size(ppmd)), share(cpu(ppm), cpu(ppmd)),
			share(size(cm), smaller(size(lpaq), size(zpaq))), share(cpu(cm), seconds), note)
	}
	b.WriteString("\n")
}

// of returns what a player made of a text, nil if it did not play.
func (r *report) of(text int, name string) *result {
	for k, p := range r.players {
		if p.name == name {
			return &r.results[text][k]
		}
	}
	return nil
}

func size(r *result) float64 {
	if r == nil {
		return 0
	}
	return float64(r.bytes)
}

func cpu(r *result) float64 {
	if r == nil {
		return 0
	}
	return r.seconds
}

// smaller returns the smaller of two sizes of which 0 is unknown.
func smaller(a, b float64) float64 {
	if a == 0 || b != 0 && b < a {
		return b
	}
	return a
}

// share returns a / b in words, where both are known.
func share(a, b float64) string {
	if a == 0 || b == 0 {
		return "-"
	}
	return fmt.Sprintf("%.3f", a/b)
}
