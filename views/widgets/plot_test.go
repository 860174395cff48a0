package widgets

import (
	"bytes"
	"image/color"
	"image/png"
	"strings"
	"testing"

	"gonum.org/v1/plot/plotter"
)

func TestFigureIsSaved(t *testing.T) {
	f := Figure{Title: "累计", X: "byte", Y: "bits/byte", LogX: true, Lines: []Line{
		{Name: "cm", Color: color.Black, XY: plotter.XYs{{X: 1, Y: 8}, {X: 1000, Y: 2}}},
		{Name: "none"},
	}}
	var out bytes.Buffer
	if err := f.WritePNG(&out); err != nil {
		t.Fatal(err)
	}
	if _, err := png.Decode(&out); err != nil {
		t.Fatal(err)
	}
	out.Reset()
	if err := f.WriteSVG(&out); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"累计", "bits/byte", "cm"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("the drawing lacks %q", want)
		}
	}
}
