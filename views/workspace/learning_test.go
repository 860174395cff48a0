package workspace

import (
	"bytes"
	"context"
	"slices"
	"strings"
	"testing"

	"bitlens/engine/measure"
)

// The stages are those of the engine; another seed writes another text, and an
// edit ends it, since it is of another text.
func TestLearning(t *testing.T) {
	prose := strings.Repeat("the cat sat on the mat; the dog is on the log. ", 40)
	w, l := open(t, "ppm", []byte(prose))
	w.StartLearning(w.Model(), []byte("the "), 1)
	if x := w.Learning(); !x.Open() || !x.Busy() || !w.Busy() {
		t.Fatalf("it has not begun: %+v", x)
	}
	l.Until(t, "the stages", func() bool { return !w.Learning().Busy() })
	x := w.Learning()
	var want []measure.Stage
	err := measure.Learn(context.Background(), measure.Job{Entry: x.Entry, Text: w.Text()}, measure.Stages(len(prose)), x.Task, func(s measure.Stage) { want = append(want, s) })
	if err != nil || x.Err != nil || x.Progress() != 1 || !slices.EqualFunc(x.Stages, want, func(a, b measure.Stage) bool {
		return a.Bytes == b.Bytes && a.Bits == b.Bits && bytes.Equal(a.Text, b.Text)
	}) {
		t.Errorf("%+v, %v; want %+v, %v", x.Stages, x.Err, want, err)
	}
	w.StartLearning(x.Entry, nil, 2)
	l.Until(t, "the stages again", func() bool { return !w.Learning().Busy() })
	if y := w.Learning(); bytes.Equal(y.Written()[0].Text, x.Written()[0].Text) || !bytes.Equal(y.Task.Prompt, measure.Prompt(w.Text())) {
		t.Errorf("from %q it wrote %q", y.Task.Prompt, y.Written()[0].Text)
	}
	w.Edit(0, 3, []byte("a"))
	if w.Learning().Open() {
		t.Error("what was learned of another text stays")
	}
}

func TestLearningStops(t *testing.T) {
	w, l := open(t, "cm", []byte(strings.Repeat("the cat sat on the mat. ", 40_000)))
	w.Cancel() // the reading, which has the processor
	w.StartLearning(w.Model(), nil, 1)
	l.Until(t, "a stage", func() bool { return len(w.Learning().Written()) > 0 })
	w.Cancel()
	if x := w.Learning(); x.Busy() || len(x.Written()) == 0 || len(x.Written()) == len(x.At) {
		t.Errorf("busy %v, with %d stages of %d", x.Busy(), len(x.Written()), len(x.At))
	}
}
