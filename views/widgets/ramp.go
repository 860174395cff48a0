package widgets

import (
	"image/color"
	"math"
)

// A Ramp turns a tint into a colour and the ink that is read on it. Each ramp starts at the background, so that what
// costs little is nearly unmarked, and has a table for light and one for dark.
type Ramp struct {
	ID        string
	Diverging bool // tints from -1 to 1; else from 0 to 1
	tables    [2]rampTable
}

type rampTable struct{ tint, ink [rampLen]color.RGBA }

const rampLen = 256

// The ramps. Amber is the house's own; cividis (Nuñez, Anderton, Renslow 2018) and viridis (Smith, van der Walt 2015) are
// even steps of matplotlib's tables, whose dark end is the dear one on light paper and whose light end on dark.
var (
	Amber = newRamp("amber", false,
		[]uint32{0xfbfaf8, 0xfdedc8, 0xfad080, 0xeea342, 0xc96c1c, 0x803808},
		[]uint32{0x14161a, 0x3a2c16, 0x704a16, 0xb07022, 0xe8a448, 0xffdea0})
	Cividis = newRamp("cividis", false,
		[]uint32{0xfbfaf8, 0xfee838, 0xe1cc55, 0xc3b369, 0xa59c74, 0x8a8678, 0x707173, 0x575d6d, 0x3b496c, 0x123570, 0x00224e},
		[]uint32{0x14161a, 0x00224e, 0x123570, 0x3b496c, 0x575d6d, 0x707173, 0x8a8678, 0xa59c74, 0xc3b369, 0xe1cc55, 0xfee838})
	Viridis = newRamp("viridis", false,
		[]uint32{0xfbfaf8, 0xfde725, 0xbddf26, 0x7ad151, 0x44bf70, 0x22a884, 0x21918c, 0x2a788e, 0x355f8d, 0x414487, 0x482475, 0x440154},
		[]uint32{0x14161a, 0x440154, 0x482475, 0x414487, 0x355f8d, 0x2a788e, 0x21918c, 0x22a884, 0x44bf70, 0x7ad151, 0xbddf26, 0xfde725})
	// Difference is for A minus B: blue where A pays less, orange where it pays more.
	Difference = newRamp("difference", true,
		[]uint32{0x1f5fa8, 0x5f94cf, 0xb5d0ea, 0xfbfaf8, 0xf8d3a2, 0xe0903c, 0xa8500c},
		[]uint32{0x8fc1f7, 0x4482c0, 0x24456a, 0x14161a, 0x583a18, 0xb06c22, 0xf6b265})
)

// Ramps returns the sequential ramps, the default first.
func Ramps() []*Ramp { return []*Ramp{Amber, Cividis, Viridis} }

func newRamp(id string, diverging bool, light, dark []uint32) *Ramp {
	return &Ramp{ID: id, Diverging: diverging, tables: [2]rampTable{tableOf(light), tableOf(dark)}}
}

// tableOf spreads anchors evenly and fills in between.
func tableOf(anchors []uint32) (t rampTable) {
	for i := range t.tint {
		x := float64(i) / (rampLen - 1) * float64(len(anchors)-1)
		k := min(int(x), len(anchors)-2)
		t.tint[i] = between(rgb(anchors[k]), rgb(anchors[k+1]), x-float64(k))
		t.ink[i] = inkOn(t.tint[i])
	}
	return t
}

// between returns the colour a part f of the way from a to b.
func between(a, b color.RGBA, f float64) color.RGBA {
	part := func(x, y uint8) uint8 { return uint8(math.Round(float64(x) + (float64(y)-float64(x))*f)) }
	return color.RGBA{R: part(a.R, b.R), G: part(a.G, b.G), B: part(a.B, b.B), A: 0xFF}
}

// At returns the colour of a tint and the ink on it, exactly black or white.
func (r *Ramp) At(tint float64, dark bool) (fill, ink color.RGBA) {
	if r.Diverging {
		tint = (tint + 1) / 2
	}
	i := int(math.Round(min(max(tint, 0), 1) * (rampLen - 1)))
	t := &r.tables[0]
	if dark {
		t = &r.tables[1]
	}
	return t.tint[i], t.ink[i]
}

// inkOn returns black or white, whichever is read better. One of them always has a contrast of 4.58 or more.
func inkOn(c color.RGBA) color.RGBA {
	black, white := rgb(0x000000), rgb(0xffffff)
	if contrast(c, black) >= contrast(c, white) {
		return black
	}
	return white
}

// contrast is WCAG's ratio, from 1 to 21.
func contrast(a, b color.RGBA) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// luminance is the light of a colour, 0 to 1.
func luminance(c color.RGBA) float64 {
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

func linear(v uint8) float64 {
	s := float64(v) / 255
	if s <= 0.04045 {
		return s / 12.92
	}
	return math.Pow((s+0.055)/1.055, 2.4)
}
