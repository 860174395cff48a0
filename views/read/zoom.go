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
	v.setSize(v.size + textStep*float32(steps))
}

// setSize sets the size of the text, and remembers it, but for that in front of
// a class.
func (v *View) setSize(dips float32) {
	v.size = fit(dips)
	v.heat.SetTextSize(v.size)
	if !v.presented {
		fyne.CurrentApp().Preferences().SetFloat(sizePreference, float64(v.size))
	}
}

// fit cuts a size to what can be read and drawn.
func fit(dips float32) float32 { return min(max(dips, smallestText), largestText) }

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
