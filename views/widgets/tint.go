package widgets

import "image/color"

// CurrentTint returns the colour of a tint in the default ramp, and the ink on
// it, in the appearance of now.
func CurrentTint(tint float64) (fill, ink color.RGBA) {
	return Amber.At(tint, CurrentPalette().Dark)
}
