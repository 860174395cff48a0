package app

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"bitlens/views/widgets"
	"bitlens/views/workspace/queue"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"
)

// A bench is a window of a test: what jobs bring waits in a queue until the
// test runs it.
type bench struct {
	*Window
	t     *testing.T
	queue queue.Queue
}

// newBench opens a window over an empty text that "order2" reads.
func newBench(t *testing.T, args ...string) *bench {
	t.Helper()
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	o, err := parse(append([]string{"--lang", "en", "--theme", "light"}, args...))
	if err != nil {
		t.Fatal(err)
	}
	b := &bench{t: t}
	b.Window = newWindow(test.NewApp(), o, b.queue.Do)
	t.Cleanup(b.ws.Close)
	if err := b.ws.SetModel("order2"); err != nil {
		t.Fatal(err)
	}
	return b
}

// until runs what jobs bring until ok.
func (b *bench) until(what string, ok func() bool) {
	b.t.Helper()
	b.queue.Until(b.t, what, ok)
}

func (b *bench) receipt() {
	b.t.Helper()
	b.until("the receipt", func() bool { return b.ws.Reading().Receipt() != nil })
}

// text returns the open text.
func (b *bench) text() string { return string(b.ws.Text().Slice(0, b.ws.Text().Len())) }

// file writes a file of the test's own.
func (b *bench) file(name, content string) string {
	b.t.Helper()
	path := filepath.Join(b.t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		b.t.Fatal(err)
	}
	return path
}

// drop drops files on the window.
func (b *bench) drop(paths ...string) {
	var uris []fyne.URI
	for _, p := range paths {
		uris = append(uris, storage.NewFileURI(p))
	}
	b.dropped(fyne.Position{}, uris)
}

// key presses a key as the window gets it.
func (b *bench) key(name fyne.KeyName) {
	e := &fyne.KeyEvent{Name: name}
	if f := b.win.Canvas().Focused(); f != nil {
		f.TypedKey(e)
	} else {
		b.win.Canvas().OnTypedKey()(e)
	}
}

// shortcut does what the window's shortcut of a name does; the test canvas has
// no way to press it.
func (b *bench) shortcut(name string) {
	b.t.Helper()
	for _, k := range b.bindings() {
		if k.name == name {
			k.do()
			return
		}
	}
	b.t.Fatalf("there is no %s", name)
}

// bar returns the top bar.
func (b *bench) bar() *topBar { return b.Window.top }

// top returns what lies above the content, or nil.
func (b *bench) top() fyne.CanvasObject { return b.win.Canvas().Overlays().Top() }

// words returns the texts in an object, those of hidden parts too.
func words(o fyne.CanvasObject) (all []string) {
	for _, o := range test.LaidOutObjects(o) {
		if t, ok := o.(*canvas.Text); ok && t.Text != "" {
			all = append(all, t.Text)
		}
	}
	return all
}

// press taps the chip of a caption in what lies above the content.
func (b *bench) press(caption string) {
	b.t.Helper()
	for _, o := range test.LaidOutObjects(b.top()) {
		if c, ok := o.(*widgets.Chip); ok && slices.Contains(words(c), caption) {
			test.Tap(c)
			return
		}
	}
	b.t.Fatalf("%q is not offered, but %q", caption, strings.Join(words(b.top()), " | "))
}

// item finds an item of a menu by the start of its label.
func (b *bench) item(m *fyne.Menu, label string) *fyne.MenuItem {
	b.t.Helper()
	for _, i := range m.Items {
		if strings.HasPrefix(i.Label, label) {
			return i
		}
	}
	b.t.Fatalf("the menu has no %q", label)
	return nil
}
