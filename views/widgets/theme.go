package widgets

import (
	"image/color"

	"bitlens/assets/fonts"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// An Appearance is light, dark, or what the system has.
type Appearance string

// The appearances, by the names that preferences keep.
const (
	System Appearance = "system"
	Light  Appearance = "light"
	Dark   Appearance = "dark"
)

// A Theme is the house's look. To change the appearance at run time, set another Theme.
type Theme struct{ appearance Appearance }

var _ fyne.Theme = (*Theme)(nil)

// NewTheme returns the theme of an appearance.
func NewTheme(a Appearance) *Theme { return &Theme{a} }

// variant returns the variant to show when the system wants v.
func (t *Theme) variant(v fyne.ThemeVariant) fyne.ThemeVariant {
	switch t.appearance {
	case Light:
		return theme.VariantLight
	case Dark:
		return theme.VariantDark
	}
	return v
}

// Color returns the colour of a name.
func (t *Theme) Color(name fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	v = t.variant(v)
	if c, ok := paletteOf(v).named(name); ok {
		return c
	}
	return theme.DefaultTheme().Color(name, v)
}

// named returns the colour that Fyne's widgets ask for by name.
func (p Palette) named(name fyne.ThemeColorName) (color.Color, bool) {
	switch name {
	case theme.ColorNameBackground, theme.ColorNameHeaderBackground:
		return p.Background, true
	case theme.ColorNameButton, theme.ColorNameInputBackground, theme.ColorNameMenuBackground,
		theme.ColorNameOverlayBackground:
		return p.Panel, true
	case theme.ColorNameSeparator:
		return p.Line, true
	case theme.ColorNameInputBorder: // also the frame of a check box, which Line would hide
		return between(p.Line, p.Mute, 0.4), true
	case theme.ColorNameForeground:
		return p.Ink, true
	case theme.ColorNamePlaceHolder, theme.ColorNameDisabled:
		return p.Mute, true
	case theme.ColorNamePrimary, theme.ColorNameHyperlink:
		return p.Accent, true
	case theme.ColorNameForegroundOnPrimary:
		return inkOn(p.Accent), true
	case theme.ColorNameDisabledButton:
		return p.Line, true
	}
	return p.shade(name)
}

// shade returns the translucent colours of states.
func (p Palette) shade(name fyne.ThemeColorName) (color.Color, bool) {
	switch name {
	case theme.ColorNameHover:
		return veil(p.Ink, 0x10), true
	case theme.ColorNamePressed:
		return veil(p.Ink, 0x20), true
	case theme.ColorNameFocus:
		return veil(p.Accent, 0x50), true
	case theme.ColorNameSelection:
		return veil(p.Accent, selectionAlpha), true
	case theme.ColorNameScrollBar:
		return veil(p.Mute, 0x80), true
	case theme.ColorNameScrollBarBackground:
		return color.Transparent, true
	}
	return nil, false
}

var (
	sans     = fyne.NewStaticResource("BitlensSans.otf", fonts.Sans)
	sansBold = fyne.NewStaticResource("BitlensSansBold.otf", fonts.SansBold)
	mono     = fyne.NewStaticResource("BitlensMono.otf", fonts.Mono)
)

// Font returns the face of a style. There is no italic in Han type.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	switch {
	case style.Symbol:
		return theme.DefaultSymbolFont()
	case style.Monospace:
		return mono
	case style.Bold:
		return sansBold
	}
	return sans
}

// Icon returns Fyne's icons.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(name) }

// Size returns lengths in dips.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case theme.SizeNameText:
		return 13
	case theme.SizeNameCaptionText:
		return 11
	case theme.SizeNameSubHeadingText:
		return 15
	case theme.SizeNameHeadingText:
		return 34
	case theme.SizeNameInnerPadding:
		return 7
	case theme.SizeNameInlineIcon:
		return 18
	case theme.SizeNameInputRadius, theme.SizeNameSelectionRadius:
		return 4
	}
	return theme.DefaultTheme().Size(name)
}
