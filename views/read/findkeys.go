package read

import (
	"bitlens/assets/lang"
	"bitlens/views"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// findKeys are the keys that go from place to place.
func (v *View) findKeys() []views.Key {
	key := func(name fyne.KeyName, mod fyne.KeyModifier, what string, do func()) views.Key {
		return views.Key{Shortcut: &desktop.CustomShortcut{KeyName: name, Modifier: mod}, What: what, Do: do}
	}
	const ctrl = fyne.KeyModifierShortcutDefault
	return []views.Key{
		key(fyne.KeyF3, 0, lang.T("next peak of surprise"), func() { v.find.peak(true) }),
		key(fyne.KeyF3, fyne.KeyModifierShift, lang.T("previous peak of surprise"), func() { v.find.peak(false) }),
		key(fyne.KeyF4, 0, lang.T("next place where A and B differ most"), v.find.contrast),
		key(fyne.KeyF, ctrl, lang.T("find a text"), func() { v.find.open(false) }),
		key(fyne.KeyG, ctrl, lang.T("go to a byte"), func() { v.find.open(true) }),
		key(fyne.KeyD, ctrl, lang.T("into the detail: arrows and Enter"), v.intoDetail),
		key(fyne.KeySpace, ctrl, lang.T("play the reading, or pause"), v.player.playOrPause),
		key(fyne.KeyPeriod, ctrl, lang.T("one step of the reading"), v.player.step),
		key(fyne.KeyB, ctrl, lang.T("where did the bits go"), func() { v.bill.open() }),
	}
}

// intoDetail gives the detail the keyboard; Ctrl+D again gives it back.
func (v *View) intoDetail() {
	c := fyne.CurrentApp().Driver().CanvasForObject(v.detail)
	switch {
	case c == nil:
	case c.Focused() == v.detail:
		v.focus()
	default:
		c.Focus(v.detail)
	}
}

// relayout fits the screen's parts after one of them has come or gone.
func (v *View) relayout() {
	if v.content != nil {
		v.content.Refresh()
	}
}
