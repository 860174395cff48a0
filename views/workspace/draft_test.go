package workspace

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"

	"bitlens/engine/measure"
)

// A draft leaves the open text alone, charges what was chosen as the model
// would have charged it there, and goes on from what it has.
func TestDraft(t *testing.T) {
	prose := strings.Repeat("the cat sat on the mat. ", 50)
	w, l := open(t, "ppm", []byte(prose))
	l.Until(t, "the receipt", w.hasReceipt)
	at := len(prose) - len("mat. ")
	w.StartDraft(at, []byte("mat. "), measure.Sampling{}, 30)
	l.Until(t, "the draft", func() bool { return !w.Draft().Busy })
	d := w.Draft()
	if d.Err != nil || len(d.Bytes) != 35 || len(d.Costs) != 35 || !bytes.HasPrefix(d.Bytes, []byte("mat. ")) {
		t.Fatalf("%q, %d costs, %v", d.Bytes, len(d.Costs), d.Err)
	}
	for i := range len("mat. ") {
		if cost, _, _ := w.Reading().Trace().Cost(at+i, at+i+1); max(cost, uint64(d.Costs[i]))-min(cost, uint64(d.Costs[i])) > 1 { // both are rounded
			t.Errorf("byte %d costs %d there, %d in the draft", i, cost, d.Costs[i])
		}
	}
	before := d.Bytes
	w.WriteOn(40)
	l.Until(t, "more", func() bool { return !w.Draft().Busy })
	if d = w.Draft(); len(d.Bytes) != 75 || !bytes.HasPrefix(d.Bytes, before) || string(d.Chosen) != "mat. " {
		t.Fatalf("%q behind %q", d.Bytes, before)
	}
	if w.Text().Len() != len(prose) {
		t.Error("the open text has changed")
	}
	w.OpenDraft("draft")
	if want := prose[:at] + string(d.Bytes); string(w.Text().Slice(0, w.Text().Len())) != want || w.Cursor() != at || w.Draft() != nil {
		t.Errorf("opened %d bytes of %d, cursor %d", w.Text().Len(), len(want), w.Cursor())
	}
}

func TestDraftEnds(t *testing.T) {
	w, l := open(t, "cm", []byte(strings.Repeat("a text of its own. ", 300)))
	w.StartDraft(500, nil, measure.Sampling{Temperature: 1}, 1<<20)
	l.Until(t, "some of it", func() bool { return len(w.Draft().Bytes) > 0 })
	if !w.Busy() {
		t.Error("writing is no work")
	}
	w.StopDraft()
	if d := w.Draft(); d.Busy || !errors.Is(d.Err, context.Canceled) || len(d.Bytes) == 0 {
		t.Errorf("stopped: %+v", d)
	}
	w.StartDraft(500, []byte("x"), measure.Sampling{}, 1<<20)
	w.Edit(0, 1, []byte("A"))
	if w.Draft() != nil {
		t.Error("a draft of a text that is gone")
	}
	if err := w.SetModel("gzip"); err != nil {
		t.Fatal(err)
	}
	w.StartDraft(500, []byte("x"), measure.Sampling{}, 10)
	l.Until(t, "the refusal", func() bool { return !w.Draft().Busy })
	if w.Draft().Err == nil {
		t.Error("a compressor wrote")
	}
}

// Edits that are not saved are not thrown away for a draft, or a part.
func TestUnsavedEditsStay(t *testing.T) {
	w, l := open(t, "order2", []byte(strings.Repeat("a text of its own. ", 30)))
	if w.OpenDraft("none") {
		t.Error("there was no draft")
	}
	w.Edit(0, 1, []byte("A"))
	w.StartDraft(20, []byte("x"), measure.Sampling{}, 10)
	l.Until(t, "the draft", func() bool { return !w.Draft().Busy })
	w.SetBrush(3, 9)
	w.TakeOut("part")
	if w.OpenDraft("draft") || !w.Dirty() || w.Text().Len() != 30*19 || !w.Notice().Error {
		t.Errorf("%d bytes are open, %+v", w.Text().Len(), w.Notice())
	}
}
