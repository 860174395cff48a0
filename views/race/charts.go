package race

import (
	"strconv"

	"bitlens/assets/lang"
	"bitlens/views/widgets"
	"bitlens/views/workspace"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
)

// A charts is what stands beside the table: the same models in the same
// colours, against position and against time.
type charts struct {
	w       *workspace.Workspace
	counts  func() counting
	content fyne.CanvasObject
	which   *widgets.Segmented
	running *widgets.LineChart // bits a byte so far
	size    *widgets.LineChart // bytes so far
	strip   *leaders
	time    *widgets.LineChart // bytes at the end against seconds
	shown   []*workspace.Row   // of the curves' series
	dots    []*workspace.Row   // of the dots' series; nil for the frontier's
}

func newCharts(w *workspace.Workspace, counts func() counting) *charts {
	c := &charts{w: w, counts: counts, running: widgets.NewLineChart(), size: widgets.NewLineChart(),
		time: widgets.NewLineChart(), strip: newLeaders(w)}
	for _, l := range []*widgets.LineChart{c.running, c.size} {
		l.OnTap = func(x float64) { c.strip.openAt(int(x)) }
		l.OnPick = func(p widgets.Pick) { c.strip.openAt(int(p.X)) }
	}
	c.running.Describe = func(p widgets.Pick) []string { return c.describe(p, widgets.Fixed(p.Y, 3), lang.T("bits/byte so far")) }
	c.size.Describe = func(p widgets.Pick) []string { return c.describe(p, widgets.Count(int64(p.Y)), lang.T("bytes so far")) }
	c.time.Describe = c.describeDot
	c.time.OnPick = func(p widgets.Pick) { c.openBeside(c.dots[p.Series]) }
	c.size.Hide()
	c.which = widgets.NewSegmented([]string{lang.T("bits/byte"), lang.T("size so far")}, 0, c.choose)
	head := widgets.Dock(nil, nil, nil, c.which, widgets.Middle(heading(lang.T("AGAINST POSITION"))))
	curves := widgets.Padded(14, 8, widgets.Dock(head, nil, nil, nil, container.NewStack(c.running, c.size)))
	below := widgets.Dock(c.strip.content, nil, nil, nil, titled(lang.T("SIZE AGAINST TIME, WITH THE FRONTIER"), c.time))
	c.content = container.New(layout.NewGridLayoutWithRows(2), curves, below)
	return c
}

func heading(title string) *widgets.Label {
	return widgets.NewStyled(title, widgets.RoleMute, widgets.HeadingSize, fyne.TextStyle{Bold: true})
}

func titled(title string, o fyne.CanvasObject) fyne.CanvasObject {
	return widgets.Padded(14, 6, widgets.Dock(heading(title), nil, nil, nil, o))
}

// choose shows one of the two charts against position.
func (c *charts) choose(i int) {
	c.running.Hidden, c.size.Hidden = i != 0, i != 1
	c.content.Refresh()
}

// describe says what a point of a curve is.
func (c *charts) describe(p widgets.Pick, figure, unit string) []string {
	if p.Series >= len(c.shown) {
		return nil
	}
	return []string{c.shown[p.Series].Entry.ID + ": " + figure + " " + unit,
		lang.T("at byte %s; click to read with who leads here", widgets.Count(int64(p.X)))}
}

// describeDot says what a dot of the sizes is.
func (c *charts) describeDot(p widgets.Pick) []string {
	if p.Series >= len(c.dots) || c.dots[p.Series] == nil {
		return nil
	}
	row := c.dots[p.Series]
	return []string{row.Entry.ID + ": " + lang.T("%s bytes", widgets.Count(int64(p.Y))) + ", " + seconds(p.X),
		lang.T("click to read with it, against the model that reads")}
}

// openBeside opens the place of the cursor in Read, with a row's model and the
// one that reads.
func (c *charts) openBeside(row *workspace.Row) {
	if row == nil {
		return
	}
	openPair(c.w, row.Entry.ID, c.w.Model().ID, c.w.Cursor())
}

// openPair opens a place in Read with two models.
func openPair(w *workspace.Workspace, a, b string, at int) {
	l := w.Link("read")
	l.Values.Set("model", a)
	if b != "" && b != a {
		l.Values.Set("b", b)
	}
	l.Values.Set("at", strconv.Itoa(at))
	l.Values.Del("file") // the text is open
	l.Values.Del("sample")
	w.Go(l)
}

// refresh draws the pictures of all rows that have begun.
func (c *charts) refresh() {
	var running, size []widgets.Series
	c.shown = nil
	for _, row := range c.w.Race().Rows {
		if row.Curve.Len() == 0 {
			continue
		}
		r := widgets.Series{Name: row.Entry.ID, Color: widgets.ModelColor(row.Entry)}
		s := r
		row.Curve.Points(func(n int, bits float64) {
			x := float64(n)
			r.X, r.Y = append(r.X, x), append(r.Y, bits/x)
			s.X, s.Y = append(s.X, x), append(s.Y, bits/8)
		})
		running, size = append(running, r), append(size, s)
		c.shown = append(c.shown, row)
	}
	n := c.w.Text().Len()
	c.running.SetChart(widgets.RunningChart("", n, running))
	c.size.SetChart(widgets.Chart{X: widgets.Axis{Max: float64(max(n, 1))}, Series: size})
	c.refreshTime()
	c.strip.refresh()
}

func (c *charts) setCursor(at int) {
	c.running.SetCursor(float64(at))
	c.size.SetCursor(float64(at))
	c.strip.setCursor(at)
}
