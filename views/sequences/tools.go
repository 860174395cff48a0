package sequences

import (
	"strconv"

	"bitlens/assets/lang"
	"bitlens/views/widgets"

	"fyne.io/fyne/v2"
)

// A tools is what stands at the right of the top bar.
type tools struct {
	v        *View
	content  fyne.CanvasObject
	examples *widgets.Chip
	search   *widgets.Chip
	again    *widgets.Chip
	stop     *widgets.Chip
	seconds  float64
}

// longestSearch bounds how long a search may be, in seconds.
const longestSearch = 600

func newTools(v *View) *tools {
	t := &tools{v: v}
	t.examples = widgets.NewMenuChip(lang.T("Examples"), t.exampleMenu)
	t.search = widgets.NewMenuChip(lang.T("Search for"), t.searchMenu)
	t.again = widgets.NewChip(lang.T("Run again"), v.Again)
	t.stop = widgets.NewChip(lang.T("Cancel"), v.cancel)
	t.choose(10)
	t.content = widgets.Row(8, t.examples, t.search, t.again, t.stop)
	return t
}

// choose sets how long a search takes.
func (t *tools) choose(seconds float64) {
	t.seconds = seconds
	t.search.SetValue(lang.T("%s s", strconv.FormatFloat(seconds, 'g', -1, 64)), nil)
}

func (t *tools) searchMenu() *fyne.Menu {
	var items []*fyne.MenuItem
	for _, s := range []float64{1, 3, 10, 30, 120} {
		item := fyne.NewMenuItem(lang.T("%s s", strconv.FormatFloat(s, 'g', -1, 64)), func() {
			t.choose(s)
			t.v.Again()
		})
		item.Checked = s == t.seconds
		items = append(items, item)
	}
	return fyne.NewMenu("", items...)
}

func (t *tools) exampleMenu() *fyne.Menu {
	var items []*fyne.MenuItem
	for _, e := range examples {
		items = append(items, fyne.NewMenuItem(lang.T(e.lesson)+"   "+shortExample(e.terms), func() { t.v.open(e.terms) }))
	}
	items = append(items, fyne.NewMenuItemSeparator())
	for _, e := range systems {
		items = append(items, fyne.NewMenuItem(lang.T(e.lesson)+"   "+e.terms, func() { t.v.open(e.terms) }))
	}
	return fyne.NewMenu("", items...)
}

// show shows the tools that do something now.
func (t *tools) show(busy bool) {
	t.again.Hidden, t.stop.Hidden = busy, !busy
	t.again.Refresh()
	t.stop.Refresh()
}
