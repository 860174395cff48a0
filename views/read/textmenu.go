package read

import (
	"bitlens/assets/lang"
	"bitlens/views/widgets"

	"fyne.io/fyne/v2"
)

// menu opens the context menu of the text.
func (v *View) menu(at fyne.Position) {
	c := fyne.CurrentApp().Driver().CanvasForObject(v.heat)
	if c == nil {
		return
	}
	clip := fyne.CurrentApp().Clipboard()
	item := func(name string, s fyne.Shortcut) *fyne.MenuItem {
		return fyne.NewMenuItem(name, func() { v.heat.TypedShortcut(s) })
	}
	widgets.ShowMenu(fyne.NewMenu("",
		item(lang.T("Cut"), &fyne.ShortcutCut{Clipboard: clip}),
		item(lang.T("Copy"), &fyne.ShortcutCopy{Clipboard: clip}),
		item(lang.T("Paste"), &fyne.ShortcutPaste{Clipboard: clip}),
		item(lang.T("Select all"), &fyne.ShortcutSelectAll{}),
		fyne.NewMenuItemSeparator(),
		item(lang.T("Undo"), &fyne.ShortcutUndo{}),
		item(lang.T("Redo"), &fyne.ShortcutRedo{}),
		fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(lang.T("Selection as a new text"), v.takeOut),
		fyne.NewMenuItem(lang.T("Find…"), func() { v.find.open(false) }),
		fyne.NewMenuItem(lang.T("Where did the bits go?"), v.bill.open),
		fyne.NewMenuItem(lang.T("Let the model write on from here"), v.writeOn),
		fyne.NewMenuItem(lang.T("Copy link to this place"), func() { clip.SetContent(v.Link().String()) }),
	), c, at)
}
