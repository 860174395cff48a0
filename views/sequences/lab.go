package sequences

import (
	"math"

	"bitlens/assets/lang"
	"bitlens/engine/induction/complexity"
	"bitlens/engine/induction/generators"
	"bitlens/views/widgets"
	"bitlens/views/workspace"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// A lab shows that a simple system cannot make a complex thing: what it writes,
// what that looks like to who does not know the rule, and that its complexity
// stays below the length of the rule and a little more.
type lab struct {
	content fyne.CanvasObject
	picture *diagram
	chart   *widgets.LineChart
	sums    *sums
}

func newLab() *lab {
	l := &lab{picture: newDiagram(), chart: widgets.NewLineChart(), sums: newSums()}
	chart := widgets.AtLeast(0, 260, l.chart)
	left := widgets.Padded(20, 10, widgets.Dock(heading(lang.T("WHAT IT WRITES")), chart, nil, nil, widgets.Padded(0, 8, l.picture)))
	right := widgets.On(widgets.RolePanel, widgets.Dock(nil, nil, widgets.NewRule(), nil, container.NewVScroll(l.sums)))
	l.content = widgets.Dock(nil, nil, nil, right, left)
	return l
}

// show shows a generator; it reports whether there is one.
func (l *lab) show(g *workspace.Growing) bool {
	if g.Text == "" {
		return false
	}
	l.picture.set(g.Output, g.Width)
	l.chart.SetChart(growthChart(g.Points))
	l.sums.set(g)
	return true
}

// shownMethods are the methods of complexity that the lab draws.
var shownMethods = []string{"literal", "block entropy", "bdm", "ctw"}

// growthChart draws all of a growth against the length.
func growthChart(points []generators.Point) widgets.Chart {
	p := widgets.CurrentPalette()
	limit := widgets.Series{Name: lang.T("limit (dashed)"), Color: p.Accent, Dash: true}
	best := widgets.Series{Name: lang.T("best bound"), Color: p.Accent}
	series := make([]widgets.Series, len(shownMethods))
	for i, m := range shownMethods {
		series[i] = widgets.Series{Name: m, Color: groupColors[i]}
	}
	for _, at := range points {
		n := float64(at.Length)
		limit.X, limit.Y = append(limit.X, n), append(limit.Y, at.Limit)
		best.X, best.Y = append(best.X, n), append(best.Y, float64(at.Best))
		for i, name := range shownMethods {
			if m, ok := measureOf(at, name); ok && m.Value > 0 {
				series[i].X, series[i].Y = append(series[i].X, n), append(series[i].Y, m.Value)
			}
		}
	}
	c := widgets.Chart{Title: lang.T("BITS AGAINST LENGTH"), X: widgets.Axis{Log: true}, Y: widgets.Axis{Log: true}, Series: append(series, limit, best)}
	if len(points) > 0 {
		c.X.Min, c.X.Max = float64(points[0].Length), float64(max(points[len(points)-1].Length, 2*points[0].Length))
		c.Y.Min, c.Y.Max = 8, 2*c.X.Max
	}
	return c
}

// measureOf returns what a method says at a length.
func measureOf(p generators.Point, method string) (complexity.Measure, bool) {
	for _, m := range p.Measures {
		if m.Method == method && !math.IsNaN(m.Value) {
			return m, true
		}
	}
	return complexity.Measure{}, false
}

// A sums shows the two sides of the inequality, each number, at the greatest
// length so far.
type sums struct {
	widget.BaseWidget
	g *workspace.Growing
}

func newSums() *sums {
	s := &sums{g: &workspace.Growing{}}
	s.ExtendBaseWidget(s)
	return s
}

func (s *sums) set(g *workspace.Growing) {
	s.g = g
	s.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (s *sums) CreateRenderer() fyne.WidgetRenderer {
	return widgets.NewDrawing(s, func(l *widgets.Layer) fyne.Size { return (&sumsDrawing{s, l, 12}).all() })
}

// A sumsDrawing puts the sums on a layer, one below the other.
type sumsDrawing struct {
	s    *sums
	draw *widgets.Layer
	y    float32
}

func (r *sumsDrawing) all() fyne.Size {
	if n := len(r.s.g.Points); n > 0 {
		r.point(r.s.g.Points[n-1])
	}
	return fyne.NewSize(sideWidth, r.y+12)
}

// point puts the inequality at one length.
func (r *sumsDrawing) point(p generators.Point) {
	r.title(lang.T("K(OUTPUT) ≤ GENERATOR + INPUT + 2 LOG2 LENGTH + C"))
	r.row(lang.T("length, symbols"), widgets.Count(int64(p.Length)), widgets.RoleInk, false)
	r.row(lang.T("generator"), bitsOf(float64(p.Program)), widgets.RoleInk, false)
	r.row(lang.T("input"), bitsOf(float64(p.Input)), widgets.RoleInk, false)
	r.row("2 log2 "+lang.T("length"), bitsOf(2*math.Log2(float64(p.Length))), widgets.RoleInk, false)
	r.row("c", bitsOf(generators.C), widgets.RoleInk, false)
	r.row(lang.T("limit"), bitsOf(p.Limit), widgets.RoleInk, true)
	r.row(lang.T("best bound on its complexity"), bitsOf(float64(p.Best)), widgets.RoleAccent, true)
	r.row(lang.T("found by"), methodName(p.Method), widgets.RoleMute, false)
	r.y += 10
	r.title(lang.T("WHAT IT LOOKS LIKE, WITHOUT THE RULE"))
	for _, m := range p.Measures {
		value := "–"
		if !math.IsNaN(m.Value) {
			value = bitsOf(m.Value)
		}
		r.row(m.Method, value, widgets.RoleInk, false)
	}
	r.y += 10
	for _, s := range widgets.Broken(lesson(p), sideWidth-2*sidePad, 4, widgets.TextSize, fyne.TextStyle{}) {
		r.draw.Text(s, sidePad, r.y, detailStep, widgets.TextSize, widgets.RoleInk, fyne.TextStyle{})
		r.y += detailStep
	}
}

// methodName is what a bound was found by.
func methodName(method string) string {
	if method == "generator" {
		return lang.T("its generator")
	}
	return method
}

// fooled reports whether entropy sees hardly any order.
func fooled(p generators.Point) bool {
	m, ok := measureOf(p, "block entropy")
	return ok && m.Value > 0.9*float64(p.Length)
}

// lesson says what the numbers show.
func lesson(p generators.Point) string {
	if fooled(p) {
		return lang.T("Whoever looks at the symbols alone sees nearly as much as in tosses of a coin. Yet all of it is said in %d bits: what a simple rule makes is simple.", p.Best)
	}
	return lang.T("The order can be seen, and it is said in %d bits.", p.Best)
}

func bitsOf(v float64) string {
	if v == math.Trunc(v) {
		return lang.T("%s bits", widgets.Count(int64(v)))
	}
	return lang.T("%s bits", widgets.Count(int64(v))+widgets.Fixed(v-math.Trunc(v), 1)[1:])
}

func (r *sumsDrawing) title(s string) {
	r.draw.Text(s, sidePad, r.y, betStep, widgets.HeadingSize, widgets.RoleMute, bold)
	r.y += betStep
}

func (r *sumsDrawing) row(name, value string, role fyne.ThemeColorName, strong bool) {
	style := fyne.TextStyle{Bold: strong}
	r.draw.Text(name, sidePad, r.y, betStep, widgets.TextSize, widgets.RoleMute, fyne.TextStyle{})
	r.draw.TextRight(value, sideWidth-sidePad, r.y, betStep, widgets.TextSize, role, style)
	r.y += betStep
}
