package race

import (
	"bitlens/assets/lang"
	"bitlens/engine/measure"
	"bitlens/views/widgets"
	"bitlens/views/workspace"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// A course shows how what a model pays for a byte falls while it reads: against
// the bytes read, against the time that took, or against the operations.
type course struct {
	learning *workspace.Learning
	chart    *widgets.LineChart
	none     *widgets.Label // where the model counts no operations
	against  *widgets.Segmented
	chosen   int
	content  fyne.CanvasObject
}

// What the course is shown against.
const (
	againstBytes = iota
	againstSeconds
	againstOperations
)

// courseFrom is where a course begins: it is not measured before.
const courseFrom = 100 // bytes

func newCourse() *course {
	c := &course{learning: &workspace.Learning{}, chart: widgets.NewLineChart(), none: widgets.NewLabel(lang.T("This model does not count its operations."), widgets.RoleMute)}
	c.chart.Describe = c.describe
	c.against = widgets.NewSegmented([]string{lang.T("bytes read"), lang.T("seconds"), lang.T("operations")}, againstBytes, func(i int) {
		c.chosen = i
		c.refresh()
	})
	head := widgets.Dock(nil, nil, nil, c.against, widgets.Middle(heading(lang.T("BITS/BYTE SO FAR"))))
	picture := widgets.Dock(head, nil, nil, nil, container.NewStack(c.chart, container.NewCenter(c.none)))
	c.content = widgets.On(widgets.RolePanel, widgets.Dock(widgets.NewRule(), nil, nil, nil, widgets.Padded(14, 8, picture)))
	return c
}

// show shows another course, or more of it.
func (c *course) show(l *workspace.Learning) {
	c.learning = l
	c.refresh()
}

// place returns where a stage stands on the axis that is chosen.
func (c *course) place(s measure.Stage) float64 {
	switch c.chosen {
	case againstSeconds:
		return max(s.Seconds, minSeconds)
	case againstOperations:
		return float64(s.Operations)
	}
	return float64(s.Bytes)
}

// refresh draws a line through all stages, with a dot where the model wrote.
func (c *course) refresh() {
	l := c.learning
	if !l.Open() {
		return
	}
	line := widgets.Series{Name: l.Entry.ID, Color: widgets.ModelColor(l.Entry)}
	dots := line
	dots.Dots = true
	for _, s := range l.Stages {
		if s.Bytes == 0 || c.place(s) <= 0 {
			continue
		}
		x, y := c.place(s), s.Bits/float64(s.Bytes)
		line.X, line.Y = append(line.X, x), append(line.Y, y)
		if s.Text != nil {
			dots.X, dots.Y = append(dots.X, x), append(dots.Y, y)
		}
	}
	uncounted := c.chosen == againstOperations && len(line.X) == 0 && len(l.Stages) > 0
	c.chart.Hidden, c.none.Hidden = uncounted, !uncounted
	chart := widgets.RunningChart("", l.At[len(l.At)-1], []widgets.Series{line, dots})
	chart.X = c.axis(chart.X)
	c.chart.SetChart(chart)
}

// axis returns what the course is shown against: of the bytes it is known where
// they end.
func (c *course) axis(bytes widgets.Axis) widgets.Axis {
	switch c.chosen {
	case againstSeconds:
		return widgets.Axis{Log: true, Label: seconds}
	case againstOperations:
		return widgets.Axis{Log: true}
	}
	bytes.Min = min(courseFrom, bytes.Max/2)
	return bytes
}

// describe says what a point is.
func (c *course) describe(p widgets.Pick) []string {
	x := widgets.Count(int64(p.X))
	if c.chosen == againstSeconds {
		x = seconds(p.X)
	}
	what := [...]string{lang.T("bytes read"), lang.T("seconds"), lang.T("operations")}[c.chosen]
	return []string{lang.T("%s bits/byte", widgets.Fixed(p.Y, 3)), what + ": " + x}
}
