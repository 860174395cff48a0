package widgets

import (
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

// TimeFigure returns sizes against times as a figure to be saved.
func TimeFigure(text string, series []Series) Figure {
	f := figureOf(lang.T("Size against time: %s", text), lang.T("processor time to encode, seconds"), lang.T("size, bytes"), true, series)
	f.LogY = true
	return f
}

// StepsFigure returns the lengths of programs against their steps as a figure
// to be saved.
func StepsFigure(sequence string, series []Series) Figure {
	f := figureOf(lang.T("Programs for %s", sequence), lang.T("length, bits"), lang.T("steps"), false, series)
	f.LogY = true
	return f
}

func figureOf(title, x, y string, logX bool, series []Series) Figure {
	f := Figure{Title: title, X: x, Y: y, LogX: logX}
	for _, s := range series {
		xy := make(plotter.XYs, len(s.X))
		for i := range xy {
			xy[i] = plotter.XY{X: s.X[i], Y: s.Y[i]}
		}
		f.Lines = append(f.Lines, Line{s.Name, s.Color, s.Dots, xy})
	}
	return f
}

// Limits of the running bits a byte: the first bytes say little, and what is
// far above break-even is cut unless a model ends there.
const (
	runningFrom = 10  // bytes
	runningTop  = 8.5 // bits a byte
)

// runningLimit returns the top of the axis.
func runningLimit(series []Series) float64 {
	top := runningTop
	for _, s := range series {
		if n := len(s.Y); n > 0 {
			top = max(top, 1.2*s.Y[n-1])
		}
	}
	return top
}

// RunningChart returns the running bits a byte over a text of n bytes, on a
// logarithmic axis.
func RunningChart(title string, n int, series []Series) Chart {
	return Chart{
		Title:  title,
		X:      Axis{Log: true, Min: float64(max(1, min(runningFrom, n/2))), Max: float64(max(n, 2))},
		Y:      Axis{Max: runningLimit(series)},
		Series: series,
	}
}
