package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
)

// rampPreference keeps which ramp a person has chosen.
const rampPreference = "ramp"

// CurrentRamp returns the ramp that a person has chosen, else the default.
func CurrentRamp() *Ramp {
	id := fyne.CurrentApp().Preferences().String(rampPreference)
	for _, r := range Ramps() {
		if r.ID == id {
			return r
		}
	}
	return Amber
}

// ChooseRamp makes a ramp the current one, and remembers it.
func ChooseRamp(r *Ramp) { fyne.CurrentApp().Preferences().SetString(rampPreference, r.ID) }

// CurrentTint returns the colour of a tint, and the ink on it, in the appearance
// of now: in the current ramp, or below 0 in that of differences.
func CurrentTint(tint float64) (fill, ink color.RGBA) {
	ramp := CurrentRamp()
	if tint < 0 {
		ramp = Difference
	}
	return ramp.At(tint, CurrentPalette().Dark)
}
