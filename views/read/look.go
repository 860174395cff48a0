package read

import (
	"math"
	"net/url"
	"strconv"
	"strings"

	"bitlens/engine/text"
	"bitlens/views/widgets"
	"bitlens/views/workspace"

	"fyne.io/fyne/v2"
)

// What a person chooses is remembered: ramp, gamma and the size of the text for
// this screen, model and unit for the next start.
const (
	modelPreference = "model"
	unitPreference  = "unit"
	sizePreference  = "textSize"
)

// Prefer has a workspace begin with the model and the unit that were chosen
// last; what is not there any more leaves those that it has.
func Prefer(w *workspace.Workspace) {
	p := fyne.CurrentApp().Preferences()
	if id := p.String(modelPreference); id != "" {
		_ = w.SetModel(id)
	}
	if u, err := text.ParseUnit(p.String(unitPreference)); err == nil {
		w.SetUnit(u)
	}
}

// chooseModel reads with another model, and remembers it.
func (v *View) chooseModel(id string) error {
	err := v.w.SetModel(id)
	if err == nil {
		fyne.CurrentApp().Preferences().SetString(modelPreference, v.w.Model().ID)
	}
	return err
}

// chooseUnit tints by another unit, and remembers it.
func (v *View) chooseUnit(u text.Unit) {
	v.w.SetUnit(u)
	fyne.CurrentApp().Preferences().SetString(unitPreference, u.Name())
}

// preferredSize is the size of the text that was chosen last, dips.
func preferredSize() float32 {
	return fit(float32(fyne.CurrentApp().Preferences().FloatWithFallback(sizePreference, textSize)))
}

// Look implements views.Framed: the ramp with its range and gamma, and the size
// of the text.
func (v *View) Look() url.Values {
	held := ""
	if h := v.shade.held; h[0] != h[1] {
		held = number(h[0]) + ":" + number(h[1])
	}
	return url.Values{
		"ramp":  {widgets.CurrentRamp().ID},
		"gamma": {number(v.shade.gamma)},
		"range": {held}, // none for one that follows the text
		"size":  {number(float64(preferredSize()))},
	}
}

func number(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }

// SetLook implements views.Framed.
func (v *View) SetLook(values url.Values) {
	for _, r := range widgets.Ramps() {
		if r.ID == values.Get("ramp") {
			widgets.ChooseRamp(r)
		}
	}
	if g, err := strconv.ParseFloat(values.Get("gamma"), 64); err == nil && g >= 0.1 && g <= 10 {
		v.setGamma(g)
	}
	if values.Has("range") {
		v.shade.held = rangeOf(values.Get("range"))
	}
	if s, err := strconv.ParseFloat(values.Get("size"), 32); err == nil && s > 0 {
		v.setSize(float32(s))
	}
	v.recolour()
}

// rangeOf reads the two ends of a ramp; what is none follows the text.
func rangeOf(s string) [2]float64 {
	first, last, _ := strings.Cut(s, ":")
	lo, errLo := strconv.ParseFloat(first, 64)
	hi, errHi := strconv.ParseFloat(last, 64)
	if errLo != nil || errHi != nil || !(lo < hi) || math.IsInf(hi-lo, 0) {
		return [2]float64{}
	}
	return [2]float64{lo, hi}
}

// place brings the cursor of the workspace into view, and selects what is
// brushed beside it.
func (v *View) place() {
	at := v.w.Cursor()
	v.heat.SetCursor(at)
	switch lo, hi := v.w.Brush(); {
	case lo == hi:
	case at == hi:
		v.heat.Select(lo, hi)
	case at == lo:
		v.heat.Select(hi, lo)
	}
}
