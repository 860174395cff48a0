package widgets

import (
	"image/color"

	"bitlens/views/widgets/typeset"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// SetSpotlight dims all rows but those of the unit at the caret.
func (h *HeatText) SetSpotlight(on bool) {
	h.spotlit = on
	h.overlay()
}

// A spotlight is the two sheets that dim what lies above and below.
type spotlight [2]*canvas.Rectangle

func newSpotlight() spotlight {
	return spotlight{canvas.NewRectangle(color.Transparent), canvas.NewRectangle(color.Transparent)}
}

// dimmed is how much of what is not in the light is taken away, of 255.
const dimmed = 0xA8

// placeSpot leaves the rows of the unit at the caret in the light; if they are
// not on screen nothing is dimmed.
func (r *heatRenderer) placeSpot(v *view, p Palette) {
	if !r.h.spotlit {
		show(r.spot[0], false)
		show(r.spot[1], false)
		return
	}
	lo, hi := r.h.unit(r.h.caret.at)
	top, bottom, ok := float32(0), float32(0), false
	v.eachRow(func(row typeset.Place, y int) {
		if lo >= row.Hi() || hi <= row.Lo() {
			return
		}
		if !ok {
			top, ok = v.dips(y), true
		}
		bottom = v.dips(y + v.rowHeight())
	})
	for i, s := range r.spot {
		if i == 0 {
			s.Move(fyne.Position{})
			s.Resize(fyne.NewSize(v.size.Width, top))
		} else {
			s.Move(fyne.NewPos(0, bottom))
			s.Resize(fyne.NewSize(v.size.Width, max(v.size.Height-bottom, 0)))
		}
		fill(s, veil(p.Background, dimmed))
		show(s, ok)
	}
}
