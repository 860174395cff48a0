package workspace

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"bitlens/assets/samples"
	"bitlens/engine/text"
	"bitlens/views/workspace/queue"
)

// saved writes the session of now into a folder.
func saved(t *testing.T, w *Workspace, folder string) string {
	t.Helper()
	var b bytes.Buffer
	if err := w.Session(w.Link("read"))(&b); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(folder, "a"+SessionExt)
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// reopened opens a session in a workspace of its own, and returns the link that
// was shown last.
func reopened(t *testing.T, path string) (*Workspace, Link) {
	t.Helper()
	w, q := open(t, "uniform", []byte("another text"))
	var went Link
	w.SetGo(func(l Link) { went = l })
	told := false
	w.On(NoticeTopic, func() { told = true })
	w.OpenSession(path)
	q.Until(t, "the session", func() bool { return went.Screen != "" || told })
	return w, went
}

// state is all that a session brings back.
func state(w *Workspace) []any {
	lo, hi := w.Brush()
	b := ""
	if w.Rival() != nil {
		b = w.Rival().Entry().ID
	}
	d := w.Document()
	return []any{string(d.Text.Slice(0, d.Text.Len())), d.Name, d.Path, d.Encoding.String(), w.Dirty(),
		w.Model().ID, b, w.Unit().Name(), w.Measure().Name, w.Cursor(), lo, hi}
}

func dress(t *testing.T, w *Workspace) {
	t.Helper()
	if err := w.SetModel("order2"); err != nil {
		t.Fatal(err)
	}
	if err := w.SetRival("gzip"); err != nil {
		t.Fatal(err)
	}
	u, _ := text.ParseUnit("/[a-f]+&/")
	w.SetUnit(u)
	w.SetMeasure(Difference)
	w.SetCursor(3)
	w.SetBrush(2, 5)
}

// A session brings back the same state, wherever the text is.
func TestSessionBringsTheStateBack(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "text.txt")
	gb, err := text.ParseEncoding("GB18030")
	if err != nil {
		t.Fatal(err)
	}
	disk, _ := gb.Encode([]byte("学而时习之，不亦说乎？"))
	if err := os.WriteFile(path, disk, 0o600); err != nil {
		t.Fatal(err)
	}
	file := func(w *Workspace, q *queue.Queue) {
		w.LoadFile(path, "GB18030", nil)
		q.Until(t, "the file", func() bool { return w.Document().Path == path })
	}
	for name, set := range map[string]func(*Workspace, *queue.Queue){
		"pasted":       func(w *Workspace, _ *queue.Queue) { w.OpenBytes("pasted", []byte("<a> \u2028 & 中文\x00\r\n")) },
		"bytes":        func(w *Workspace, _ *queue.Queue) { w.OpenBytes("bytes", []byte("\xff\xfe\x00 not text \xe4")) },
		"empty":        func(w *Workspace, _ *queue.Queue) { w.OpenBytes("empty", nil) },
		"sample":       func(w *Workspace, _ *queue.Queue) { s, _ := samples.Find("zones"); w.OpenSample(s) },
		"file":         file,
		"edited file":  func(w *Workspace, q *queue.Queue) { file(w, q); w.Edit(0, 0, []byte("新")) },
		"edited paste": func(w *Workspace, _ *queue.Queue) { w.OpenBytes("p", []byte("abcdefgh")); w.Edit(1, 2, nil) },
	} {
		w, q := open(t, "uniform", nil)
		set(w, q)
		dress(t, w)
		session := saved(t, w, folder)
		again, went := reopened(t, session)
		want := state(w)
		switch name {
		case "edited paste":
			want[4] = false // it has nowhere to be saved to: the session has it
		case "empty":
			want[10], want[11] = 0, 0
		}
		if got := state(again); !reflect.DeepEqual(got, want) {
			t.Errorf("%s:\n%v, want\n%v", name, got, want)
		}
		if n := again.Notice(); went.Screen != "read" || n.Text != "" {
			t.Errorf("%s: %q is shown, and told: %q", name, went.Screen, n.Text)
		}
		own, _ := os.ReadFile(session)
		if holds := bytes.Contains(own, []byte("\n \"text\"")) || bytes.Contains(own, []byte("\n \"base64\"")); holds != (name != "file" && name != "sample") {
			t.Errorf("%s: the session holds the text: %v", name, holds)
		}
	}
}

// What of a session cannot be had is told, and the rest comes back.
func TestSessionThatCannotBeHadWhole(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "text.txt")
	write := func(s string) {
		if err := os.WriteFile(path, []byte(s), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("what stood there before")
	w, q := open(t, "uniform", nil)
	w.LoadFile(path, "", nil)
	q.Until(t, "the file", func() bool { return w.Document().Path == path })
	dress(t, w)
	session := saved(t, w, folder)
	whole, _ := os.ReadFile(session)
	change := func(old, new string) []byte {
		b := bytes.Replace(whole, []byte(old), []byte(new), 1)
		if bytes.Equal(b, whole) {
			t.Fatalf("%q is not in %s", old, whole)
		}
		return b
	}
	for name, c := range map[string]struct {
		do       func()
		session  []byte
		said     string
		text     string
		dressed  bool
		nowShown bool
	}{
		"changed file":  {func() { write("what stands there now, longer") }, whole, "has changed since", "what stands there now, longer", true, true},
		"missing file":  {func() { os.Remove(path) }, whole, "text.txt is not there", "another text", true, true},
		"other version": {nil, change(`"version": `, `"version": 77`), "was saved with version 77", "what stood there before", true, true},
		"no such model": {nil, change("model=order2", "model=order0x"), "did you mean", "what stood there before", false, true},
		"bad link":      {nil, change(`"link": "bitlens:`, `"link": "nothing:`), "is not a link", "what stood there before", false, true},
		"no text":       {nil, change(`"path"`, `"pathless"`), "no text that this Bitlens knows", "another text", true, true},
		"newer":         {nil, change(`"bitlens": 1`, `"bitlens": 2`), "newer Bitlens", "another text", false, false},
		"cut off":       {nil, whole[:len(whole)/2], "damaged", "another text", false, false},
		"empty":         {nil, nil, "damaged", "another text", false, false},
		"other JSON":    {nil, []byte(`{"a": 1}`), "no session", "another text", false, false},
	} {
		write("what stood there before")
		if c.do != nil {
			c.do()
		}
		if err := os.WriteFile(session, c.session, 0o600); err != nil {
			t.Fatal(err)
		}
		got, went := reopened(t, session)
		if n := got.Notice(); !n.Error || !strings.Contains(n.Text, c.said) {
			t.Errorf("%s: told %q, want …%s…", name, n.Text, c.said)
		}
		s := state(got)
		if s[0] != c.text || (went.Screen == "read") != c.nowShown {
			t.Errorf("%s: %q is open, %q is shown", name, s[0], went.Screen)
		}
		if dressed := s[5] == "order2" && s[6] == "gzip" && s[8] == "a-b"; dressed != c.dressed {
			t.Errorf("%s: the state is %v", name, s)
		}
	}
	if w, _ := reopened(t, filepath.Join(folder, "none.bitlens")); !strings.Contains(w.Notice().Text, "none.bitlens is not there") {
		t.Errorf("a session that is not there: %q", w.Notice().Text)
	}
}

// A session that was moved together with its file finds it beside itself.
func TestSessionFindsTheFileBesideIt(t *testing.T) {
	folder, other := t.TempDir(), t.TempDir()
	path := filepath.Join(folder, "text.txt")
	if err := os.WriteFile(path, []byte("moved together"), 0o600); err != nil {
		t.Fatal(err)
	}
	w, q := open(t, "uniform", nil)
	w.LoadFile(path, "", nil)
	q.Until(t, "the file", func() bool { return w.Document().Path == path })
	session := saved(t, w, other)
	if err := os.Rename(path, filepath.Join(other, "text.txt")); err != nil {
		t.Fatal(err)
	}
	again, _ := reopened(t, session)
	if d := again.Document(); d.Path != filepath.Join(other, "text.txt") || again.Notice().Text != "" {
		t.Errorf("%q is open, told: %q", d.Path, again.Notice().Text)
	}
}

// Every state that screens share is in a link, and comes back from it.
func TestLinkSaysEveryState(t *testing.T) {
	for _, from := range []string{"sample", "file"} {
		w, q := open(t, "uniform", nil)
		if from == "sample" {
			s, _ := samples.Find("zones")
			w.OpenSample(s)
		} else {
			path := filepath.Join(t.TempDir(), "a b&c=中.txt")
			if err := os.WriteFile(path, []byte("text in latin: \xe9t\xe9"), 0o600); err != nil {
				t.Fatal(err)
			}
			w.LoadFile(path, "windows-1252", nil)
			q.Until(t, "the file", func() bool { return w.Document().Path == path })
		}
		dress(t, w)
		l, err := ParseLink(w.Link("read").String())
		if err != nil {
			t.Fatal(err)
		}
		again, q := open(t, "uniform", nil)
		gone := false
		again.SetGo(func(Link) { gone = true })
		again.Go(l)
		q.Until(t, "the link", func() bool { return gone })
		if got, want := state(again), state(w); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %s\n%v, want\n%v", from, l, got, want)
		}
	}
}

func TestBrushOfALink(t *testing.T) {
	for s, want := range map[string][3]int{
		"2-5": {2, 5, 1}, "0-0": {0, 0, 1}, "5-900": {5, 10, 1}, "700-900": {10, 10, 1},
		"": {}, "5": {}, "5-2": {}, "-1-4": {}, "2-": {}, "a-b": {}, "1-2-3": {},
	} {
		lo, hi, ok := parseBrush(s, 10)
		if lo != want[0] || hi != want[1] || ok != (want[2] == 1) {
			t.Errorf("%q is [%d,%d) %v", s, lo, hi, ok)
		}
	}
}

// A session from anywhere is read or refused, and what was read is written so
// that it is read as the same.
func FuzzParseSession(f *testing.F) {
	f.Add([]byte(`{"bitlens":1,"link":"bitlens:read?at=5&brush=1-2","models":[{"id":"cm","version":2}],"name":"n","encoding":"UTF-8","sha256":"","text":"abc"}`))
	f.Add([]byte(`{"bitlens":1,"base64":"/w=="}`))
	f.Add([]byte(`{"bitlens":-1}`))
	f.Add([]byte(`[]`))
	f.Fuzz(func(t *testing.T, b []byte) {
		s, err := ParseSession(b)
		if err != nil {
			return
		}
		var out bytes.Buffer
		if err := s.write(&out); err != nil {
			t.Fatal(err)
		}
		again, err := ParseSession(out.Bytes())
		x, _ := json.Marshal(s)
		y, _ := json.Marshal(again)
		if err != nil || !bytes.Equal(x, y) {
			t.Fatalf("%s is read again as %s, %v", x, y, err)
		}
		s.Path = "" // only what stands in it, not files of this machine
		var o opening
		o.find(s, t.TempDir())
		if o.has == (len(o.errors) > 0 && s.Sample == "" && s.Text == nil && s.Base64 == nil) {
			t.Fatalf("%s: %v, %v", x, o.has, o.errors)
		}
	})
}
