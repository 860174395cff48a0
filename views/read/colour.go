package read

import (
	"bitlens/assets/lang"
	"bitlens/views/widgets"

	"fyne.io/fyne/v2"
)

// gammas are the powers that a tint may be raised to: below 1 what is cheap is
// brought out, above it only what is dear.
var gammas = []float64{0.5, 0.7, 1, 1.5, 2.2}

func gammaNames() []string {
	return []string{lang.T("much more colour"), lang.T("more colour"), lang.T("even steps"), lang.T("less colour"), lang.T("only the dearest")}
}

// rampNames are what the ramps are called, in the order of widgets.Ramps.
func rampNames() []string { return []string{lang.T("amber"), lang.T("cividis"), lang.T("viridis")} }

// gammaPreference keeps the power.
const gammaPreference = "gamma"

// colours is the menu of how numbers become colours.
func (v *View) colours() *fyne.Menu {
	automatic := fyne.NewMenuItem(lang.T("Automatic range (double click)"), v.automatic)
	automatic.Disabled = v.shade.held[0] == v.shade.held[1]
	m := fyne.NewMenu("", automatic, fyne.NewMenuItemSeparator())
	for i, r := range widgets.Ramps() {
		item := fyne.NewMenuItem(rampNames()[i], func() { widgets.ChooseRamp(r); v.recolour() })
		item.Checked = r == widgets.CurrentRamp()
		m.Items = append(m.Items, item)
	}
	m.Items = append(m.Items, fyne.NewMenuItemSeparator())
	for i, g := range gammas {
		item := fyne.NewMenuItem(gammaNames()[i], func() { v.setGamma(g) })
		item.Checked = g == v.shade.gamma
		m.Items = append(m.Items, item)
	}
	return m
}

func (v *View) setGamma(g float64) {
	v.shade.gamma = g
	fyne.CurrentApp().Preferences().SetFloat(gammaPreference, g)
	v.recolour()
}

// drag puts the ramp between two levels of the average unit.
func (v *View) drag(lo, hi float64) {
	v.shade.held = [2]float64{lo / v.charts.size, hi / v.charts.size}
	v.recolour()
}

// automatic lets the ramp follow the text again.
func (v *View) automatic() {
	v.shade.held = [2]float64{}
	v.recolour()
}

// recolour shows the same numbers in the colours of now.
func (v *View) recolour() {
	v.heat.SetRamp(v.shade.ramp())
	if v.digest.stats.scale.title == v.shade.scale().title { // else those of the measure of now are to come
		v.charts.setStats(v.digest.stats, v.shade)
	}
	v.showDetail()
}
