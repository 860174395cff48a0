package workspace

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"bitlens/assets/samples"
	"bitlens/engine/measure"
	"bitlens/engine/text"
	"bitlens/views/workspace/queue"

	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func open(t *testing.T, model string, b []byte) (*Workspace, *queue.Queue) {
	t.Helper()
	l := new(queue.Queue)
	w := New(l.Do)
	if err := w.SetModel(model); err != nil {
		t.Fatal(err)
	}
	w.OpenBytes("test", b)
	t.Cleanup(w.Close)
	return w, l
}

func (w *Workspace) hasReceipt() bool { return w.reading.receipt != nil }

func TestReadingGivesReceipt(t *testing.T) {
	for _, model := range []string{"order2", "gzip:9"} {
		w, l := open(t, model, []byte(strings.Repeat("a text that is read. ", 500)))
		l.Until(t, "the receipt", w.hasReceipt)
		r := w.Reading()
		if !r.Receipt().Verified || r.Trace().Known() != w.Text().Len() {
			t.Errorf("%s: %+v, known %d", model, r.Receipt(), r.Trace().Known())
		}
		if _, _, busy := r.Progress(); busy {
			t.Error("busy after the receipt")
		}
	}
}

func TestEmptyText(t *testing.T) {
	w, l := open(t, "order2", nil)
	l.Until(t, "the receipt", w.hasReceipt)
	if _, ok := w.Reading().Receipt().BitsPerByte(); ok {
		t.Error("an empty text has bits per byte")
	}
	w.PeekAt(0)
	if w.Peek().Busy {
		t.Error("there is nothing to peek at")
	}
}

// After any edits the costs are those of a text that was opened so.
func TestEditsReadAsIfOpenedSo(t *testing.T) {
	for _, model := range []string{"order2", "gzip:9"} {
		w, l := open(t, model, []byte(strings.Repeat("0123456789 and words. ", 10_000)))
		l.Until(t, "the receipt", w.hasReceipt)
		for _, e := range []struct {
			lo, hi int
			with   string
		}{{100_000, 100_010, "new"}, {5, 5, "typed"}, {150_000, 150_000, "x"}, {0, 3, ""}} {
			before, _, _ := w.reading.trace.Cost(0, e.lo)
			w.Edit(e.lo, e.hi, []byte(e.with))
			if after, _, _ := w.reading.trace.Cost(0, e.lo); after != before {
				t.Errorf("what stands before an edit at %d lost its costs", e.lo)
			}
		}
		l.Until(t, "the receipt", w.hasReceipt)
		fresh, l2 := open(t, model, w.Text().Slice(0, w.Text().Len()))
		l2.Until(t, "the receipt", fresh.hasReceipt)
		for i := 0; i < w.Text().Len(); i += 997 {
			a, _, currentA := w.reading.trace.Cost(i, i+1)
			b, _, _ := fresh.reading.trace.Cost(i, i+1)
			if a != b || !currentA {
				t.Fatalf("%s: byte %d cost %d, opened so %d", model, i, a, b)
			}
		}
		if w.reading.receipt.CompressedBytes != fresh.reading.receipt.CompressedBytes {
			t.Errorf("%s: sizes differ", model)
		}
	}
}

// Before anything is opened there is an empty text that can be typed into.
func TestTypingBeforeOpening(t *testing.T) {
	l := new(queue.Queue)
	w := New(l.Do)
	t.Cleanup(w.Close)
	w.Edit(0, 0, []byte("typed"))
	l.Until(t, "the receipt", w.hasReceipt)
	if w.Reading().Receipt().OriginalBytes != 5 {
		t.Errorf("%+v", w.Reading().Receipt())
	}
}

func TestPeek(t *testing.T) {
	w, l := open(t, "order2", []byte(strings.Repeat("红楼梦 a dream. ", 300)))
	l.Until(t, "the receipt", w.hasReceipt)
	w.PeekAt(3) // 楼
	l.Until(t, "the answer", func() bool { return !w.Peek().Busy })
	p := w.Peek()
	if p.Err != nil || p.Lo != 3 || p.Hi != 6 || string(p.Got.Actual.Bytes) != "楼" || p.Got.Rank < 1 {
		t.Fatalf("%+v", p)
	}
	w.SetUnit(text.Byte)
	w.PeekAt(4)
	l.Until(t, "the answer", func() bool { return !w.Peek().Busy })
	if p := w.Peek(); p.Lo != 4 || p.Hi != 5 {
		t.Fatalf("%+v", p)
	}
}

func TestRace(t *testing.T) {
	w, l := open(t, "order2", []byte(strings.Repeat("some text to race over, ", 40)))
	w.StartRace()
	l.Until(t, "the race", func() bool { return !w.Race().Busy() })
	for _, row := range w.Race().Rows {
		if row.State != Finished || !row.Receipt.Verified || row.Curve.Len() != w.Text().Len() {
			t.Errorf("%s: %+v", row.Entry.ID, row)
		}
	}
	w.StartRace()
	w.StopRace()
	for _, row := range w.Race().Rows {
		if row.State != Cancelled {
			t.Errorf("%s: state %d after the race was stopped", row.Entry.ID, row.State)
		}
	}
	row := w.Race().Rows[0]
	w.RunRow(row)
	l.Until(t, "the row", func() bool { return row.State == Finished })
	if w.Race().Busy() {
		t.Error("busy with nothing to do")
	}
}

func TestDearModelsWait(t *testing.T) {
	w, _ := open(t, "uniform", nil)
	w.doc.Text = text.Repeat(byte('x'), 1<<30)
	w.reading.stop()
	w.StartRace()
	dear := 0
	for _, row := range w.Race().Rows {
		if row.State == Dear && row.Estimate > measure.Patience {
			dear++
		}
	}
	w.StopRace()
	if dear == 0 {
		t.Error("no model waits for a click on 1 GB")
	}
}

// Bad files each get one sentence that names them, and change nothing.
func TestBadFiles(t *testing.T) {
	dir := t.TempDir()
	fifo := filepath.Join(dir, "pipe")
	if err := syscall.Mkfifo(fifo, 0o600); err != nil {
		t.Skip(err)
	}
	latin := filepath.Join(dir, "latin.txt")
	os.WriteFile(latin, []byte("caf\xe9 \xff"), 0o600)
	for _, c := range []struct{ path, encoding, want string }{
		{filepath.Join(dir, "none"), "", "none is not there"},
		{dir, "", "is a folder"},
		{fifo, "", "is a pipe"},
		{latin, "Big5", "is not text in Big5"},
	} {
		w, l := open(t, "uniform", []byte("kept"))
		w.LoadFile(c.path, c.encoding, nil)
		l.Until(t, "the notice", func() bool { return w.Notice().Text != "" })
		if n := w.Notice(); !n.Error || !strings.Contains(n.Text, c.want) || w.Text().Len() != 4 {
			t.Errorf("%s: %q", c.path, n.Text)
		}
	}
}

func TestSaidOfFile(t *testing.T) {
	for err, want := range map[error]string{
		errShrank:           "became shorter",
		os.ErrPermission:    "may not read",
		errors.New("other"): "cannot be read: other",
	} {
		if got := saidOfFile("a.txt", err); !strings.Contains(got.Error(), want) {
			t.Errorf("%v: %v", err, got)
		}
	}
}

// A text is saved in the encoding it came in, and only whole.
func TestSaveKeepsEncoding(t *testing.T) {
	gb, _ := text.ParseEncoding("GB18030")
	disk, _ := gb.Encode([]byte(strings.Repeat("话说天下大势，分久必合。", 10)))
	path := filepath.Join(t.TempDir(), "gb.txt")
	os.WriteFile(path, disk, 0o600)
	w, l := open(t, "uniform", nil)
	w.LoadFile(path, "", nil)
	l.Until(t, "the file", func() bool { return w.Document().Path == path })
	if w.Dirty() || w.Document().Encoding.String() != "GB18030" {
		t.Fatalf("%+v", w.Document().Encoding)
	}
	w.Edit(0, 0, []byte("且"))
	if !w.Dirty() {
		t.Error("an edit is not seen")
	}
	saved := false
	w.Save(path, func() { saved = true })
	l.Until(t, "saving", func() bool { return saved })
	got, _ := os.ReadFile(path)
	want, _ := gb.Encode([]byte("且"))
	if !bytes.Equal(got, append(want, disk...)) || w.Dirty() {
		t.Error("saved otherwise")
	}
	w.Edit(0, 0, []byte{0xff})
	w.Save(path, nil)
	l.Until(t, "the notice", func() bool { return w.Notice().Error })
	if again, _ := os.ReadFile(path); !bytes.Equal(again, got) || !strings.Contains(w.Notice().Text, "GB18030") {
		t.Errorf("the file changed, or the notice is wrong: %q", w.Notice().Text)
	}
}

// What a process that died had not saved is opened by the next one.
func TestCrashIsRecovered(t *testing.T) {
	dir := t.TempDir()
	w, l := open(t, "uniform", []byte("before"))
	w.KeepIn(dir)
	w.Edit(0, 0, []byte("unsaved "))
	l.Until(t, "keeping", func() bool {
		files, _ := filepath.Glob(filepath.Join(dir, "[0-9]*"+recoverySuffix))
		return len(files) == 1
	})
	l.Until(t, "the write", func() bool { return !w.recovery.busy })
	os.Rename(w.recovery.path, filepath.Join(dir, "999999999-1"+recoverySuffix)) // as if another had written it
	os.WriteFile(filepath.Join(dir, "999999998-1"+recoverySuffix), []byte("of a newer program"), 0o600)
	next, _ := open(t, "uniform", nil)
	next.KeepIn(dir)
	if !next.Recover(dir) || string(next.Text().Slice(0, 99)) != "unsaved before" || !next.Dirty() {
		t.Fatalf("got %q", next.Text().Slice(0, 99))
	}
	if _, err := os.Stat(next.recovery.path); err != nil {
		t.Error("what was recovered is kept no longer")
	}
	if next.Recover(dir) || Kept(dir) != 2 {
		t.Errorf("recovered twice, or %d are kept", Kept(dir))
	}
}

func TestSavedTextLeavesNothingToRecover(t *testing.T) {
	dir := t.TempDir()
	w, l := open(t, "uniform", []byte("before"))
	w.KeepIn(dir)
	w.Edit(0, 0, []byte("x"))
	saved := false
	w.Save(filepath.Join(t.TempDir(), "out.txt"), func() { saved = true })
	l.Until(t, "saving", func() bool { return saved })
	time.Sleep(keepAfter + 200*time.Millisecond)
	if files, _ := os.ReadDir(dir); len(files) != 0 {
		t.Errorf("%d files are left", len(files))
	}
}

func TestLinks(t *testing.T) {
	w, _ := open(t, "uniform", nil)
	var went Link
	w.SetGo(func(l Link) { went = l })
	l, err := ParseLink("bitlens:read?sample=alice&model=order2&unit=word&at=5120")
	if err != nil {
		t.Fatal(err)
	}
	w.Go(l)
	if went.Screen != "read" || w.Cursor() != 5120 || w.Unit().Name() != "word" || w.Model().ID != "order2" {
		t.Errorf("%+v", w)
	}
	again, err := ParseLink(w.Link("read").String())
	if err != nil || again.Values.Get("sample") != "alice" || again.Values.Get("at") != "5120" {
		t.Errorf("%v, %v", again, err)
	}
	if s, _ := samples.Find("alice"); w.Document().Name != s.Name {
		t.Error("another text is open")
	}
	for _, bad := range []string{"", "read", "http://x", "bitlens:", "bitlens:read?%zz"} {
		if _, err := ParseLink(bad); err == nil {
			t.Errorf("%q was taken for a link", bad)
		}
	}
}

// A question that is on its way to the window when another is asked does not
// stand in its way.
func TestLastQuestionIsAnswered(t *testing.T) {
	w, q := open(t, "order2", []byte("a text that is asked about"))
	q.Until(t, "the receipt", w.hasReceipt)
	arrived := make(chan bool)
	do := w.do
	w.do = func(f func()) { do(f); arrived <- true }
	w.PeekSoon(0)
	<-arrived
	w.do = do
	w.PeekSoon(7)
	q.Until(t, "the answer", func() bool { return w.Peek().Got != nil })
	if at := w.Peek().At; at != 7 {
		t.Errorf("the answer is about %d", at)
	}
}
