package read

import (
	"bitlens/assets/lang"
	"bitlens/views/widgets"
)

// makeMinimap makes the column beside the text.
func (v *View) makeMinimap() {
	v.minimap = widgets.NewMinimap()
	v.minimap.OnGo = func(part float64) {
		v.heat.ScrollTo(int(part * float64(v.w.Text().Len())))
	}
	v.minimap.SetTip(func() []string {
		return []string{lang.T("The whole text: the dearer a stretch, the wider and darker"), lang.T("Click or drag to go there")}
	})
}

// showMinimap draws what the digest has found, against the dearest stretch: of
// stretches this long none is near break-even.
func (v *View) showMinimap() {
	top := 1.0 // bits/byte
	for _, rate := range v.digest.whole {
		if rate > top { // false for NaN
			top = rate
		}
	}
	tints := make([]float64, len(v.digest.whole))
	for i, rate := range v.digest.whole {
		tints[i] = rate / top
	}
	v.minimap.SetTints(tints, widgets.CurrentRamp())
}

// lookAt follows what is on screen.
func (v *View) lookAt(lo, hi int) {
	v.w.LookAt(lo, hi)
	n := float64(max(v.w.Text().Len(), 1))
	v.minimap.SetView(float64(lo)/n, float64(hi)/n)
}

// takeOut makes the brushed bytes a text of their own.
func (v *View) takeOut() {
	lo, hi := v.w.Brush()
	if lo == hi {
		v.w.Tell(lang.T("Select a part of the text first."))
		return
	}
	v.w.OpenBytes(lang.T("part of %s", v.w.Document().Name), v.w.Text().Slice(lo, hi))
}
