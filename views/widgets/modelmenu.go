package widgets

import (
	"slices"

	"bitlens/assets/lang"
	"bitlens/engine/zoo"

	"fyne.io/fyne/v2"
)

// ModelMenu returns a menu of all models, a family a submenu, that calls
// choose with an id.
func ModelMenu(chosen string, choose func(id string)) *fyne.Menu {
	families := slices.Clone(familyOrder)
	items := map[string][]*fyne.MenuItem{}
	for _, e := range zoo.All() {
		if !slices.Contains(families, e.Family) {
			families = append(families, e.Family)
		}
		item := fyne.NewMenuItem(e.ID, func() { choose(e.ID) })
		item.Checked = e.ID == chosen
		items[e.Family] = append(items[e.Family], item)
	}
	menu := fyne.NewMenu("")
	for _, f := range families {
		if len(items[f]) == 0 {
			continue
		}
		if len(items[f]) == 1 {
			menu.Items = append(menu.Items, items[f][0])
			continue
		}
		parent := fyne.NewMenuItem(FamilyName(f), nil)
		parent.ChildMenu = fyne.NewMenu("", items[f]...)
		menu.Items = append(menu.Items, parent)
	}
	return menu
}

// familyOrder is the order of the menu: from what a teacher starts with to what
// others wrote. A family that it lacks comes last.
var familyOrder = []string{"ngram", "ppm", "ctw", "mixing", "neural", "ensemble", "codec"}

// FamilyName returns what a family is called in the current language.
func FamilyName(family string) string {
	switch family {
	case "ngram":
		return lang.T("counts")
	case "ppm":
		return lang.T("PPM")
	case "ctw":
		return lang.T("context-tree weighting")
	case "mixing":
		return lang.T("context mixing")
	case "neural":
		return lang.T("neural networks")
	case "ensemble":
		return lang.T("ensembles")
	case "codec":
		return lang.T("compressors")
	}
	return family
}
