package app

import (
	"io"

	"bitlens/assets/lang"
	"bitlens/engine/atomic"
	"bitlens/views/widgets"

	"fyne.io/fyne/v2"
)

// moreMenu is the menu of all that has no button of its own.
func (w *Window) moreMenu() *fyne.Menu {
	save := fyne.NewMenuItem(lang.T("Save the text (Ctrl+S)"), w.save)
	save.Disabled = !w.ws.Dirty() && w.ws.Document().Path != ""
	return fyne.NewMenu("",
		save,
		fyne.NewMenuItem(lang.T("Save the text as…"), func() { w.saveAs(nil) }),
		w.recentItem(),
		fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(lang.T("Save the session… (Ctrl+Shift+E)"), w.saveSession),
		fyne.NewMenuItem(lang.T("Open a session… (Ctrl+O)"), w.openDialog),
		w.exportItem(),
		fyne.NewMenuItem(lang.T("Copy link (Ctrl+L)"), w.copyLink),
		fyne.NewMenuItemSeparator(),
		w.appearanceItem(),
		w.languageItem(),
		fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(lang.T("Keys (F1)"), w.showKeys),
	)
}

// exportItem offers what the screen can save.
func (w *Window) exportItem() *fyne.MenuItem {
	parent := fyne.NewMenuItem(lang.T("Save a picture or table (Ctrl+E)"), nil)
	parent.ChildMenu = fyne.NewMenu("")
	for _, e := range w.views[w.shown].Exports() {
		name := w.list[w.shown].ID + e.Ext
		parent.ChildMenu.Items = append(parent.ChildMenu.Items,
			fyne.NewMenuItem(lang.T(e.What)+" ("+e.Ext[1:]+")", func() { w.export(name, e) }))
	}
	parent.Disabled = len(parent.ChildMenu.Items) == 0
	return parent
}

// showExports shows that menu alone, where it hangs.
func (w *Window) showExports() {
	if m := w.exportItem(); !m.Disabled {
		at := w.app.Driver().AbsolutePositionForObject(w.top.more)
		widgets.ShowMenu(m.ChildMenu, w.win.Canvas(), at.AddXY(0, w.top.more.Size().Height))
	}
}

func (w *Window) appearanceItem() *fyne.MenuItem {
	parent := fyne.NewMenuItem(lang.T("Light or dark"), nil)
	now := widgets.Appearance(w.app.Preferences().StringWithFallback(appearancePreference, string(widgets.System)))
	choice := func(name string, a widgets.Appearance) *fyne.MenuItem {
		item := fyne.NewMenuItem(name, func() { w.setAppearance(a) })
		item.Checked = a == now
		return item
	}
	parent.ChildMenu = fyne.NewMenu("",
		choice(lang.T("As the system"), widgets.System),
		choice(lang.T("Light"), widgets.Light),
		choice(lang.T("Dark"), widgets.Dark))
	return parent
}

func (w *Window) languageItem() *fyne.MenuItem {
	parent := fyne.NewMenuItem("Language · 语言", nil)
	choice := func(name, code string) *fyne.MenuItem {
		item := fyne.NewMenuItem(name, func() { w.setLanguage(code) })
		item.Checked = code == lang.Current()
		return item
	}
	parent.ChildMenu = fyne.NewMenu("", choice("English", lang.English), choice("中文", lang.Chinese))
	return parent
}

// copyLink copies a link to what is on display.
func (w *Window) copyLink() {
	link := w.views[w.shown].Link().String()
	w.app.Clipboard().SetContent(link)
	w.ws.Tell(lang.T("Copied: %s", link))
}

// writeWhole writes a file that appears whole or not at all.
func writeWhole(path string, write func(io.Writer) error) error {
	f, err := atomic.Create(path, true)
	if err != nil {
		return err
	}
	defer f.Abort()
	if err := write(f); err != nil {
		return err
	}
	return f.Commit()
}
