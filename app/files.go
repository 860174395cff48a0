package app

import (
	"context"
	"errors"
	"io"
	"net/url"
	"os"
	"path/filepath"

	"bitlens/assets/lang"
	"bitlens/views"
	"bitlens/views/widgets"
	"bitlens/views/workspace"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
)

// leaving does what gives up the open text, and asks first where edits are not
// saved.
func (w *Window) leaving(then func()) {
	if !w.ws.Dirty() {
		then()
		return
	}
	name := w.ws.Document().Name
	text := widgets.NewLabel(lang.T("%s has edits that are not saved.", name), widgets.RoleInk)
	d := dialog.NewCustomWithoutButtons(lang.T("Unsaved edits"), container.NewVBox(text), w.win)
	act := func(f func()) func() { return func() { d.Hide(); f() } }
	d.SetButtons([]fyne.CanvasObject{
		widgets.NewChip(lang.T("Save"), act(func() { w.saveThen(func() { w.leaving(then) }) })),
		widgets.NewChip(lang.T("Give them up"), act(then)),
		widgets.NewChip(lang.T("Cancel"), act(func() {})),
	})
	d.Show()
}

// openDialog asks for a file and opens it.
func (w *Window) openDialog() {
	w.leaving(func() {
		d := dialog.NewFileOpen(func(f fyne.URIReadCloser, err error) {
			if err != nil {
				w.ws.Fail(err)
			}
			if f == nil {
				return
			}
			path := f.URI().Path()
			f.Close()
			w.remember(path)
			w.openPath(path)
		}, w.win)
		w.showFiles(d)
	})
}

// lastFolder is the preference of where files were last opened or saved.
const lastFolder = "lastFolder"

func (w *Window) remember(path string) {
	w.app.Preferences().SetString(lastFolder, filepath.Dir(path))
}

// showFiles shows a file dialog where the last one was, at a useful size; the
// toolkit can size it only when it is on display.
func (w *Window) showFiles(d *dialog.FileDialog) {
	if dir := w.app.Preferences().String(lastFolder); dir != "" {
		if l, err := storage.ListerForURI(storage.NewFileURI(dir)); err == nil {
			d.SetLocation(l)
		}
	}
	d.Show()
	size := w.win.Canvas().Size()
	d.Resize(fyne.NewSize(min(size.Width-80, 900), min(size.Height-80, 640)))
}

// save saves the text where it is from, or asks where.
func (w *Window) save() { w.saveThen(nil) }

func (w *Window) saveThen(then func()) {
	if path := w.ws.Document().Path; path != "" {
		w.ws.Save(path, then)
		return
	}
	w.saveAs(then)
}

// saveAs asks where to save the text.
func (w *Window) saveAs(then func()) {
	name := w.ws.Document().Name
	if filepath.Ext(name) == "" {
		name += ".txt"
	}
	w.askWhere(name, func(path string) { w.ws.Save(path, then) })
}

// askWhere asks for the name of a file to write.
func (w *Window) askWhere(name string, then func(path string)) {
	d := dialog.NewFileSave(func(f fyne.URIWriteCloser, err error) {
		if err != nil {
			w.ws.Fail(err)
		}
		if f == nil {
			return
		}
		path := f.URI().Path()
		f.Close()
		w.remember(path)
		then(path)
	}, w.win)
	d.SetFileName(name)
	w.showFiles(d)
}

// pasteNew reads what was copied as a new text.
func (w *Window) pasteNew() {
	content := w.app.Clipboard().Content()
	if content == "" {
		w.ws.Tell(lang.T("Nothing has been copied."))
		return
	}
	w.leaving(func() { w.ws.OpenBytes(lang.T("pasted"), []byte(content)) })
}

// dropped opens the file that was dropped on the window; over several, or a
// folder, it races.
func (w *Window) dropped(_ fyne.Position, uris []fyne.URI) {
	if len(uris) == 0 {
		return
	}
	var paths []string
	for _, u := range uris {
		paths = append(paths, u.Path())
	}
	if st, err := os.Stat(paths[0]); len(paths) > 1 || err == nil && st.IsDir() {
		w.ws.Go(workspace.Link{Screen: "race", Values: url.Values{"texts": paths}})
		return
	}
	w.leaving(func() { w.openPath(paths[0]) })
}

// export asks where to save something of the screen, and saves it whole: what
// takes long apart from the window.
func (w *Window) export(name string, e views.Export) {
	if e.Later == nil {
		w.askWhere(name, func(path string) { w.exported(path, writeWhole(path, e.Write)) })
		return
	}
	write, err := e.Later()
	if err != nil {
		w.ws.Fail(err)
		return
	}
	w.askWhere(name, func(path string) { w.writeLater(path, write) })
}

// writeLater writes a file apart from the window.
func (w *Window) writeLater(path string, write func(io.Writer) error) {
	w.ws.SaveApart(filepath.Base(path), func(ctx context.Context) error {
		return writeWhole(path, func(out io.Writer) error { return write(workspace.Until(ctx, out)) })
	}, func(err error) { w.exported(path, err) })
}

// exported tells how it went.
func (w *Window) exported(path string, err error) {
	switch {
	case errors.Is(err, context.Canceled):
		w.ws.Tell(lang.T("%s was not saved: cancelled.", filepath.Base(path)))
	case err != nil:
		w.ws.Fail(err)
	default:
		w.ws.Tell(lang.T("Saved %s", filepath.Base(path)))
	}
}
