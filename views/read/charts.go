package read

import (
	"io"

	"bitlens/assets/lang"
	"bitlens/engine/measure"
	"bitlens/views"
	"bitlens/views/widgets"
	"bitlens/views/workspace"

	"fyne.io/fyne/v2"
)

// A charts is what stands under the text: the histogram of surprise, which is
// also the legend of the tints, and the running bits a byte.
type charts struct {
	w         *workspace.Workspace
	content   fyne.CanvasObject
	heading   *widgets.Label
	histogram *widgets.Histogram
	line      *widgets.LineChart
}

// Sizes of the charts, in device-independent pixels.
const (
	chartsHeight   = 150
	histogramWidth = 250
)

func newCharts(w *workspace.Workspace) *charts {
	c := &charts{w: w, histogram: widgets.NewHistogram(), line: widgets.NewLineChart()}
	c.heading = heading("")
	c.line.OnTap = func(x float64) { w.SetCursor(int(x)) }
	left := widgets.AtLeast(histogramWidth, chartsHeight,
		widgets.Padded(14, 6, widgets.Dock(c.heading, nil, nil, nil, c.histogram)))
	right := widgets.Padded(14, 6, widgets.Dock(heading(lang.T("RUNNING BITS PER BYTE, BY POSITION")), nil, nil, nil, c.line))
	c.content = widgets.Dock(nil, nil, left, nil, right)
	return c
}

// heading returns a small heading in capitals.
func heading(text string) *widgets.Label {
	return widgets.NewStyled(text, widgets.RoleMute, widgets.HeadingSize, fyne.TextStyle{Bold: true})
}

// setUnit names the unit whose surprise is counted.
func (c *charts) setUnit(name string) {
	c.heading.SetText(lang.T("SURPRISE PER %s, IN BITS", widgets.Capitals(name)))
}

// histogramBins is how many bars the histogram has.
const histogramBins = 36

// setStats shows what units cost.
func (c *charts) setStats(s stats, shade *shading) {
	top := s.top()
	size := max(s.size(), 1)
	c.histogram.Set(s.bins(histogramBins, top), top, breakEven*size, func(bits float64) float64 {
		return shade.tintOf(bits / size)
	})
}

// refresh draws the curves anew: the reading's, and those of the race.
func (c *charts) refresh() {
	series := []widgets.Series{seriesOf(c.w.Model().ID, c.w.Reading().Trace().Curve())}
	series[0].Color = widgets.ModelColor(c.w.Model())
	for _, row := range c.w.Race().Rows {
		if row.Entry.ID != c.w.Model().ID && row.State == workspace.Finished {
			s := seriesOf(row.Entry.ID, &row.Curve)
			s.Color = widgets.ModelColor(row.Entry)
			series = append(series, s)
		}
	}
	c.line.SetSeries(series)
}

// seriesOf returns the running bits a byte of a curve.
func seriesOf(name string, curve *measure.Curve) widgets.Series {
	s := widgets.Series{Name: name}
	curve.Points(func(n int, bits float64) {
		s.X, s.Y = append(s.X, float64(n)), append(s.Y, bits/float64(n))
	})
	return s
}

func (c *charts) setCursor(at int) { c.line.SetCursor(float64(at)) }

// exports offers the curves as a picture.
func (c *charts) exports() []views.Export {
	figure := func() widgets.Figure {
		return widgets.RunningFigure(c.w.Document().Name, c.line.Series())
	}
	return []views.Export{
		{What: "Running bits per byte", Ext: ".png", Write: func(w io.Writer) error { return figure().WritePNG(w) }},
		{What: "Running bits per byte", Ext: ".svg", Write: func(w io.Writer) error { return figure().WriteSVG(w) }},
	}
}
