package read

import "bitlens/views/widgets"

// In front of a class the text has presentedSize, in dips, and the detail is
// larger by presentedZoom.
const (
	presentedSize = 30
	presentedZoom = 1.5
)

// Present implements views.Presenter: the text is large, the light is on the
// cursor, and the pictures are away.
func (v *View) Present(on bool) {
	v.presented = on
	widgets.SetShown(v.below, !on)
	v.heat.SetSpotlight(on)
	v.size = preferredSize()
	v.detail.setZoom(1)
	if on {
		v.size = presentedSize
		v.detail.setZoom(presentedZoom)
	}
	v.heat.SetTextSize(v.size)
	v.relayout()
}
