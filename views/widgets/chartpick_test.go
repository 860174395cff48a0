package widgets

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// picking is a chart with a curve, a dot and a line without a name.
func picking() *LineChart {
	c := NewLineChart()
	c.SetChart(Chart{X: Axis{Max: 100}, Y: Axis{Max: 100}, Series: []Series{
		{X: []float64{0, 100}, Y: []float64{0, 0}, Dash: true},
		{Name: "curve", X: []float64{0, 100}, Y: []float64{0, 100}},
		{Name: "dot", X: []float64{20}, Y: []float64{90}, Dots: true, Label: true, Ring: true},
	}})
	test.WidgetRenderer(c)
	c.Resize(fyne.NewSize(400, 300))
	return c
}

// at returns where a value is drawn.
func (c *LineChart) at(x, y float64) fyne.Position {
	r := c.area()
	ax, ay := c.chart.axes()
	return fyne.NewPos(float32(r.Min.X)+float32(ax.part(x))*float32(r.Dx()), float32(r.Max.Y)-float32(ay.part(y))*float32(r.Dy()))
}

// The nearest point of a named series is picked, and nothing far away.
func TestPickNearest(t *testing.T) {
	c := picking()
	for _, k := range []struct {
		x, y   float64
		series int
	}{{50, 50, 1}, {50, 52, 1}, {20, 90, 2}, {21, 89, 2}, {80, 20, -1}, {60, 0, -1}} {
		got := c.pickAt(c.at(k.x, k.y))
		if got.Series != k.series || k.series == 1 && math.Abs(got.Y-got.X) > 1e-6 {
			t.Errorf("at %v, %v: %+v, want series %d", k.x, k.y, got, k.series)
		}
	}
}

// What is under the pointer gets a ring; a tap tells it, and beside it only
// the place.
func TestPointerMarksAndTells(t *testing.T) {
	c := picking()
	var picked []int
	var places []float64
	c.Describe = func(p Pick) []string { return []string{c.chart.Series[p.Series].Name} }
	c.OnPick = func(p Pick) { picked = append(picked, p.Series) }
	c.OnTap = func(x float64) { places = append(places, x) }
	move := func(x, y float64) {
		e := fyne.PointEvent{Position: c.at(x, y)}
		c.MouseMoved(&desktop.MouseEvent{PointEvent: e})
		c.Tapped(&e)
	}
	move(20, 90)
	if !c.drawn.ring.Visible() {
		t.Error("the dot under the pointer has no ring")
	}
	move(80, 20)
	if c.drawn.ring.Visible() {
		t.Error("a ring stays where there is nothing")
	}
	if len(picked) != 1 || picked[0] != 2 || len(places) != 1 || math.Abs(places[0]-80) > 0.5 {
		t.Errorf("picked %v, places %v", picked, places)
	}
}

func TestStripTellsStripes(t *testing.T) {
	s := NewStrip()
	test.WidgetRenderer(s)
	s.Resize(fyne.NewSize(100, 16))
	s.SetColors(make([]color.RGBA, 10))
	var got []int
	s.OnTap = func(i int) { got = append(got, i) }
	for _, x := range []float32{0, 9, 11, 99, 100} {
		s.Tapped(&fyne.PointEvent{Position: fyne.NewPos(x, 5)})
	}
	if len(got) != 4 || got[0] != 0 || got[1] != 0 || got[2] != 1 || got[3] != 9 {
		t.Errorf("%v", got)
	}
	if s.SetCursor(0.5); !s.drawn.line.Visible() {
		t.Error("the cursor is hidden")
	}
	if s.SetCursor(math.NaN()); s.drawn.line.Visible() {
		t.Error("no cursor is shown")
	}
}

// Dashes lie on the line, each no longer than asked, half of it in all.
func TestDashes(t *testing.T) {
	line := []point{{0, 0}, {30, 40}, {30, 90}}
	sum := 0.0
	for _, d := range dashes(line, 4) {
		length := 0.0
		for i := 1; i < len(d); i++ {
			length += math.Hypot(d[i].x-d[i-1].x, d[i].y-d[i-1].y)
		}
		if length > 4+1e-9 {
			t.Errorf("a dash of %v", length)
		}
		sum += length
	}
	if math.Abs(sum-50) > 4 {
		t.Errorf("%v of 100 are drawn", sum)
	}
}
