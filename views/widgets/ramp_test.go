package widgets

import "testing"

func TestInkIsReadableOnEveryTint(t *testing.T) {
	for _, r := range append(Ramps(), Difference) {
		for variant, table := range r.tables {
			for i, tint := range table.tint {
				if c := contrast(tint, table.ink[i]); c < 4.5 {
					t.Errorf("%s, variant %d: entry %d has contrast %.2f", r.ID, variant, i, c)
				}
				if ink := table.ink[i]; ink != rgb(0) && ink != rgb(0xffffff) {
					t.Errorf("%s, variant %d: entry %d has ink %v", r.ID, variant, i, ink)
				}
			}
		}
	}
}

// Colour alone tells order only if every step of a ramp is darker, or lighter, than the one before.
func TestRampsAreMonotone(t *testing.T) {
	for _, r := range Ramps() {
		for variant, table := range r.tables {
			sign := float64(2*variant - 1) // darker on light paper, lighter on dark
			for i := 1; i < rampLen; i++ {
				if step := sign * (luminance(table.tint[i]) - luminance(table.tint[i-1])); step < -2e-3 { // a colour is rounded to 8 bits
					t.Errorf("%s, variant %d: entry %d goes back by %.4f", r.ID, variant, i, -step)
				}
			}
		}
	}
}

func TestPalettesAreReadable(t *testing.T) {
	for _, p := range []Palette{lightPalette, darkPalette} {
		for name, c := range map[string]float64{
			"ink": contrast(p.Ink, p.Background), "mute": contrast(p.Mute, p.Background),
			"accent": contrast(p.Accent, p.Panel), "on accent": contrast(p.Accent, inkOn(p.Accent)),
		} {
			if c < 4.5 {
				t.Errorf("dark %v: %s has contrast %.2f", p.Dark, name, c)
			}
		}
	}
}

func TestCheapIsUntinted(t *testing.T) {
	for _, r := range Ramps() {
		for _, p := range []Palette{lightPalette, darkPalette} {
			if fill, _ := r.At(0, p.Dark); fill != p.Background {
				t.Errorf("%s starts at %v on %v", r.ID, fill, p.Background)
			}
		}
	}
}
