package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// copier keeps a text as it is; liar decodes to something else.
var (
	copier = player{"copier", 0, []string{"cat", "FILE"}, []string{"cp", "OUT", "BACK"}, []string{"cat", "--version"}}
	liar   = player{"liar", 0, []string{"cp", "FILE", "OUT.x"}, []string{"echo", "lies"}, nil}
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

func TestShares(t *testing.T) {
	if s := share(3, 4); s != "0.750" {
		t.Error(s)
	}
	if s := share(3, 0); s != "-" {
		t.Error(s)
	}
	if smaller(0, 7) != 7 || smaller(7, 0) != 7 || smaller(6, 7) != 6 || smaller(8, 7) != 7 {
		t.Error("smaller")
	}
}
