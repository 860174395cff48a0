package read

import (
	"bitlens/assets/lang"
	"bitlens/views"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Sizes of the text in dips.
const (
	textSize     = 16
	smallestText = 8
	largestText  = 64
	textStep     = 2
)

// zoom changes the size of the text by steps; 0 brings it back.
func (v *View) zoom(steps int) {
	if steps == 0 {
		v.size = textSize
	}
	v.size = min(max(v.size+textStep*float32(steps), smallestText), largestText)
	v.heat.SetTextSize(v.size)
}

func (v *View) zoomKeys() []views.Key {
	ctrl := func(k fyne.KeyName) fyne.Shortcut {
		return &desktop.CustomShortcut{KeyName: k, Modifier: fyne.KeyModifierShortcutDefault}
	}
	return []views.Key{
		{Shortcut: ctrl(fyne.KeyEqual), What: lang.T("larger text"), Do: func() { v.zoom(1) }},
		{Shortcut: ctrl(fyne.KeyMinus), What: lang.T("smaller text"), Do: func() { v.zoom(-1) }},
		{Shortcut: ctrl(fyne.Key0), What: lang.T("text of the usual size"), Do: func() { v.zoom(0) }},
	}
}
