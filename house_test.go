package main

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"path"
	"strings"
	"testing"
)

// arrows are the rooms of the house and what each may import, beside leaves in
// assets and what is not ours. A pattern ends in /* for all folders below it.
var arrows = []struct {
	room string
	may  []string
}{
	{"bitlens", []string{"app"}},
	{"app/windowtest", nil},
	{"app", []string{"views", "views/*", "engine/*"}},
	{"views", []string{"views/workspace"}},
	{"views/workspace/queue", nil},
	{"views/workspace", []string{"engine/*"}},
	{"views/widgets/typeset", []string{"engine/text"}},
	{"views/widgets", []string{"views/widgets/*", "engine/*"}},
	{"views/*", []string{"views", "views/workspace", "views/widgets", "engine/*"}},
	{"engine/cmd/*", []string{"engine/*"}},
	{"engine/measure", []string{"engine/zoo", "engine/text", "engine/coder", "engine/model", "engine/num"}},
	{"engine/induction", []string{"engine/induction/*"}},
	{"engine/induction/integer", nil},
	{"engine/induction/language", []string{"engine/induction/integer"}},
	{"engine/induction/search", []string{"engine/induction/language", "engine/induction/integer"}},
	{"engine/induction/judge", []string{"engine/induction/integer"}},
	{"engine/zoo", []string{"engine/ngram", "engine/ppm", "engine/ctw", "engine/mixing", "engine/neural", "engine/ensemble", "engine/codec", "engine/model", "engine/num", "engine/coder"}},
	{"engine/ngram", []string{"engine/model", "engine/num"}},
	{"engine/ppm", []string{"engine/model", "engine/num", "engine/pages"}},
	{"engine/ctw", []string{"engine/model", "engine/num"}},
	{"engine/mixing", []string{"engine/mixing/*", "engine/model", "engine/num", "engine/pages"}},
	{"engine/mixing/*", []string{"engine/model", "engine/pages"}},
	{"engine/neural", []string{"engine/model", "engine/num"}},
	{"engine/ensemble", []string{"engine/ppm", "engine/ctw", "engine/mixing", "engine/neural", "engine/model", "engine/num"}},
	{"engine/codec", []string{"engine/model", "engine/num"}},
	{"engine/coder", []string{"engine/model", "engine/num"}},
	{"engine/text", nil},
	{"engine/model", []string{"engine/num"}},
	{"engine/num", nil},
	{"engine/pages", nil},
	{"engine/atomic", nil},
	{"engine/induction/turing", []string{"engine/induction/integer"}},
	{"engine/induction/generators", []string{"engine/induction/complexity"}},
	{"engine/induction/complexity", []string{"engine/induction/turing", "engine/zoo", "engine/coder", "engine/model"}},
	{"assets/*", nil},
}

type pkg struct {
	ImportPath   string
	Imports      []string
	TestImports  []string
	XTestImports []string
}

func list(t *testing.T) []pkg {
	t.Helper()
	out, err := exec.Command("go", "list", "-json", "-tags", "ci", "./...").Output()
	if err != nil {
		t.Fatal(err)
	}
	var all []pkg
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p pkg
		err := d.Decode(&p)
		if errors.Is(err, io.EOF) {
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}

func room(importPath string) string {
	if importPath == "bitlens" {
		return importPath
	}
	return strings.TrimPrefix(importPath, "bitlens/")
}

func matches(pattern, room string) bool {
	if dir, ok := strings.CutSuffix(pattern, "/*"); ok {
		return strings.HasPrefix(room, dir+"/")
	}
	return pattern == room
}

// TestArrows holds the imports of every package against the plan.
func TestArrows(t *testing.T) {
	for _, p := range list(t) {
		from := room(p.ImportPath)
		may, found := []string(nil), false
		for _, a := range arrows {
			if matches(a.room, from) {
				may, found = a.may, true
				break
			}
		}
		if !found {
			t.Errorf("%s is no room of the plan", from)
		}
		for _, i := range p.Imports {
			checkArrow(t, from, i, may)
		}
	}
}

func checkArrow(t *testing.T, from, to string, may []string) {
	if !strings.HasPrefix(to, "bitlens/") {
		if strings.HasPrefix(from, "engine/") && strings.HasPrefix(to, "fyne.io/") {
			t.Errorf("%s imports the toolkit: %s", from, to)
		}
		if from == "views/workspace" && strings.HasPrefix(to, "fyne.io/") {
			t.Errorf("the workspace imports the toolkit: %s", to)
		}
		return
	}
	to = room(to)
	if strings.HasPrefix(to, "assets/") && !strings.HasPrefix(from, "assets/") {
		return
	}
	for _, m := range may {
		if matches(m, to) {
			return
		}
	}
	t.Errorf("%s imports %s", from, to)
}

// TestScreensDoNotMeet holds that no screen imports another, tests included.
func TestScreensDoNotMeet(t *testing.T) {
	shared := map[string]bool{"views/workspace": true, "views/widgets": true}
	for _, p := range list(t) {
		from := room(p.ImportPath)
		if path.Dir(from) != "views" || shared[from] {
			continue
		}
		for _, i := range append(append(p.Imports, p.TestImports...), p.XTestImports...) {
			if to := room(i); path.Dir(to) == "views" && to != from && !shared[to] {
				t.Errorf("screen %s imports screen %s", from, to)
			}
		}
	}
}

// TestTerminalIsSmall holds that bits builds without the toolkit and without
// the fonts.
func TestTerminalIsSmall(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", "./engine/cmd/bits").Output()
	if err != nil {
		t.Fatal(err)
	}
	for p := range strings.Lines(string(out)) {
		p = strings.TrimSpace(p)
		if strings.HasPrefix(p, "fyne.io/") || p == "bitlens/assets/fonts" || p == "runtime/cgo" {
			t.Errorf("bits links %s", p)
		}
	}
}
