package race

import (
	"context"
	"strings"
	"testing"

	"bitlens/assets/lang"
	"bitlens/engine/measure"
	"bitlens/engine/zoo"
	"bitlens/views/workspace"
)

// Everything that the zoo says of a parameter is said in Chinese too.
func TestParametersHaveChinese(t *testing.T) {
	defer lang.Set(lang.English)
	lang.Set(lang.Chinese)
	for _, e := range zoo.Families() {
		for _, p := range e.Params {
			if lang.T(p.Doc) == p.Doc {
				t.Errorf("%s: no Chinese for %q; list it in paramdocs.go", e.ID, p.Doc)
			}
		}
	}
}

// The form makes the canonical id, refuses what does not fit in a sentence,
// and adds a row whose number is that of the command that it shows.
func TestFormAddsARow(t *testing.T) {
	w, q := open(t, "ppm", strings.Repeat("a text for a form. ", 40))
	w.StartRace()
	f := newForm(w, "ppm")
	if f.entry.ID != "ppm" || f.add.Visible() || f.problem.Text() == "" {
		t.Errorf("%s is offered though it races: %q", f.entry.ID, f.problem.Text())
	}
	for value, problem := range map[string]string{"99999": "order must be a whole number from", "x": "order must be a whole number from"} {
		if f.set(0, value); !strings.HasPrefix(f.problem.Text(), problem) || f.add.Visible() {
			t.Errorf("%s: %q, it can be added: %v", value, f.problem.Text(), f.add.Visible())
		}
	}
	f.set(0, "3")
	if f.entry.ID != "ppm:3" || f.problem.Text() != "" || f.command.Text() != "bits race -m ppm:3 test.txt" {
		t.Fatalf("%s, %q, %q", f.entry.ID, f.problem.Text(), f.command.Text())
	}
	f.accept()
	row := w.Race().Rows[len(w.Race().Rows)-1]
	q.Until(t, "the row", func() bool { return row.State == workspace.Finished })
	id := strings.Fields(f.command.Text())[3]
	e, err := zoo.Open(id)
	if err != nil {
		t.Fatal(err)
	}
	r, err := measure.Archive(context.Background(), measure.Job{Entry: e, Text: w.Text()})
	if err != nil || r.CompressedBytes != row.Size {
		t.Errorf("the command gives %d bytes, the row %d, %v", r.CompressedBytes, row.Size, err)
	}
	if err := w.AddModel("ppm:order=3"); err == nil {
		t.Error("it races twice")
	}
	if err := w.RemoveModel(row); err != nil {
		t.Error(err)
	}
	w.StartRace()
	for _, r := range w.Race().Rows {
		if r.Entry.ID == "ppm:3" {
			t.Error("what was taken out races again")
		}
	}
}

// Every model's form can be made, at its defaults.
func TestEveryForm(t *testing.T) {
	w, _ := open(t, "ppm", "text")
	for _, e := range zoo.Families() {
		f := newForm(w, e.Name)
		if f.entry.ID != e.ID || len(f.fields.Objects) != max(len(e.Params), 1) {
			t.Errorf("%s: %s, %d fields for %d parameters", e.Name, f.entry.ID, len(f.fields.Objects), len(e.Params))
		}
	}
}
