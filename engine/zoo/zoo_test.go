package zoo

import (
	"strings"
	"testing"
)

func TestOpenHints(t *testing.T) {
	for _, c := range []struct{ id, want string }{
		{"laplase", `unknown model "laplase"; did you mean "laplace"?; ` + "`bits models` lists all"},
		{"tk", `did you mean "kt"?`},
		{"something-else", "unknown model \"something-else\"; `bits models` lists all"},
		{"laplace:3", "takes no parameter"},
		{"kneser-ney:order=99", "outside 1 to 8"},
		{"kneser-ney:depth=3", "known: order"},
		{"", `unknown model ""`},
	} {
		if _, err := Open(c.id); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("Open(%q): %v, want %q", c.id, err, c.want)
		}
	}
}

func TestIDsAreCanonical(t *testing.T) {
	for _, id := range race {
		e := mustOpen(id)
		if e.ID != id {
			t.Errorf("%q is spelt %q", id, e.ID)
		}
	}
}

func TestEntriesAreComplete(t *testing.T) {
	seen := map[string]bool{}
	for _, e := range Families() {
		if seen[e.Name] {
			t.Errorf("%s is there twice", e.Name)
		}
		seen[e.Name] = true
		if e.Title == "" || e.Family == "" || e.Version < 1 || (e.New == nil) == (e.NewCodec == nil) {
			t.Errorf("%s is not complete: %+v", e.Name, e)
		}
		if e.Nanos <= 0 {
			t.Errorf("%s has no price", e.Name)
		}
	}
}

func TestRaceIsCheapestFirst(t *testing.T) {
	all := All()
	for i := 1; i < len(all); i++ {
		if all[i-1].Nanos > all[i].Nanos {
			t.Errorf("%s stands before %s", all[i-1].ID, all[i].ID)
		}
	}
}
