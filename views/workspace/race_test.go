package workspace

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bitlens/engine/measure"
	"bitlens/engine/text"
	"bitlens/engine/zoo"
	"bitlens/views/workspace/queue"
)

// The leader of each stripe costs least there by the traces; what spreads its
// costs evenly never leads.
func TestLeadsAgreeWithTraces(t *testing.T) {
	q := new(queue.Queue)
	w := New(q.Do)
	t.Cleanup(w.Close)
	w.OpenBytes("text", []byte(strings.Repeat("some text, and another one. ", 200)))
	for _, id := range []string{"order1", "order3", "ppm", "gzip", "bzip2", "xz"} { // some of each kind
		e, err := zoo.Open(id)
		if err != nil {
			t.Fatal(err)
		}
		w.racers = append(w.racers, e)
	}
	w.StartRace()
	q.Until(t, "the race", func() bool { return !w.Race().Busy() })
	rows := w.Race().Rows
	for i, lead := range w.Race().Leads() {
		lo := i * rows[0].Windows.Width()
		hi := min(lo+rows[0].Windows.Width(), w.Text().Len())
		cost := func(row *Row) uint64 { c, _, _ := row.Trace.Cost(lo, hi); return c }
		if lead.First < 0 || rows[lead.First].Entry.New == nil && !rows[lead.First].Receipt.Exact {
			t.Fatalf("stripe %d: %+v lead", i, lead)
		}
		for m, row := range rows {
			if takesPart := row.Entry.New != nil || row.Receipt.Exact; !takesPart || m == lead.First {
				continue
			}
			if cost(row) < cost(rows[lead.First]) || m != lead.Second && cost(row) < cost(rows[lead.Second]) {
				t.Errorf("stripe %d: %s costs less than %s or %s", i, row.Entry.ID, rows[lead.First].Entry.ID, rows[lead.Second].Entry.ID)
			}
		}
	}
}

// A model that has finished the race shows what it found at once, and peeks
// from the copies that are made behind it; after an edit it reads again.
func TestAFinishedRowIsTakenOver(t *testing.T) {
	q := new(queue.Queue)
	w := New(q.Do)
	t.Cleanup(w.Close)
	w.OpenBytes("text", []byte(strings.Repeat("some text, and another one. ", 5000)))
	for _, id := range []string{"ppm", "gzip"} {
		e, err := zoo.Open(id)
		if err != nil {
			t.Fatal(err)
		}
		w.racers = append(w.racers, e)
	}
	w.StartRace()
	q.Until(t, "the race", func() bool { return !w.Race().Busy() })
	for _, row := range w.Race().Rows {
		if err := w.SetModel(row.Entry.ID); err != nil {
			t.Fatal(err)
		}
		r := w.Reading()
		if r.Trace().Known() != w.Text().Len() || r.Receipt() == nil || *r.Receipt() != row.Receipt {
			t.Errorf("%s: %d bytes are known, receipt %v", row.Entry.ID, r.Trace().Known(), r.Receipt())
		}
		q.Until(t, "the copies", func() bool { return !r.Busy() })
		if row.Entry.New != nil && r.points.Nearest(w.Text().Len()) == 0 {
			t.Errorf("%s keeps no copies", row.Entry.ID)
		}
		sum, _, _ := row.Trace.Cost(0, w.Text().Len())
		if got, known, current := r.Trace().Cost(0, w.Text().Len()); got != sum || !known || !current {
			t.Errorf("%s: %d, known %v, current %v, want %d", row.Entry.ID, got, known, current, sum)
		}
	}
	w.Edit(3, 4, []byte("x"))
	if err := w.SetModel("ppm"); err != nil {
		t.Fatal(err)
	}
	if w.Reading().Receipt() != nil {
		t.Error("after an edit the receipt of the race is shown")
	}
}

// A matrix that is cancelled keeps what it has and says nothing more; totals
// are the sums of its cells.
func TestMatrixTotalsAndCancel(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a", "b"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(strings.Repeat(name+" text ", 300)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	q := new(queue.Queue)
	w := New(q.Do)
	t.Cleanup(w.Close)
	w.StartMatrix([]string{dir})
	q.Until(t, "a cell", func() bool { return w.Matrix().Progress() > 0 })
	w.StopMatrix()
	part := w.Matrix().Progress()
	if w.Matrix().Busy() || part <= 0 {
		t.Errorf("after Cancel: busy %v, %v done", w.Matrix().Busy(), part)
	}
	w.StartMatrix([]string{dir})
	q.Until(t, "the matrix", func() bool { return !w.Matrix().Busy() })
	for e, entry := range w.Matrix().Entries {
		compressed, original := w.Matrix().Total(e)
		var sum int64
		for _, text := range w.Matrix().Texts {
			r, err := measure.Archive(t.Context(), measure.Job{Entry: entry, Text: mustLoad(t, text.Source)})
			if err != nil {
				t.Fatal(err)
			}
			sum += r.CompressedBytes
		}
		if compressed != sum || original != 2*300*7 {
			t.Errorf("%s: %d of %d bytes, want %d", entry.ID, compressed, original, sum)
		}
	}
}

func mustLoad(t *testing.T, s measure.Source) text.Bytes {
	t.Helper()
	b, err := s.Load()
	if err != nil {
		t.Fatal(err)
	}
	return b
}
