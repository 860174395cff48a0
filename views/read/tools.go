package read

import (
	"slices"

	"bitlens/assets/lang"
	"bitlens/engine/text"
	"bitlens/views/widgets"
	"bitlens/views/workspace"

	"fyne.io/fyne/v2"
)

// A tools is what stands at the right of the top bar: which models read, what
// is tinted as one, and by what.
type tools struct {
	v       *View
	content *fyne.Container
	model   *widgets.Chip
	rival   *widgets.Chip
	unit    *widgets.Chip
	measure *widgets.Chip
}

func newTools(v *View) *tools {
	t := &tools{v: v}
	t.model = widgets.NewMenuChip(lang.T("Model"), func() *fyne.Menu {
		return widgets.ModelMenu(v.w.Model().ID, t.choosing(v.chooseModel))
	})
	t.model.SetTip(func() []string {
		return []string{v.w.Model().Title, lang.T("The model that reads the text (Ctrl+M)")}
	})
	t.rival = widgets.NewMenuChip(lang.T("B"), t.rivals)
	t.rival.SetTip(func() []string {
		return []string{lang.T("A second model that reads the same text, to be compared with the first, A")}
	})
	t.unit = widgets.NewMenuChip(lang.T("Unit"), t.units)
	t.unit.SetTip(func() []string {
		return []string{lang.T("What is tinted as one: its bits are the sum of its bytes' bits"),
			lang.T("A word of Chinese is found by dictionary, a token by its vocabulary")}
	})
	t.measure = widgets.NewMenuChip(lang.T("Measure"), t.measures)
	t.measure.SetTip(func() []string { return []string{scaleOf(v.w.Measure()).tip} })
	t.content = widgets.Row(8, t.model, t.rival, t.unit, t.measure)
	return t
}

// choosing returns what chooses a model and tells why where that fails.
func (t *tools) choosing(set func(id string) error) func(id string) {
	return func(id string) {
		if err := set(id); err != nil {
			t.v.w.Fail(err)
		}
	}
}

// refresh shows what is chosen.
func (t *tools) refresh() {
	w := t.v.w
	t.model.SetValue(shortened(w.Model().ID), widgets.ModelColor(w.Model()))
	if r := w.Rival(); r != nil {
		t.model.SetCaption(lang.T("A"))
		t.rival.SetValue(shortened(r.Entry().ID), widgets.ModelColor(r.Entry()))
	} else {
		t.model.SetCaption(lang.T("Model"))
		t.rival.SetValue(lang.T("none"), nil)
	}
	t.unit.SetValue(shortened(unitTitle(w.Unit())), nil)
	t.measure.SetValue(scaleOf(w.Measure()).name, nil)
	t.content.Refresh()
}

// maxValue is how many characters of a pattern or of a model's parameters have
// room in the bar.
const maxValue = 14

func shortened(s string) string {
	if r := []rune(s); len(r) > maxValue {
		return string(r[:maxValue-1]) + "…"
	}
	return s
}

// rivals is the menu of the second model: none, the two change places, and all
// models.
func (t *tools) rivals() *fyne.Menu {
	w, chosen := t.v.w, ""
	if r := w.Rival(); r != nil {
		chosen = r.Entry().ID
	}
	none := fyne.NewMenuItem(lang.T("None"), func() { t.choosing(w.SetRival)("") })
	none.Checked = chosen == ""
	swap := fyne.NewMenuItem(lang.T("Swap A and B"), w.Swap)
	swap.Disabled = chosen == ""
	m := widgets.ModelMenu(chosen, t.choosing(w.SetRival))
	m.Items = append([]*fyne.MenuItem{none, swap, fyne.NewMenuItemSeparator()}, m.Items...)
	return m
}

// units is the menu of units.
func (t *tools) units() *fyne.Menu {
	m := fyne.NewMenu("")
	now := t.v.w.Unit()
	item := func(u text.Unit) *fyne.MenuItem {
		i := fyne.NewMenuItem(unitTitle(u), func() { t.v.chooseUnit(u) })
		i.Checked = u.Name() == now.Name()
		return i
	}
	for _, u := range text.Units {
		if !u.IsToken() {
			m.Items = append(m.Items, item(u))
			continue
		}
		tokens := fyne.NewMenuItem(lang.T("token"), nil)
		tokens.ChildMenu = fyne.NewMenu("")
		for _, u := range text.Tokens {
			tokens.ChildMenu.Items = append(tokens.ChildMenu.Items, item(u))
		}
		tokens.ChildMenu.Items = append(tokens.ChildMenu.Items, fyne.NewMenuItemSeparator(), t.v.aligned.item())
		m.Items = append(m.Items, tokens)
	}
	pattern := fyne.NewMenuItem(lang.T("pattern…"), t.v.askPattern)
	pattern.Checked = now.Name()[0] == '/'
	m.Items = append(m.Items, fyne.NewMenuItemSeparator(), pattern)
	return m
}

// unitTitle is a unit's name with its vocabulary.
func unitTitle(u text.Unit) string {
	if v := u.Vocabulary(); v != "" {
		return lang.T("token") + " " + v
	}
	return unitName(u)
}

// measures is the menu of measures.
func (t *tools) measures() *fyne.Menu {
	m := fyne.NewMenu("")
	for _, x := range workspace.Measures {
		item := fyne.NewMenuItem(scaleOf(x).name, func() { t.v.w.SetMeasure(x) })
		item.Checked = x.Is(t.v.w.Measure())
		m.Items = append(m.Items, item)
	}
	i := slices.IndexFunc(workspace.Measures, func(x workspace.Measure) bool { return x.Compared })
	m.Items = slices.Insert(m.Items, i, fyne.NewMenuItemSeparator())
	return m
}
