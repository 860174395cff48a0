package widgets

import (
	"strings"

	"bitlens/assets/lang"

	"gonum.org/v1/plot/plotter"
)

// RunningFigure returns the running bits a byte of several models as a figure
// to be saved.
func RunningFigure(text string, series []Series) Figure {
	return figureOf(lang.T("Running bits per byte: %s", text), lang.T("position, bytes"), lang.T("bits/byte"), true, series)
}

// SizeFigure returns the growing sizes of several models as a figure to be
// saved.
func SizeFigure(text string, series []Series) Figure {
	return figureOf(lang.T("Compressed size: %s", text), lang.T("position, bytes"), lang.T("size, bytes"), false, series)
}

func figureOf(title, x, y string, logX bool, series []Series) Figure {
	f := Figure{Title: title, X: x, Y: y, LogX: logX}
	for _, s := range series {
		xy := make(plotter.XYs, len(s.X))
		for i := range xy {
			xy[i] = plotter.XY{X: s.X[i], Y: s.Y[i]}
		}
		f.Lines = append(f.Lines, Line{s.Name, s.Color, xy})
	}
	return f
}

// Capitals writes a heading's word in capitals, where its script has them.
func Capitals(s string) string { return strings.ToUpper(s) }
