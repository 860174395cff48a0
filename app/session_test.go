package app

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"bitlens/engine/text"
	"bitlens/views"
	"bitlens/views/workspace"
)

// keep writes the session of now, as the dialog does when it is told where.
func (b *bench) keep() string {
	b.t.Helper()
	path := filepath.Join(b.t.TempDir(), "kept"+workspace.SessionExt)
	b.writeLater(path, b.session())
	b.until("the session file", func() bool { return strings.HasPrefix(b.ws.Notice().Text, "Saved") })
	return path
}

// A session brings back text, state, look and screen: by drop and from the
// command line.
func TestSessionBringsThePictureBack(t *testing.T) {
	b := newBench(t)
	b.ws.OpenBytes("note", []byte(strings.Repeat("a text of its own, 一段文字. ", 20)))
	b.ws.SetUnit(text.Word)
	b.ws.SetMeasure(workspace.Difference)
	b.ws.SetCursor(12)
	b.ws.SetBrush(12, 30)
	look := b.views[0].(views.Framed)
	for _, v := range []string{"ramp=viridis", "gamma=0.5", "range=1:6", "size=22"} {
		l, _ := workspace.ParseLink("bitlens:read?" + v)
		look.SetLook(l.Values)
	}
	want := []any{b.text(), b.views[0].Link().String(), look.Look().Encode(), 1}
	b.show(1)
	path := b.keep()
	state := func(n *bench) []any {
		return []any{n.text(), n.views[0].Link().String(), n.views[0].(views.Framed).Look().Encode(), n.shown}
	}
	for way, open := range map[string]func(*bench){
		"drop":    func(n *bench) { n.drop(path) },
		"command": func(n *bench) { o, _ := parse([]string{path}); n.open(o) },
	} {
		n := newBench(t)
		open(n)
		n.until("the session", func() bool { return n.shown == 1 })
		if got := state(n); fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("by %s:\n%v, want\n%v", way, got, want)
		}
		if !slices.Contains(n.recent(), path) {
			t.Errorf("by %s: the session is not among the recent files", way)
		}
	}
}

func TestSessionAsksBeforeEditsAreGivenUp(t *testing.T) {
	b := newBench(t)
	b.ws.OpenBytes("note", []byte("kept"))
	path := b.keep()
	n, _, _ := edited(t)
	n.drop(path)
	if n.top() == nil {
		t.Fatal("nothing was asked")
	}
	n.press("Give them up")
	n.until("the session", func() bool { return n.text() == "kept" })
}

func TestTwoSentencesAreTwoLines(t *testing.T) {
	b := newBench(t)
	path := b.file("bad.bitlens", `{"bitlens":1,"link":"bitlens:read?model=nothing&measure=nothing","name":"n","text":"abc"}`)
	b.drop(path)
	b.until("what is told", func() bool { return b.notes.box.Visible() })
	if len(b.notes.text.Objects) != 3 || !b.ws.Notice().Error || b.text() != "abc" {
		t.Errorf("%q is open, told is %q", b.text(), b.ws.Notice().Text)
	}
}

// The last eight files are in the menu, the newest first; one that is gone is
// told.
func TestRecentFiles(t *testing.T) {
	b := newBench(t)
	if item := b.item(b.moreMenu(), "Recent files"); !item.Disabled {
		t.Error("there are recent files before any was opened")
	}
	var paths []string
	for i := range mostRecent + 2 {
		path := b.file(fmt.Sprintf("text%d.txt", i), "text")
		paths = append(paths, path)
		b.drop(path)
		b.until("the file", func() bool { return b.ws.Document().Path == path })
	}
	b.drop(paths[5])
	b.until("the file", func() bool { return b.ws.Document().Path == paths[5] })
	want := []string{paths[5], paths[9], paths[8], paths[7], paths[6], paths[4], paths[3], paths[2]}
	if got := b.recent(); !slices.Equal(got, want) {
		t.Errorf("recent are\n%q, want\n%q", got, want)
	}
	menu := b.item(b.moreMenu(), "Recent files").ChildMenu
	if len(menu.Items) != mostRecent || !strings.HasSuffix(menu.Items[1].Label, "text9.txt") {
		t.Fatalf("the menu has %d", len(menu.Items))
	}
	os.Remove(paths[9])
	menu.Items[1].Action()
	b.until("what is told", func() bool { return b.ws.Notice().Error })
	if got := b.ws.Notice().Text; !strings.Contains(got, "text9.txt is not there") {
		t.Errorf("told is %q", got)
	}
	menu.Items[2].Action()
	b.until("the file", func() bool { return b.ws.Document().Path == paths[8] })
}

// Ctrl+E offers what the screen on display can save.
func TestExportsByKey(t *testing.T) {
	b := newBench(t)
	for i, want := range []string{"Heat map (png)", "(svg)"} {
		b.show(i)
		b.shortcut("Ctrl+E")
		if b.top() == nil {
			t.Fatalf("screen %d offers nothing", i)
		}
		if all := strings.Join(words(b.top()), "|"); !strings.Contains(all, want) {
			t.Errorf("screen %d offers %s", i, all)
		}
		b.win.Canvas().Overlays().Remove(b.top())
	}
}

// A file that is being written apart from the window can be given up: nothing
// of it is left.
func TestSavingIsCancelled(t *testing.T) {
	b := newBench(t)
	b.receipt()
	path := filepath.Join(t.TempDir(), "long.csv")
	begun, cancelled := make(chan bool), make(chan bool)
	b.writeLater(path, func(out io.Writer) error {
		close(begun)
		<-cancelled
		_, err := out.Write([]byte("too late"))
		return err
	})
	<-begun
	if b.ws.Saving() != "long.csv" || !b.ws.Busy() {
		t.Errorf("it says %q is being saved", b.ws.Saving())
	}
	b.ws.Cancel()
	close(cancelled)
	b.until("the notice", func() bool { return strings.Contains(b.ws.Notice().Text, "was not saved") })
	left, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(left) > 0 || b.ws.Saving() != "" {
		t.Error(left, err, b.ws.Saving())
	}
}
