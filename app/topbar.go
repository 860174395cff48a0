package app

import (
	"bitlens/assets/lang"
	"bitlens/assets/samples"
	"bitlens/engine/text"
	"bitlens/views/widgets"
	"bitlens/views/workspace"

	"fyne.io/fyne/v2"
)

// A topBar names the open text and opens others.
type topBar struct {
	w        *Window
	content  *fyne.Container
	name     *widgets.Label
	encoding *widgets.Chip
	more     *widgets.Chip
}

func newTopBar(w *Window) *topBar {
	b := &topBar{w: w, name: widgets.NewLabel("", widgets.RoleMute)}
	b.encoding = widgets.NewMenuChip("", b.encodings)
	b.encoding.SetTip(func() []string {
		return []string{lang.T("How the file is encoded; choose another to read it again"), b.measured()}
	})
	open := widgets.NewChip(lang.T("Open"), w.openDialog)
	open.SetTip(tip("Open a file (Ctrl+O), or drop one on the window"))
	paste := widgets.NewChip(lang.T("Paste"), w.pasteNew)
	paste.SetTip(tip("Read what was copied, as a new text (Ctrl+Shift+V)"))
	b.more = widgets.NewMenuChip(lang.T("More"), w.moreMenu)
	b.more.SetTip(tip("Save, pictures, light or dark, 中文"))
	title := widgets.NewStyled("Bitlens", widgets.RoleInk, 14, fyne.TextStyle{Bold: true})
	b.content = widgets.Row(10, title, b.name, b.encoding, open, paste,
		widgets.NewMenuChip(lang.T("Samples"), w.sampleMenu), b.more)
	w.ws.On(workspace.TextTopic, b.refresh)
	b.refresh()
	return b
}

// tip returns a tip of one line; the keys are listed here so that the test
// of translations finds them.
func tip(key string) func() []string { return func() []string { return []string{lang.T(key)} } }

// tips are the keys handed to tip.
var _ = []string{
	lang.T("Open a file (Ctrl+O), or drop one on the window"),
	lang.T("Read what was copied, as a new text (Ctrl+Shift+V)"),
	lang.T("Save, pictures, light or dark, 中文"),
}

// maxName is how many characters of a text's name have room.
const maxName = 28

// refresh shows the text's name and size.
func (b *topBar) refresh() {
	d := b.w.ws.Document()
	name := []rune(d.Name)
	if len(name) > maxName {
		name = append(append(name[:maxName-8:maxName-8], '…'), name[len(name)-7:]...)
	}
	s := string(name)
	if b.w.ws.Dirty() {
		s += " *"
	}
	if s != "" {
		s += " · "
	}
	b.name.SetText(s + lang.T("%s bytes", widgets.Count(int64(d.Text.Len()))))
	b.encoding.SetCaption(d.Encoding.String())
	if d.Path == "" {
		b.encoding.Hide()
	} else {
		b.encoding.Show()
	}
	b.content.Refresh()
}

// measured says what is measured, where that is not what stands on disk.
func (b *topBar) measured() string {
	d := b.w.ws.Document()
	if d.Encoding.Own() {
		return lang.T("measured as its own bytes")
	}
	return lang.T("measured as UTF-8, %s bytes; on disk %s in %s",
		widgets.Count(int64(d.Text.Len())), widgets.Count(int64(d.Disk)), d.Encoding.String())
}

// encodings is the menu of encodings.
func (b *topBar) encodings() *fyne.Menu {
	m := fyne.NewMenu("")
	for _, name := range text.Encodings() {
		item := fyne.NewMenuItem(name, func() { b.w.leaving(func() { b.w.ws.Reopen(name) }) })
		item.Checked = name == b.w.ws.Document().Encoding.String()
		m.Items = append(m.Items, item)
	}
	return m
}

// sampleMenu is the menu of bundled texts.
func (w *Window) sampleMenu() *fyne.Menu {
	m := fyne.NewMenu("")
	for _, s := range samples.All() {
		name := s.English
		if lang.Current() == lang.Chinese {
			name = s.Chinese
		}
		m.Items = append(m.Items, fyne.NewMenuItem(name, func() { w.leaving(func() { w.ws.OpenSample(s) }) }))
	}
	return m
}
