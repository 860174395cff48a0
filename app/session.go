package app

import (
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"bitlens/assets/lang"
	"bitlens/views"
	"bitlens/views/workspace"

	"fyne.io/fyne/v2"
)

// openPath opens a file: a session, or a text.
func (w *Window) openPath(path string) {
	if !isSession(path) {
		w.ws.LoadFile(path, "", nil)
		return
	}
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	w.noteRecent(path)
	w.ws.OpenSession(path)
}

func isSession(path string) bool {
	return strings.EqualFold(filepath.Ext(path), workspace.SessionExt)
}

// saveSession asks where to save a session, and saves it.
func (w *Window) saveSession() {
	write := w.session()
	name := w.ws.Document().Name
	name = strings.TrimSuffix(name, filepath.Ext(name)) + workspace.SessionExt
	w.askWhere(name, func(path string) {
		w.noteRecent(path)
		w.writeLater(path, write)
	})
}

// session takes what is on display and how it looks, on all screens, and
// returns what writes it.
func (w *Window) session() func(io.Writer) error {
	l := w.views[w.shown].Link()
	for _, v := range w.views {
		if f, ok := v.(views.Framed); ok {
			maps.Copy(l.Values, f.Look())
		}
	}
	return w.ws.Session(l)
}

// recentPreference keeps the paths of the files that were opened or saved last.
const (
	recentPreference = "recentFiles"
	mostRecent       = 8
)

func (w *Window) recent() []string { return w.app.Preferences().StringList(recentPreference) }

// noteFile remembers the file of the open text.
func (w *Window) noteFile() {
	if path := w.ws.Document().Path; path != "" {
		w.noteRecent(path)
	}
}

// noteRecent puts a file before the others.
func (w *Window) noteRecent(path string) {
	all := w.recent()
	if len(all) > 0 && all[0] == path {
		return
	}
	all = slices.DeleteFunc(slices.Clone(all), func(p string) bool { return p == path })
	all = append([]string{path}, all...)
	w.app.Preferences().SetStringList(recentPreference, all[:min(len(all), mostRecent)])
}

// recentItem is the menu of those files.
func (w *Window) recentItem() *fyne.MenuItem {
	parent := fyne.NewMenuItem(lang.T("Recent files"), nil)
	parent.ChildMenu = fyne.NewMenu("")
	for _, path := range w.recent() {
		parent.ChildMenu.Items = append(parent.ChildMenu.Items,
			fyne.NewMenuItem(shortPath(path), func() { w.leaving(func() { w.openPath(path) }) }))
	}
	parent.Disabled = len(parent.ChildMenu.Items) == 0
	return parent
}

// shortPath is a path with the folders nearest to the file.
func shortPath(path string) string {
	const most = 48 // characters
	r := []rune(path)
	if len(r) <= most {
		return path
	}
	return "…" + string(r[len(r)-most+1:])
}
