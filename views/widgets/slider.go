package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// OnPanel returns a slider as it is seen on a panel: the toolkit draws its
// track in the panel's own colour.
func OnPanel(s *widget.Slider) fyne.CanvasObject {
	return container.NewThemeOverride(s, trackTheme{fyne.CurrentApp().Settings().Theme()})
}

type trackTheme struct{ fyne.Theme }

// Color returns the theme's, and the colour of lines for the track.
func (t trackTheme) Color(name fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	if name == theme.ColorNameInputBackground {
		name = RoleLine
	}
	return t.Theme.Color(name, v)
}
