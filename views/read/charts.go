package read

import (
	"io"
	"slices"
	"strings"

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
	unit      string // its name
	histogram *widgets.Histogram
	line      *widgets.LineChart
}

// Sizes of the charts, in device-independent pixels.
const (
	chartsHeight   = 150
	histogramWidth = 264
)

func newCharts(w *workspace.Workspace) *charts {
	c := &charts{w: w, histogram: widgets.NewHistogram(), line: widgets.NewLineChart()}
	c.line.OnTap = func(x float64) { w.SetCursor(int(x)) }
	left := widgets.AtLeast(histogramWidth, chartsHeight, widgets.Padded(14, 6, c.histogram))
	c.content = widgets.Dock(nil, nil, left, nil, widgets.Padded(14, 6, c.line))
	return c
}

// setUnit names the unit whose surprise is counted.
func (c *charts) setUnit(name string) { c.unit = name }

// histogramBins is how many bars the histogram has.
const histogramBins = 36

// setStats shows what units cost. The mark is what the average unit costs
// unpredicted.
func (c *charts) setStats(s stats, shade *shading) {
	top := s.top()
	size := max(s.size(), 1)
	c.histogram.SetBins(widgets.Bins{
		Title:     lang.T("SURPRISE PER %s, IN BITS", strings.ToUpper(c.unit)),
		Width:     top / histogramBins,
		Counts:    s.bins(histogramBins, top),
		Tint:      func(bits float64) float64 { return shade.tintOf(bits / size) },
		Mark:      breakEven * size,
		MarkLabel: lang.T("%s = unpredicted", widgets.Fixed(breakEven*size, 0)),
	})
}

// refresh draws the curves anew: the reading's, and those of the race that are
// few enough to tell apart.
func (c *charts) refresh() {
	mine := c.w.Model()
	series := []widgets.Series{seriesOf(mine.ID, c.w.Reading().Trace().Curve())}
	series[0].Color = widgets.ModelColor(mine)
	for _, row := range c.w.Race().Rows {
		if row.Entry.ID != mine.ID && row.State == workspace.Finished && slices.Contains(companions, row.Entry.ID) {
			s := seriesOf(row.Entry.ID, &row.Curve)
			s.Color = widgets.ModelColor(row.Entry)
			series = append(series, s)
		}
	}
	c.line.SetChart(widgets.RunningChart(lang.T("RUNNING BITS PER BYTE"), c.w.Text().Len(), series))
}

// companions are the models of the race that the reading is shown beside: one
// of each kind.
var companions = []string{"cm", "ppm", "kneser-ney", "order3", "order1", "gzip", "bzip2"}

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
		return widgets.RunningFigure(c.w.Document().Name, c.line.Chart().Series)
	}
	return []views.Export{
		{What: "Running bits per byte", Ext: ".png", Write: func(w io.Writer) error { return figure().WritePNG(w) }},
		{What: "Running bits per byte", Ext: ".svg", Write: func(w io.Writer) error { return figure().WriteSVG(w) }},
	}
}
