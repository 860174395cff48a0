package widgets

import (
	"image"
	"math"
	"slices"
	"sync"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// running is what the running cost of n bytes looks like.
func running(n int, start, floor float64) (s Series) {
	for i := 50; i <= n; i += max(1, i/400) {
		x := float64(i)
		s.X = append(s.X, x)
		s.Y = append(s.Y, floor+(start-floor)/(1+math.Pow(x/400, 0.6))+0.15*math.Sin(x/30)*math.Exp(-x/900))
	}
	return s
}

func fourModels() []Series {
	models := []Series{running(150_000, 7.4, 1.9), running(150_000, 7.9, 2.05), running(90_000, 9.5, 2.2), running(150_000, 9.2, 2.85)}
	for i, name := range []string{"cm", "ppm", "lstm", "gzip"} {
		models[i].Name, models[i].Color = name, rgb([]uint32{0xc96c1c, 0x1f5fa8, 0x4a8c8c, 0x8a8d94}[i])
	}
	return models
}

func someBins() Bins {
	b := Bins{
		Title: "Surprise per character, bits", Width: 0.7, Ramp: Amber, Mark: 8, MarkLabel: "8 = a raw byte",
		Tint: func(bits float64) float64 { return fakeCosts{}.Tint(bits, 1) },
	}
	for i := range 28 {
		b.Counts = append(b.Counts, int(60_000*math.Exp(-float64(i)/3.2)))
	}
	return b
}

func TestChartPictures(t *testing.T) {
	for name, look := range map[string]Appearance{"charts-light": Light, "charts-dark": Dark} {
		fyne.CurrentApp().Settings().SetTheme(NewTheme(look))
		lines, bins := NewLineChart(), NewHistogram()
		lines.SetChart(Chart{Title: "Running bits per byte", X: Axis{Log: true}, Y: Axis{Min: 0, Max: 8}, Series: fourModels()})
		bins.SetBins(someBins())
		lines.SetCursor(10_000)
		bins.SetRange(2, 16)
		win := test.NewWindow(container.NewWithoutLayout(bins, lines))
		win.SetPadded(false)
		win.Resize(fyne.NewSize(900, 150))
		bins.Resize(fyne.NewSize(230, 150))
		lines.Move(fyne.NewPos(250, 0))
		lines.Resize(fyne.NewSize(640, 150))
		test.AssertRendersToImage(t, "charts/"+name+".png", win.Canvas())
		win.Close()
	}
}

func TestChartMarkup(t *testing.T) {
	fyne.CurrentApp().Settings().SetTheme(NewTheme(Light))
	lines := NewLineChart()
	win := test.NewWindow(lines)
	defer win.Close()
	win.SetPadded(false)
	win.Resize(fyne.NewSize(300, 150))
	lines.SetChart(Chart{Title: "Cost", X: Axis{Min: 1, Max: 5}, Series: fourModels()})
	lines.SetCursor(3)
	test.AssertRendersToMarkup(t, "charts/cursor.xml", win.Canvas())
	lines.SetCursor(7)
	if lines.drawn.line.Visible() {
		t.Error("a cursor beyond the axis is shown")
	}
}

func TestTicks(t *testing.T) {
	for _, c := range []struct {
		axis Axis
		n    int
		want string
	}{
		{Axis{Min: 0, Max: 8}, 4, "0 2 4 6 8"},
		{Axis{Min: 0, Max: 1}, 5, "0 0.2 0.4 0.6 0.8 1"},
		{Axis{Min: -3, Max: 3}, 3, "-2 0 2"},
		{Axis{Min: 0, Max: 152_089}, 4, "0 50k 100k 150k"},
		{Axis{Log: true, Min: 50, Max: 150_000}, 8, "100 1k 10k 100k"},
		{Axis{Log: true, Min: 1, Max: 1e9}, 4, "1 1k 1M 1G"},
		{Axis{Log: true, Min: 62_000, Max: 640_000}, 6, "100k 200k 500k"},
		{Axis{Log: true, Min: 2, Max: 4}, 4, "2 2.5 3 3.5 4"},
		{Axis{}.fit(5, 5), 2, "5 5.5 6"},
		{Axis{}.fit(math.NaN(), math.Inf(1)), 1, "0 1"},
	} {
		got := ""
		for i, v := range c.axis.ticks(c.n) {
			if i > 0 {
				got += " "
			}
			got += tickLabel(v)
		}
		if got != c.want {
			t.Errorf("%+v: %s, expected %s", c.axis, got, c.want)
		}
	}
}

// A column of pixels shows the least and the greatest of its values, however many there are.
func TestPolylineKeepsExtremes(t *testing.T) {
	s := Series{}
	for i := range 100_000 {
		s.X = append(s.X, float64(i))
		s.Y = append(s.Y, math.Sin(float64(i)/7))
	}
	s.Y[31_415] = 3
	s.Y[60_000] = math.NaN()
	lines := polyline(s, Axis{Max: 99_999}, Axis{Min: -1, Max: 3}, image.Rect(0, 0, 500, 100))
	if len(lines) != 2 || len(lines[0])+len(lines[1]) > 4*502 {
		t.Fatalf("%d lines, the first of %d points", len(lines), len(lines[0]))
	}
	least := math.Inf(1)
	for _, p := range lines[0] {
		least = min(least, p.y)
	}
	if least != 0 {
		t.Errorf("the peak is at %v of the picture's height", least)
	}
}

func TestChartTellsTheXUnderThePointer(t *testing.T) {
	c := NewLineChart()
	c.SetChart(Chart{X: Axis{Log: true, Min: 10, Max: 1000}, Series: fourModels()})
	c.Resize(fyne.NewSize(400, 150))
	var tapped, hovered float64
	c.OnTap, c.OnHover = func(x float64) { tapped = x }, func(x float64) { hovered = x }
	middle := fyne.PointEvent{Position: fyne.NewPos((chartLeft+400-chartRight)/2, 50)}
	c.Tapped(&middle)
	c.MouseMoved(&desktop.MouseEvent{PointEvent: middle})
	if math.Abs(tapped-100) > 1 || hovered != tapped {
		t.Errorf("the middle is %v, hovered %v", tapped, hovered)
	}
	if c.MouseOut(); !math.IsNaN(hovered) {
		t.Errorf("outside it is %v", hovered)
	}
}

func TestHandlesDoNotCross(t *testing.T) {
	h := NewHistogram()
	h.SetBins(someBins())
	h.Resize(fyne.NewSize(230, 150))
	h.SetRange(2, 10)
	var lo, hi float64
	h.OnRange = func(l, r float64) { lo, hi = l, r }
	h.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(20, 130)}})
	h.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(220, 130)}})
	if h.DragEnd(); hi != 10 || lo >= hi {
		t.Errorf("they are at %v and %v", lo, hi)
	}
}

// Pictures are saved by jobs while the window draws.
func TestChartsAreDrawnByAnyGoroutine(t *testing.T) {
	chart, bins := Chart{Title: "At once", Series: fourModels()}, someBins()
	first := chart.Draw(300, 120, 1, lightPalette)
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			bins.Draw(200, 100, 2, darkPalette)
			if got := chart.Draw(300, 120, 1, lightPalette); string(got.Pix) != string(first.Pix) {
				t.Error("two goroutines draw two pictures")
			}
		})
	}
	all.Wait()
}

// Whatever a chart is given, it draws something.
func TestOddChartsAreDrawn(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	for i, c := range []Chart{
		{}, {Series: []Series{{}}}, {Series: []Series{{X: []float64{1}, Y: []float64{2}}}},
		{Series: []Series{{X: []float64{1, 2, 3}, Y: []float64{nan, inf, -inf}}}},
		{X: Axis{Log: true}, Y: Axis{Log: true}, Series: []Series{{X: []float64{-1, 0, 1e300}, Y: []float64{0, 1e-300, 1}}}},
		{X: Axis{Min: 5, Max: 1}, Series: fourModels()},
	} {
		for _, size := range []int{0, 1, 30, 300} {
			if got := c.Draw(size, size, 1, lightPalette); got.Rect.Dx() != size {
				t.Errorf("chart %d is %v, expected %d wide", i, got.Rect, size)
			}
		}
	}
	(&Bins{}).Draw(50, 50, 1, lightPalette)
	(&Bins{Counts: []int{0, 0}, Width: nan}).Draw(50, 50, 1, lightPalette)
}

func BenchmarkChart(b *testing.B) {
	c := Chart{Title: "Running bits per byte", X: Axis{Log: true}, Series: fourModels()}
	b.ReportAllocs()
	for range b.N {
		c.Draw(640, 150, 1, lightPalette)
	}
}

func BenchmarkChartOfAMillionPoints(b *testing.B) {
	s := Series{}
	for i := range 1_000_000 {
		s.X, s.Y = append(s.X, float64(i)), append(s.Y, math.Sin(float64(i)/1000))
	}
	c := Chart{Series: []Series{s}}
	b.ReportAllocs()
	for range b.N {
		c.Draw(640, 150, 1, lightPalette)
	}
}

// An axis of two sides has its middle among the ticks, and its handles on the
// side above it.
func TestLegendOfTwoSides(t *testing.T) {
	h := NewHistogram()
	window(t, h).Resize(fyne.NewSize(264, 140))
	h.SetBins(Bins{From: -16, Width: 1, Counts: make([]int, 32), Mark: 0, MarkLabel: "equal"})
	if ticks := h.bins.ticks(5); !slices.Contains(ticks, 0) || ticks[0] != -16 || ticks[len(ticks)-1] != 16 {
		t.Errorf("ticks at %v", ticks)
	}
	h.SetRange(2, 8)
	var lo, hi float64
	h.OnRange = func(a, b float64) { lo, hi = a, b }
	h.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(4, 100)}})
	h.DragEnd()
	if lo != 0 || hi != 8 {
		t.Errorf("dragged below the middle the ramp runs from %v to %v", lo, hi)
	}
	reset := false
	h.OnReset = func() { reset = true }
	h.DoubleTapped(nil)
	if !reset {
		t.Error("a double tap asks for nothing")
	}
}

// Both sides of a ramp have a foot as thick as their tint is strong.
func TestBarsSayWhatTintsSay(t *testing.T) {
	feet := map[float64]int{}
	for _, tint := range []float64{-1, -0.5, 0.5, 1} {
		dst := image.NewRGBA(image.Rect(0, 0, 10, 30))
		p := painter{view: &view{scale: 2}, dst: dst}
		p.bar(dst.Rect, look{tint, rgb(0xffffff)})
		for y := range 30 {
			if dst.RGBAAt(5, y).R > 0 {
				feet[tint]++
			}
		}
	}
	if feet[-1] != feet[1] || feet[-0.5] != feet[0.5] || feet[1] <= feet[0.5] || feet[0.5] == 0 {
		t.Errorf("feet are %v pixels high", feet)
	}
}
