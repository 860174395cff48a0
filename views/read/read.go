package read

import (
	"slices"

	"bitlens/assets/icons"
	"bitlens/assets/lang"
	"bitlens/engine/text"
	"bitlens/views"
	"bitlens/views/widgets"
	"bitlens/views/workspace"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
)

// Screen is the entry of the rail.
func Screen() views.Screen {
	return views.Screen{ID: "read", Title: "Read", Icon: icons.Read, New: New}
}

// A View is the open screen.
type View struct {
	w       *workspace.Workspace
	heat    *widgets.HeatText
	shade   *shading
	digest  *digest
	detail  *detail
	scratch *scratch
	charts  *charts
	status  *status
	model   *widgets.Chip
	units   *widgets.Segmented
	tools   fyne.CanvasObject
	hover   int  // offset under the pointer, or -1
	own     bool // the change that is told now is this view's own
	shown   bool
}

// unitChoices are the units of the top bar.
var unitChoices = []text.Unit{text.Byte, text.Char, text.Word, text.Token, text.Line}

// New opens the screen.
func New(w *workspace.Workspace) views.View {
	v := &View{w: w, heat: widgets.NewHeatText(), shade: &shading{w: w, dear: 2 * breakEven}, hover: -1}
	v.digest = newDigest(w, v.digested)
	v.makeDetail()
	v.charts = newCharts(w)
	v.status = newStatus(w, v.digest)
	v.makeTools()
	v.heat.SetShading(v.shade)
	v.heat.OnEdit = v.edited
	v.heat.OnCursor = v.moved
	v.heat.OnHover = v.pointed
	v.heat.OnSelect = func(lo, hi int) { v.mine(func() { w.SetBrush(lo, hi) }) }
	v.heat.OnMenu = v.menu
	v.observe()
	v.opened()
	v.heat.SetCursor(w.Cursor())
	return v
}

// observe follows the workspace.
func (v *View) observe() {
	v.w.On(workspace.TextTopic, v.opened)
	v.w.On(workspace.CursorTopic, v.cursorMoved)
	v.w.On(workspace.ModelTopic, v.chosen)
	v.w.On(workspace.UnitTopic, v.chosen)
	v.w.On(workspace.ReadingTopic, v.read)
	v.w.On(workspace.RaceTopic, func() { v.charts.refresh(); v.look() })
	v.w.On(workspace.PeekTopic, v.showDetail)
	v.w.On(workspace.LookTopic, v.relook)
}

// mine does something whose news is this view's own.
func (v *View) mine(f func()) {
	before := v.own
	v.own = true
	f()
	v.own = before
}

func (v *View) makeTools() {
	v.model = widgets.NewMenuChip(lang.T("Model"), func() *fyne.Menu {
		return widgets.ModelMenu(v.w.Model().ID, func(id string) {
			if err := v.w.SetModel(id); err != nil {
				v.w.Fail(err)
			}
		})
	})
	v.model.SetTip(func() []string {
		return []string{v.w.Model().Title, lang.T("The model that reads the text (Ctrl+M)")}
	})
	var names []string
	for _, u := range unitChoices {
		names = append(names, unitName(u))
	}
	v.units = widgets.NewSegmented(names, -1, func(i int) { v.w.SetUnit(unitChoices[i]) })
	v.units.SetTip(func() []string {
		return []string{lang.T("What is tinted as one: its bits are the sum of its bytes' bits"),
			lang.T("A word of Chinese is found by dictionary, a token by the vocabulary %s", text.Vocabulary)}
	})
	v.tools = widgets.Row(10, v.model, v.units)
	v.chosen()
}

// Content implements views.View.
func (v *View) Content() fyne.CanvasObject {
	side := widgets.On(widgets.RolePanel, widgets.Dock(nil, nil, widgets.NewRule(), nil, container.NewVScroll(v.detail)))
	below := widgets.On(widgets.RolePanel, widgets.Dock(widgets.NewRule(), nil, nil, nil, v.charts.content))
	return widgets.Dock(nil, nil, nil, side, widgets.Dock(nil, below, nil, nil, v.heat))
}

// Tools implements views.View.
func (v *View) Tools() fyne.CanvasObject { return v.tools }

// Status implements views.View.
func (v *View) Status() fyne.CanvasObject { return v.status.content }

// Link implements views.View.
func (v *View) Link() workspace.Link { return v.w.Link("read") }

// Open implements views.View: what a link of this screen says belongs to the
// workspace, but the place must be brought into view.
func (v *View) Open(workspace.Link) {
	v.heat.SetCursor(v.w.Cursor())
	v.peek()
}

// Shown implements views.View.
func (v *View) Shown(shown bool) {
	v.shown = shown
	if shown {
		v.heat.Repaint()
		v.charts.refresh()
		v.look() // what was read unseen
		v.showDetail()
		v.focus()
	}
}

// Again implements views.View.
func (v *View) Again() {
	v.w.ReadAgain()
	v.peek()
}

// Keys implements views.View.
func (v *View) Keys() []views.Key {
	return []views.Key{{
		Shortcut: &desktop.CustomShortcut{KeyName: fyne.KeyM, Modifier: fyne.KeyModifierShortcutDefault},
		What:     lang.T("choose a model"), Do: v.model.Activate,
	}, {
		Shortcut: &desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierShortcutDefault},
		What:     lang.T("let the model write on from here"), Do: v.writeOn,
	}}
}

// focus gives the text the keyboard.
func (v *View) focus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(v.heat); c != nil {
		c.Focus(v.heat)
	}
}

// Exports implements views.View.
func (v *View) Exports() []views.Export { return v.charts.exports() }

// opened shows another text. One that is the same, since it was edited here or
// only saved, keeps its caret and what can be undone.
func (v *View) opened() {
	if !v.own && !text.Equal(v.heat.Text(), v.w.Text()) {
		v.heat.SetText(v.w.Text())
		v.heat.SetShading(v.shade)
		v.hover = -1
		if v.shown {
			v.focus()
		}
	}
	v.look()
	v.peek()
}

// edited brings an edit made here to the workspace.
func (v *View) edited(lo, hi int, with []byte) {
	v.hover = -1
	v.mine(func() {
		v.w.Edit(lo, hi, slices.Clone(with))
		v.w.SetCursor(v.heat.CursorOffset())
	})
}

// moved brings the caret to the workspace. From then on the caret is what is
// looked at, until the pointer moves again.
func (v *View) moved(at int) {
	v.hover = -1
	v.heat.SetHover(-1)
	v.mine(func() { v.w.SetCursor(at) })
	v.peek()
}

// cursorMoved follows a cursor that was moved elsewhere.
func (v *View) cursorMoved() {
	v.charts.setCursor(v.w.Cursor())
	v.status.refresh()
	if !v.own {
		v.heat.SetCursor(v.w.Cursor())
		v.peek()
	}
}

// pointed shows the unit under the pointer, or that at the cursor.
func (v *View) pointed(at int) {
	v.hover = at
	v.showDetail()
	v.w.PeekSoon(v.unitStart(v.at()))
}

// peek asks what was expected at the unit that is looked at.
func (v *View) peek() {
	v.w.PeekSoon(v.unitStart(v.at()))
	v.showDetail()
}

// at returns the offset that is looked at.
func (v *View) at() int {
	if v.hover >= 0 {
		return v.hover
	}
	return v.w.Cursor()
}

// unitStart returns the start of the unit at an offset.
func (v *View) unitStart(at int) int {
	if at >= v.w.Text().Len() {
		return at
	}
	starts := v.shade.Units(at, at+1)
	i, found := slices.BinarySearch(starts, at)
	if !found {
		i--
	}
	return starts[i]
}

func (v *View) showDetail() {
	f, ok := factsAt(v.w, v.shade, v.at())
	v.detail.show(f, ok)
	v.markContext(f, ok)
}

// chosen follows another model or unit.
func (v *View) chosen() {
	v.model.SetValue(v.w.Model().ID, widgets.ModelColor(v.w.Model()))
	v.units.Choose(slices.IndexFunc(unitChoices, func(u text.Unit) bool { return u.Name() == v.w.Unit().Name() }))
	v.heat.Repaint()
	v.charts.setUnit(unitName(v.w.Unit()))
	v.look()
	v.peek()
}

// read follows the reading.
func (v *View) read() {
	v.status.refresh()
	if !v.shown {
		return
	}
	v.heat.Repaint()
	v.charts.refresh()
	v.look()
	v.showDetail()
}

func (v *View) look() { v.digest.look() }

// digested takes figures about the whole text.
func (v *View) digested() {
	dear := v.digest.stats.dear()
	if dear < v.shade.dear*0.97 || dear > v.shade.dear*1.03 {
		v.shade.dear = dear
		v.heat.Repaint()
		v.showDetail()
	}
	v.charts.setStats(v.digest.stats, v.shade)
	v.status.refresh()
}

// relook follows another theme or language.
func (v *View) relook() {
	v.heat.Repaint()
	v.charts.refresh()
	v.showDetail()
	v.status.refresh()
}

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
		fyne.NewMenuItem(lang.T("Let the model write on from here"), v.writeOn),
		fyne.NewMenuItem(lang.T("Copy link to this place"), func() { clip.SetContent(v.Link().String()) }),
	), c, at)
}
