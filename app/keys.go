package app

import (
	"bitlens/assets/lang"
	"bitlens/views/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
)

// A binding is a shortcut of the window.
type binding struct {
	name string // of the keys, as a person reads them
	what string // in the current language
	key  fyne.KeyName
	mod  fyne.KeyModifier
	do   func()
}

const (
	ctrl      = fyne.KeyModifierShortcutDefault
	ctrlShift = fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift
)

// bindings are the shortcuts that hold on every screen.
func (w *Window) bindings() []binding {
	all := []binding{
		{"Ctrl+O", lang.T("open a file"), fyne.KeyO, ctrl, w.openDialog},
		{"Ctrl+S", lang.T("save the text"), fyne.KeyS, ctrl, w.save},
		{"Ctrl+Shift+S", lang.T("save the text under another name"), fyne.KeyS, ctrlShift, func() { w.saveAs(nil) }},
		{"Ctrl+Shift+V", lang.T("read what was copied, as a new text"), fyne.KeyV, ctrlShift, w.pasteNew},
		{"Ctrl+L", lang.T("copy a link to this place"), fyne.KeyL, ctrl, w.copyLink},
		{"Ctrl+E", lang.T("save a picture or table of the screen"), fyne.KeyE, ctrl, w.showExports},
		{"Ctrl+Shift+E", lang.T("save the session"), fyne.KeyE, ctrlShift, w.saveSession},
		{"Ctrl+Q", lang.T("close"), fyne.KeyQ, ctrl, func() { w.leaving(w.win.Close) }},
	}
	for i, s := range w.list {
		digit := string(rune('1' + i))
		all = append(all, binding{"Ctrl+" + digit, lang.T(s.Title), fyne.KeyName(digit), ctrl, func() { w.show(i) }})
	}
	return all
}

// addShortcuts makes the bindings work.
func (w *Window) addShortcuts() {
	for _, b := range w.bindings() {
		w.win.Canvas().AddShortcut(&desktop.CustomShortcut{KeyName: b.key, Modifier: b.mod}, func(fyne.Shortcut) {
			if w.free() {
				b.do()
			}
		})
	}
	for i, v := range w.views {
		for n, k := range v.Keys() {
			w.win.Canvas().AddShortcut(k.Shortcut, func(fyne.Shortcut) {
				if w.shown == i && w.free() {
					w.views[i].Keys()[n].Do()
				}
			})
		}
	}
}

// key takes the keys that nothing else wants.
func (w *Window) key(e *fyne.KeyEvent) {
	widgets.HideTips(w.win.Canvas())
	switch {
	case e.Name == fyne.KeyEscape:
		w.escape()
		return
	case !w.free():
		return
	}
	switch e.Name {
	case fyne.KeyF1:
		w.showKeys()
	case fyne.KeyF11:
		w.present(!w.presenting)
	case fyne.KeyF5:
		w.views[w.shown].Again()
	default:
		w.screenKey(e.Name)
	}
}

// free reports whether no dialog has the word.
func (w *Window) free() bool { return w.win.Canvas().Overlays().Top() == nil }

// screenKey takes a key of the screen that comes with Shift at most, which is
// no shortcut to the toolkit.
func (w *Window) screenKey(name fyne.KeyName) {
	var mod fyne.KeyModifier
	if widgets.ShiftIsDown() {
		mod = fyne.KeyModifierShift
	}
	for _, k := range w.views[w.shown].Keys() {
		if s, ok := k.Shortcut.(*desktop.CustomShortcut); ok && s.KeyName == name && s.Modifier == mod {
			k.Do()
		}
	}
}

// escape closes what lies on top, else the notice, else stops what runs.
func (w *Window) escape() {
	if widgets.CloseSheet(w.win.Canvas()) {
		return
	}
	if top := w.win.Canvas().Overlays().Top(); top != nil {
		w.win.Canvas().Overlays().Remove(top)
		return
	}
	if w.notes.box.Visible() {
		w.notes.hide()
		return
	}
	if w.presenting && !w.ws.Busy() && w.ws.Play() == nil {
		w.present(false)
		return
	}
	w.jobs.stop()
}

// showKeys lists all keys.
func (w *Window) showKeys() {
	list := container.New(layout.NewFormLayout())
	add := func(name, what string) {
		list.Add(widgets.NewStyled(name, widgets.RoleInk, widgets.TextSize, fyne.TextStyle{Bold: true}))
		list.Add(widgets.NewLabel(what, widgets.RoleInk))
	}
	for _, b := range w.bindings() {
		add(b.name, b.what)
	}
	add("F5", lang.T("run again"))
	add("F11", lang.T("large, for a class, and back"))
	add("Esc", lang.T("close what is open, else stop what runs"))
	for _, v := range w.views {
		for _, k := range v.Keys() {
			add(keyName(k.Shortcut), lang.T(k.What))
		}
	}
	for _, row := range textKeys() {
		add(row[0], row[1])
	}
	d := dialog.NewCustom(lang.T("Keys"), lang.T("Close"), list, w.win)
	d.Show()
}

// textKeys are the keys of the text itself.
func textKeys() [][2]string {
	return [][2]string{
		{lang.T("Arrows"), lang.T("move by character, with Ctrl by unit, with Shift select")},
		{lang.T("Arrows, Enter"), lang.T("in the race: choose a row or the order, read with that model")},
		{lang.T("Delete, Menu"), lang.T("in the race: take a row out, open its menu")},
		{"Ctrl+Home, Ctrl+End", lang.T("start and end of the text")},
		{"Ctrl+Z, Ctrl+Y", lang.T("undo and redo")},
	}
}

// keyName writes a shortcut as a person reads it.
func keyName(s fyne.Shortcut) string {
	c, ok := s.(*desktop.CustomShortcut)
	if !ok {
		return s.ShortcutName()
	}
	name := ""
	if c.Modifier&fyne.KeyModifierControl != 0 {
		name += "Ctrl+"
	}
	if c.Modifier&fyne.KeyModifierShift != 0 {
		name += "Shift+"
	}
	return name + string(c.KeyName)
}
