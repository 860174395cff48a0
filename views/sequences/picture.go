package sequences

import (
	"cmp"
	"image/color"
	"math"
	"slices"

	"bitlens/assets/lang"
	"bitlens/engine/induction"
	"bitlens/engine/induction/judge"
	"bitlens/views/widgets"
	"bitlens/views/workspace"
)

// A picture shows the length of each program against its steps, and the line
// on which the best of both, the least Kt, lies.
type picture struct {
	chart *widgets.LineChart
	dots  []*induction.Program // of the series; nil for what is no program
}

func newPicture() *picture {
	p := &picture{chart: widgets.NewLineChart()}
	p.chart.Describe = p.describe
	return p
}

func (p *picture) show(e *workspace.Explaining, g groups) {
	programs := e.Found.Programs
	p.dots = nil
	var series []widgets.Series
	if line, ok := frontier(e); ok {
		series, p.dots = append(series, line), append(p.dots, nil)
	}
	named := map[string]bool{}
	for _, x := range programs[:min(len(programs), mostDots)] {
		name := g.spell(x.Next(1), brief)
		series = append(series, widgets.Series{Name: name, Color: g.color(x.Next(1)), Dots: true, Label: name != "" && !named[name],
			X: []float64{float64(x.Length())}, Y: []float64{float64(max(x.Steps(), 1))}})
		p.dots, named[name] = append(p.dots, x), true
	}
	if e.Found.Literal > 0 {
		series = append(series, widgets.Series{Name: lang.T("literal"), Color: color.RGBA(widgets.CurrentPalette().Mute), Dots: true, Label: true,
			X: []float64{float64(e.Found.Literal)}, Y: []float64{float64(max(len(e.Found.Terms), 1))}})
		p.dots = append(p.dots, nil)
	}
	p.chart.SetChart(widgets.Chart{X: bitsAxis(e), Y: stepsAxis(e), Series: series})
}

// bitsAxis holds the lengths of all programs.
func bitsAxis(e *workspace.Explaining) widgets.Axis {
	lo, hi := float64(e.Found.Bound()), float64(e.Found.Literal)
	for _, x := range e.Found.Programs {
		lo, hi = min(lo, float64(x.Length())), max(hi, float64(x.Length()))
	}
	return widgets.Axis{Min: max(0, lo-3), Max: hi + 4, Label: func(v float64) string { return lang.T("%s bits", widgets.Short(v)) }}
}

// stepsAxis holds the steps of all programs.
func stepsAxis(e *workspace.Explaining) widgets.Axis {
	lo, hi := float64(max(len(e.Found.Terms), 1)), float64(max(len(e.Found.Terms), 1))
	for _, x := range e.Found.Programs {
		steps := float64(max(x.Steps(), 1))
		lo, hi = min(lo, steps), max(hi, steps)
	}
	return widgets.Axis{Log: true, Min: lo / 2, Max: hi * 2}
}

// frontier is the line of the least Kt: where a bit of length is worth as much
// as a doubling of steps.
func frontier(e *workspace.Explaining) (line widgets.Series, ok bool) {
	programs := e.Found.Programs
	if len(programs) == 0 {
		return line, false
	}
	least := slices.MinFunc(programs, func(a, b *induction.Program) int {
		return cmp.Compare(judge.Kt(a), judge.Kt(b))
	})
	best := judge.Kt(least)
	line = widgets.Series{Color: widgets.CurrentPalette().Accent, Dash: true}
	x, y := bitsAxis(e), stepsAxis(e)
	from, to := max(x.Min, best-math.Log2(y.Max)), min(x.Max, best-math.Log2(y.Min))
	for i := range 2 {
		bits := from + float64(i)*(to-from)
		line.X, line.Y = append(line.X, bits), append(line.Y, math.Exp2(best-bits))
	}
	return line, to > from
}

// mostDots is how many programs the picture shows.
const mostDots = 200

// describe says what a dot is.
func (p *picture) describe(at widgets.Pick) []string {
	if at.Series >= len(p.dots) || p.dots[at.Series] == nil {
		return nil
	}
	x := p.dots[at.Series]
	return []string{wordsOf(x),
		lang.T("%d bits, %s steps, Kt %s", x.Length(), widgets.Count(x.Steps()), widgets.Fixed(judge.Kt(x), 1))}
}
