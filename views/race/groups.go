package race

import (
	"bitlens/assets/lang"
	"bitlens/views/widgets"
	"bitlens/views/workspace"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// A line is what the table shows in one row: a model, or the heading of a
// family.
type line struct {
	row    *workspace.Row // nil for a heading
	family string
	models int // of the family
}

// lines returns what the table shows. In groups, the family whose best row
// comes first in the order is first, and so are the rows within it; of a folded
// one only the best is shown.
func (t *table) lines() []line {
	rows := t.sorted()
	if !t.grouped {
		all := make([]line, len(rows))
		for i, r := range rows {
			all[i] = line{row: r, family: r.Entry.Family}
		}
		return all
	}
	var order []string
	families := map[string][]*workspace.Row{}
	for _, r := range rows {
		f := r.Entry.Family
		if families[f] == nil {
			order = append(order, f)
		}
		families[f] = append(families[f], r)
	}
	var all []line
	for _, f := range order {
		all = append(all, t.group(f, families[f])...)
	}
	return all
}

// group returns the lines of one family.
func (t *table) group(family string, rows []*workspace.Row) []line {
	all := []line{{family: family, models: len(rows)}}
	if t.folded[family] {
		rows = rows[:1]
	}
	for _, r := range rows {
		all = append(all, line{row: r, family: family})
	}
	return all
}

// heading puts the heading of a family.
func (r *tableDrawing) heading(l line, y float32, hover bool) {
	if hover {
		r.draw.Rect(0, y, r.t.Size().Width, rowHeight, 0, theme.Color(theme.ColorNameHover))
	}
	icon := theme.MenuDropDownIcon()
	if r.t.folded[l.family] {
		icon = theme.MenuExpandIcon()
	}
	r.draw.Icon(icon, widgets.RoleMute, cellPad+4, y+3, rowHeight, 14)
	const x = cellPad + 22
	w := r.draw.Text(widgets.FamilyName(l.family), x, y+3, rowHeight, widgets.TextSize, widgets.RoleMute, bold)
	models := lang.T("%d models", l.models)
	if l.models == 1 {
		models = lang.T("1 model")
	}
	r.draw.Text(models, x+w+8, y+3, rowHeight, widgets.SmallSize, widgets.RoleMute, fyne.TextStyle{})
	r.draw.Rect(0, y+rowHeight-1, r.t.Size().Width, 1, 0, theme.Color(widgets.RoleLine))
}
