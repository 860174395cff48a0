package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

func TestAppearanceDecidesTheVariant(t *testing.T) {
	for _, c := range []struct {
		look   Appearance
		system fyne.ThemeVariant
		dark   bool
	}{
		{Light, theme.VariantDark, false}, {Dark, theme.VariantLight, true},
		{System, theme.VariantDark, true}, {System, theme.VariantLight, false},
	} {
		background := NewTheme(c.look).Color(theme.ColorNameBackground, c.system)
		want := lightPalette.Background
		if c.dark {
			want = darkPalette.Background
		}
		if background != want {
			t.Errorf("%s on a system of variant %d has background %v, expected %v", c.look, c.system, background, want)
		}
	}
}

func TestPaletteFollowsTheTheme(t *testing.T) {
	for _, look := range []Appearance{Dark, Light} {
		fyne.CurrentApp().Settings().SetTheme(NewTheme(look))
		if p := CurrentPalette(); p.Dark != (look == Dark) {
			t.Errorf("%s shows a palette that is dark: %v", look, p.Dark)
		}
	}
}

// A face without U+0020 or Latin shows boxes in Fyne.
func TestEveryStyleHasAFace(t *testing.T) {
	for _, style := range []fyne.TextStyle{{}, {Bold: true}, {Italic: true}, {Monospace: true}, {Symbol: true}} {
		if f := NewTheme(Light).Font(style); f == nil || len(f.Content()) == 0 {
			t.Errorf("%+v has none", style)
		}
	}
}
