package read

import (
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"bitlens/assets/lang"
	"bitlens/engine/measure"
	"bitlens/views"
	"bitlens/views/widgets"
	"bitlens/views/workspace"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// A charts is what stands under the text: the histogram of surprise, which is
// also the legend of the tints, and the running bits a byte.
type charts struct {
	w         *workspace.Workspace
	content   fyne.CanvasObject
	unit      string  // its name
	size      float64 // bytes of the average unit, where the axis goes by them
	histogram *widgets.Histogram
	colours   *widgets.Chip // a menu of how it becomes colours
	line      *widgets.LineChart
	profile   *profile
}

// Sizes of the charts, in device-independent pixels.
const (
	chartsHeight   = 150
	histogramWidth = 284
)

func newCharts(w *workspace.Workspace, d *digest, menu func() *fyne.Menu) *charts {
	c := &charts{w: w, profile: newProfile(w, d), histogram: widgets.NewHistogram(), line: widgets.NewLineChart()}
	c.line.OnTap = func(x float64) { w.SetCursor(int(x)) }
	c.colours = widgets.NewMenuChip("", menu).Slim()
	c.colours.SetIcon(theme.ColorPaletteIcon())
	corner := widgets.Dock(widgets.Dock(nil, nil, nil, c.colours, nil), nil, nil, nil, nil)
	legend := container.NewStack(widgets.Padded(14, 6, c.histogram), widgets.Padded(8, 4, corner))
	left := widgets.AtLeast(histogramWidth, chartsHeight, legend)
	c.content = widgets.Dock(nil, nil, left, nil, container.NewGridWithColumns(2,
		widgets.Padded(10, 6, c.profile.chart), widgets.Padded(10, 6, c.line)))
	return c
}

// setUnit names the unit whose surprise is counted.
func (c *charts) setUnit(name string) { c.unit = name }

// histogramBins is how many bars the histogram has.
const histogramBins = 36

// setStats shows how often units measure what. The mark is what the average
// unit costs unpredicted, or the middle.
func (c *charts) setStats(s stats, shade *shading) {
	if now := shade.scale(); s.scale.title != now.title {
		s = stats{scale: *now} // the figures are of another measure, or not there yet
	}
	from, top := s.limits()
	sc, size := s.scale, s.size()
	title := fmt.Sprintf(sc.title, strings.ToUpper(c.unit))
	if lo, hi := c.w.Brush(); lo < hi {
		title = lang.T("SELECTED: %s", title)
	}
	bins := widgets.Bins{
		Title: title,
		From:  from, Width: (top - from) / histogramBins,
		Counts: s.bins(histogramBins, from, top),
		Tint:   func(x float64) float64 { return shade.tintOf(x / size) },
		Ramp:   shade.ramp(),
		Label:  sc.label,
	}
	if !math.IsNaN(sc.mark) {
		bins.Mark = sc.mark * size
		bins.MarkLabel = sc.markLabel(bins.Mark)
	}
	bins.Note = c.w.NoMeasure()
	c.histogram.SetBins(bins)
	c.size = size
	if lo, hi := shade.ends(); bins.Note == "" {
		c.histogram.SetRange(lo*size, hi*size)
	} else {
		c.histogram.SetRange(0, 0)
	}
}

// refresh draws the curves anew: the reading's, and those of the race that are
// few enough to tell apart.
func (c *charts) refresh() {
	mine := c.w.Model()
	series := []widgets.Series{seriesOf(mine.ID, c.w.Reading().Trace().Curve())}
	series[0].Color = widgets.ModelColor(mine)
	rival := c.w.Rival()
	if rival != nil {
		b := seriesOf(rival.Entry().ID, rival.Trace().Curve())
		b.Color = widgets.ModelColor(rival.Entry())
		series = append(series, b)
	}
	for _, row := range c.w.Race().Rows {
		if rival != nil && row.Entry.ID == rival.Entry().ID {
			continue
		}
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

func (c *charts) setCursor(at int) {
	c.line.SetCursor(float64(at))
	c.profile.mark()
}

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
