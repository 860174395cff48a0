package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// A Palette is the colours of one appearance, all opaque.
type Palette struct {
	Dark                    bool
	Background, Panel, Line color.RGBA
	Ink, Mute, Accent       color.RGBA
}

var (
	lightPalette = Palette{
		Background: rgb(0xfbfaf8), Panel: rgb(0xffffff), Line: rgb(0xe3e0da),
		Ink: rgb(0x1d1f23), Mute: rgb(0x6b7078), Accent: rgb(0x1f5fa8),
	}
	darkPalette = Palette{
		Dark:       true,
		Background: rgb(0x14161a), Panel: rgb(0x1b1e23), Line: rgb(0x2c3037),
		Ink: rgb(0xe7e5e0), Mute: rgb(0x969ba4), Accent: rgb(0x7db4f0),
	}
)

// CurrentPalette returns the colours that the window shows now.
func CurrentPalette() Palette {
	settings := fyne.CurrentApp().Settings()
	variant := settings.ThemeVariant()
	if t, ok := settings.Theme().(*Theme); ok {
		variant = t.variant(variant)
	}
	return paletteOf(variant)
}

// Palettes returns the colours of both appearances.
func Palettes() (light, dark Palette) { return lightPalette, darkPalette }

func paletteOf(v fyne.ThemeVariant) Palette {
	if v == theme.VariantDark {
		return darkPalette
	}
	return lightPalette
}

// rgb returns the opaque colour of a hexadecimal number.
func rgb(hex uint32) color.RGBA {
	return color.RGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xFF}
}

// veil returns a colour that lets through what is below, alpha of 255 being opaque.
func veil(c color.RGBA, alpha uint8) color.NRGBA {
	return color.NRGBA{R: c.R, G: c.G, B: c.B, A: alpha}
}
