package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// copier keeps a text as it is; liar decodes to something else.
var (
	copier = player{name: "copier", encode: []string{"cat", "FILE"}, decode: []string{"cp", "OUT", "BACK"}, version: []string{"cat", "--version"}}
	liar   = player{name: "liar", encode: []string{"cp", "FILE", "OUT.x"}, decode: []string{"echo", "lies"}}
	// adder names its archive itself, and gives back a folder.
	adder = player{name: "adder", encode: []string{"cp", "FILE", "OUT"}, decode: []string{"cp", "OUT", "BACKDIR/text"}}
)

func text(t *testing.T) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "text")
	if err := os.WriteFile(name, []byte(strings.Repeat("to be or not to be\n", 100)), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

func TestPlay(t *testing.T) {
	r, err := copier.play(text(t), t.TempDir(), true)
	if err != nil || r.bytes != 1900 || !r.verified || r.seconds < 0 {
		t.Fatalf("%+v, %v", r, err)
	}
	if _, err := liar.play(text(t), t.TempDir(), true); err == nil {
		t.Fatal("what decodes to something else passes")
	}
	if r, err := liar.play(text(t), t.TempDir(), false); err != nil || r.bytes != 1900 || r.verified {
		t.Fatalf("%+v, %v", r, err)
	}
}

func TestQuickestCounts(t *testing.T) {
	var r result
	r.take(result{bytes: 5, seconds: 3, verified: true})
	r.take(result{bytes: 5, seconds: 2})
	r.take(result{bytes: 5, seconds: 4})
	if r.seconds != 2 || !r.verified {
		t.Fatalf("%+v", r)
	}
}

func TestReport(t *testing.T) {
	out := filepath.Join(t.TempDir(), "table.md")
	if err := run([]player{copier}, []string{text(t)}, 2, out); err != nil {
		t.Fatal(err)
	}
	table, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"## text, 1900 bytes", "| copier | 1900 | 0 | 8.000 |", "# Benchmarks"} {
		if !strings.Contains(string(table), want) {
			t.Errorf("%q is missing in\n%s", want, table)
		}
	}
}

// One that fails is told in the end, and the others have played.
func TestFailureCostsNoReport(t *testing.T) {
	out := filepath.Join(t.TempDir(), "table.md")
	err := run([]player{liar, copier}, []string{text(t)}, 2, out)
	table, _ := os.ReadFile(out)
	if err == nil || strings.Count(err.Error(), "liar") != 1 || !strings.Contains(string(table), "| `liar` | failed |") || !strings.Contains(string(table), "| copier | 1900 |") {
		t.Errorf("%v\n%s", err, table)
	}
}

func TestSamplesAreThere(t *testing.T) {
	if all, err := filepath.Glob(filepath.Join("..", "..", "..", samples)); err != nil || len(all) == 0 {
		t.Errorf("%v, %v", all, err)
	}
}

// What took a minute is not played again, and of a peer not decoded.
func TestPatience(t *testing.T) {
	if (result{seconds: patience}).again() || !(result{seconds: 1}).again() {
		t.Error("the slow play again, or the quick do not")
	}
}

func TestArchiveNames(t *testing.T) {
	for want, p := range map[string]player{"": copier, ".x": liar, ".y": {encode: []string{"y", "OUT"}, suffix: ".y"}} {
		if got := p.named(); got != want {
			t.Errorf("%s: %q, want %q", p.name, got, want)
		}
	}
	if r, err := adder.play(text(t), t.TempDir(), true); err != nil || !r.verified {
		t.Errorf("%+v, %v", r, err)
	}
}

func TestVerdict(t *testing.T) {
	for want, got := range map[string]string{
		"0.750 | 0.80 | met":    verdict(0.75, 0.8),
		"0.900 | 0.80 | +12.5%": verdict(0.9, 0.8),
		"- | 0.80 | ":           verdict(0, 0.8),
		"0.900 | | ":            verdict(0.9, 0),
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// A report says of each goal whether it is met, scales the time of a peer that
// is not there, and keeps the goals of one kind to its texts.
func TestGoals(t *testing.T) {
	r := newReport([]player{{name: "cm-max"}, {name: "mix"}, {name: paq8px}, {name: zpaq}, {name: lpaq}})
	r.texts = []string{"book1", "hongloumeng-1m.txt"}
	play := []result{{bytes: 90, seconds: 11}, {bytes: 85, seconds: 20}, {bytes: 80, seconds: 40}, {bytes: 120, seconds: 1}, {bytes: 100, seconds: 1}}
	r.results = [][]result{play, play}
	var b strings.Builder
	r.goals(&b)
	for _, want := range []string{
		"| book1 | `cm-max` | paq8l -7 | - | 1.00 |  | 0.500 | 0.20 | +150.0% (scaled from zpaq) |",
		"| book1 | `mix` | paq8px -8 | 1.062 | 1.02 | +4.2% | 0.500 | 1.00 | met |",
		"| hongloumeng-1m.txt | `cm-max` | paq8px -8 | 1.125 | 0.97 | +16.0% | 0.275 | 0.10 | +175.0% |",
		"| book1 | 100 | 85 | 80 | 75% |",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%q is missing in\n%s", want, b.String())
		}
	}
	if strings.Contains(b.String(), "| book1 | `cm-max` | paq8px") || strings.Contains(b.String(), "| hongloumeng-1m.txt | `mix` | paq8px") {
		t.Errorf("a goal of another kind:\n%s", b.String())
	}
}
