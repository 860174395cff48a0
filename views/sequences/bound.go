package sequences

import (
	"bitlens/assets/lang"
	"bitlens/engine/induction"
	"bitlens/views/widgets"
	"bitlens/views/workspace"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// A bound says what is known of the complexity: no more than the best program
// that was found, and how that fell while the search went on.
type bound struct {
	content fyne.CanvasObject
	lines   [3]*widgets.Label
	chart   *widgets.LineChart
}

func newBound() *bound {
	b := &bound{chart: widgets.NewLineChart()}
	b.lines[0] = widgets.NewStyled("", widgets.RoleInk, widgets.TextSize, bold)
	b.lines[1] = widgets.NewLabel("", widgets.RoleInk)
	b.lines[2] = widgets.NewLabel("", widgets.RoleMute)
	text := container.New(widgets.Stacked{}, heading(lang.T("COMPLEXITY")), b.lines[0], b.lines[1], b.lines[2])
	chart := widgets.AtLeast(0, 104, widgets.Dock(heading(lang.T("BEST BOUND IN BITS AGAINST SECONDS")), nil, nil, nil, b.chart))
	b.content = widgets.AtLeast(sideWidth, 0, widgets.Padded(sidePad, 6, container.New(widgets.Stacked{}, text, widgets.Padded(0, 8, chart))))
	return b
}

func (b *bound) show(e *workspace.Explaining) {
	f := e.Found
	b.lines[0].SetText("")
	b.lines[1].SetText("")
	b.lines[2].SetText("")
	b.chart.SetChart(fallOf(e))
	if f.Literal == 0 {
		return
	}
	b.lines[0].SetText(lang.T("K(x) ≤ %d bits on this machine; said term by term: %d", f.Bound(), f.Literal))
	b.lines[1].SetText(gained(&f, e.Busy()))
	b.lines[2].SetText(lang.T("An upper bound; K itself cannot be computed."))
}

// gained says how much the best program saves, never more than that.
func gained(f *induction.Explanation, busy bool) string {
	switch v := f.Verdict(); {
	case v == induction.Nothing && busy:
		return lang.T("No regularity found yet.")
	case v == induction.Nothing:
		return lang.T("No regularity found within this budget.")
	case v == induction.Unclear:
		return lang.T("No clear regularity: a gain of %d bits is soon found by chance.", f.Gain())
	}
	return lang.T("A regularity that saves %d bits.", f.Gain())
}

// fallOf draws the best bound against the time.
func fallOf(e *workspace.Explaining) widgets.Chart {
	f := e.Found
	s := widgets.Series{Color: widgets.CurrentPalette().Accent}
	for i, b := range f.Curve {
		at := b.After.Seconds()
		if i > 0 { // down in a step
			s.X, s.Y = append(s.X, at), append(s.Y, float64(f.Curve[i-1].Bits))
		}
		s.X, s.Y = append(s.X, at), append(s.Y, float64(b.Bits))
	}
	if n := len(f.Curve); n > 0 {
		s.X, s.Y = append(s.X, f.Elapsed.Seconds()), append(s.Y, float64(f.Curve[n-1].Bits))
	}
	c := widgets.Chart{X: widgets.Axis{Max: max(e.Seconds, 1)}, Series: []widgets.Series{s}}
	if f.Literal > 0 {
		c.Y = widgets.Axis{Max: float64(f.Literal) * 1.1}
	}
	return c
}
