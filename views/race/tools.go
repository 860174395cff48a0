package race

import (
	"bitlens/assets/lang"
	"bitlens/views/widgets"
	"bitlens/views/workspace"

	"fyne.io/fyne/v2"
)

// makeTools makes what stands at the right of the top bar.
func (v *View) makeTools() {
	v.add = widgets.NewChip(lang.T("+ Model"), v.showForm)
	v.add.SetTip(func() []string { return []string{lang.T("Add a model with parameters of your own")} })
	v.texts = widgets.NewMenuChip(lang.T("Texts"), v.textsMenu)
	v.texts.SetTip(func() []string { return []string{lang.T("Race over several texts at once: a folder, or drop files")} })
	v.stages = widgets.NewChip(lang.T("What it learns"), func() { v.learn(v.w.Model(), "", firstSeed) })
	v.stages.SetTip(func() []string {
		return []string{lang.T("What %s writes when it has read 1,000 bytes of this text,", v.w.Model().ID), lang.T("10,000, 100,000 and all: letters, then words, then sentences")}
	})
	v.counts = widgets.NewSegmented([]string{lang.T("file only"), lang.T("+ the model")}, 0, func(i int) {
		v.count(counting{i == 1, v.table.speedPrior})
	})
	v.counts.SetTip(func() []string {
		return []string{lang.T("Two-part code: count the model itself too, its prior knowledge"),
			lang.T("and the source of the program that decodes, compressed with xz")}
	})
	v.menu = widgets.NewMenuChip(lang.T("Table"), v.tableMenu)
	v.again = widgets.NewChip(lang.T("Run again"), v.Again)
	v.stop = widgets.NewChip(lang.T("Cancel"), v.cancel)
}

// Tools implements views.View.
func (v *View) Tools() fyne.CanvasObject {
	return widgets.Row(8, v.add, v.texts, v.stages, v.counts, v.menu, v.again, v.stop)
}

// refreshTools shows the tools that do something now.
func (v *View) refreshTools() {
	busy := v.w.Race().Busy()
	single := v.shows() == racePane
	switch v.shows() {
	case learnedPane:
		busy = v.w.Learning().Busy()
	case severalPane:
		busy = v.w.Matrix().Busy()
	}
	v.again.Hidden, v.stop.Hidden = busy, !busy
	v.add.Hidden, v.menu.Hidden = !single, !single
	v.stages.Hidden = !single || v.w.Model().New == nil
	v.counts.Hidden, v.texts.Hidden = !single, v.shows() == learnedPane
	for _, o := range []fyne.CanvasObject{v.texts, v.add, v.stages, v.counts, v.menu, v.again, v.stop} {
		o.Refresh()
	}
}

// cancel stops what the screen shows.
func (v *View) cancel() {
	switch v.shows() {
	case learnedPane:
		v.w.StopLearning()
	case severalPane:
		v.w.StopMatrix()
	default:
		v.w.StopRace()
	}
}

// count has the table and the pictures count something else.
func (v *View) count(c counting) {
	v.table.count(c)
	v.counts.Choose(map[bool]int{false: 0, true: 1}[c.twoPart])
	v.charts.refreshTime()
	v.body.Refresh()
}

// tableMenu is the menu of how the rows are shown.
func (v *View) tableMenu() *fyne.Menu {
	group := fyne.NewMenuItem(lang.T("Group by family"), v.group)
	group.Checked = v.table.grouped
	handicap := fyne.NewMenuItem(lang.T("Handicap by speed: bits + log2 of the time"), func() {
		v.count(counting{v.table.twoPart, !v.table.speedPrior})
	})
	handicap.Checked = v.table.speedPrior
	return fyne.NewMenu("", group, handicap, fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(lang.T("All models again, and no others"), v.w.AllModels))
}

// group puts the rows under headings of their families, or no longer.
func (v *View) group() {
	v.table.grouped = !v.table.grouped
	v.table.Refresh()
	v.body.Refresh()
}

// showRowMenu opens the menu of a row.
func (v *View) showRowMenu(row *workspace.Row, at fyne.Position) {
	c := fyne.CurrentApp().Driver().CanvasForObject(v.table)
	if c == nil {
		return
	}
	widgets.ShowMenu(fyne.NewMenu("", v.rowItems(row)...), c, at)
}

// rowItems returns what can be done with a row. A codec learns nothing that it
// could say.
func (v *View) rowItems(row *workspace.Row) []*fyne.MenuItem {
	e, line := row.Entry, command(row.Entry.ID, v.w.Document())
	items := []*fyne.MenuItem{
		fyne.NewMenuItem(lang.T("Read with %s", e.ID), func() { openPair(v.w, e.ID, "", v.w.Cursor()) }),
		fyne.NewMenuItem(lang.T("Run again"), func() { v.w.RunRow(row) }),
	}
	if e.New != nil {
		items = append(items, fyne.NewMenuItem(lang.T("What %s learns", e.ID), func() { v.learn(e, "", firstSeed) }))
	}
	return append(items,
		fyne.NewMenuItem(lang.T("Copy: %s", line), func() { copyText(v.w, line) }),
		fyne.NewMenuItem(lang.T("Take out of the race (Delete)"), func() { v.remove(row) }))
}

// remove takes a row out of the race.
func (v *View) remove(row *workspace.Row) {
	if err := v.w.RemoveModel(row); err != nil {
		v.w.Fail(err)
	}
}

// copyText copies text and says so.
func copyText(w *workspace.Workspace, s string) {
	fyne.CurrentApp().Clipboard().SetContent(s)
	w.Tell(lang.T("Copied: %s", s))
}
