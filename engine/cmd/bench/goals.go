package main

import (
	"fmt"
	"strings"
)

// The peers that goals name.
const (
	ppmd         = "7z PPMd -o8"
	zpaq         = "zpaq -m5"
	lpaq         = "lpaq1 -7"
	paq8l        = "paq8l -7"
	paq8px       = "paq8px -8"
	lstmCompress = "lstm-compress"
)

// A goal is what a model is to reach: a size and a processor time, as shares of a
// peer's, which may be another model. Some are of one kind of text.
type goal struct {
	model, peer string
	bytes, cpu  float64
	kind        kind
}

// A kind is what a text is.
type kind int

const (
	anything kind = iota
	prose
	chinese
)

// kinds are those of the texts that are known.
var kinds = map[string]kind{"alice29.txt": prose, "book1": prose, "enwik6": prose, "hongloumeng-1m.txt": chinese}

// goals are what the models are built for.
var goals = []goal{
	{"ppm", ppmd, 1, 1.5, anything},
	{"cm", lpaq, 0.98, 1, anything},
	{"cm", zpaq, 0.98, 0, anything},
	{"cm-max", paq8l, 1, 0.2, anything},
	{"cm-max", paq8px, 0.97, 0.1, chinese},
	{"lstm", lstmCompress, 0.85, 1, anything},
	{"mix", "cm-max", 1, 0, anything},
	{"mix", paq8px, 1.02, 1, prose},
}

// zpaqShare is the processor time of a peer as a multiple of zpaq -m5's, for
// machines that have only the latter.
var zpaqShare = map[string]float64{lpaq: 0.4, paq8l: 22, paq8px: 44, lstmCompress: 48}

// goals compares models with the peers they are measured by.
func (r *report) goals(b *strings.Builder) {
	b.WriteString("## Against their peers\n\nSize and CPU as a share of the peer's, and the share that is the goal; *met* or by how much it is missed.\n\n" +
		"| text | model | peer | bytes | goal | | CPU | goal | |\n|---|---|---|--:|--:|---|--:|--:|---|\n")
	for i := range r.texts {
		for _, g := range goals {
			if g.kind == anything || g.kind == kinds[r.texts[i]] {
				r.goal(b, i, g)
			}
		}
	}
	b.WriteString("\n")
	r.gaps(b)
}

// goal writes how near a model comes to a goal on a text.
func (r *report) goal(b *strings.Builder, text int, g goal) {
	ours, theirs := r.of(text, g.model), r.of(text, g.peer)
	if ours == nil {
		return
	}
	var sizes, times float64
	note := ""
	if theirs != nil {
		sizes, times = float64(ours.bytes)/float64(theirs.bytes), ours.seconds/theirs.seconds
	} else if z := r.of(text, zpaq); z != nil && zpaqShare[g.peer] > 0 {
		times, note = ours.seconds/(z.seconds*zpaqShare[g.peer]), " (scaled from zpaq)"
	}
	fmt.Fprintf(b, "| %s | `%s` | %s | %s | %s%s |\n", r.texts[text], g.model, g.peer, verdict(sizes, g.bytes), verdict(times, g.cpu), note)
}

// verdict returns three cells: a share, its goal, and whether it is met; 0 is
// unknown, or no goal.
func verdict(share, goal float64) string {
	switch {
	case share == 0:
		return fmt.Sprintf("- | %s | ", cell(goal))
	case goal == 0:
		return fmt.Sprintf("%.3f | | ", share)
	case share <= goal:
		return fmt.Sprintf("%.3f | %s | met", share, cell(goal))
	}
	return fmt.Sprintf("%.3f | %s | +%.1f%%", share, cell(goal), 100*(share/goal-1))
}

func cell(goal float64) string {
	if goal == 0 {
		return ""
	}
	return fmt.Sprintf("%.2f", goal)
}

// gaps writes how much of the way from lpaq1 to paq8px the ensemble goes.
func (r *report) gaps(b *strings.Builder) {
	lines := ""
	for i, text := range r.texts {
		from, to, ours := r.of(i, lpaq), r.of(i, paq8px), r.of(i, "mix")
		if from != nil && to != nil && ours != nil && from.bytes > to.bytes {
			lines += fmt.Sprintf("| %s | %d | %d | %d | %.0f%% |\n", text, from.bytes, ours.bytes, to.bytes, 100*float64(from.bytes-ours.bytes)/float64(from.bytes-to.bytes))
		}
	}
	if lines != "" {
		fmt.Fprintf(b, "How much of the way from %s to %s `mix` goes; half is the goal on logs, code and tables.\n\n| text | %s | `mix` | %s | way |\n|---|--:|--:|--:|--:|\n%s\n", lpaq, paq8px, lpaq, paq8px, lines)
	}
}

// of returns what a player made of a text, nil if it did not play or failed.
func (r *report) of(text int, name string) *result {
	for k, p := range r.players {
		if res := &r.results[text][k]; p.name == name && res.err == nil {
			return res
		}
	}
	return nil
}
