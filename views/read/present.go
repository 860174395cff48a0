package read

import "bitlens/views/widgets"

// presentedSize is the size of the text in front of a class, in dips.
const presentedSize = 30

// Present implements views.Presenter: the text is large, the light is on the
// cursor, and the pictures are away.
func (v *View) Present(on bool) {
	v.presented = on
	widgets.SetShown(v.below, !on)
	v.heat.SetSpotlight(on)
	v.size = preferredSize()
	if on {
		v.size = presentedSize
	}
	v.heat.SetTextSize(v.size)
	v.relayout()
}
