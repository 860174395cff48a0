package read

import (
	"math"

	"bitlens/assets/lang"
	"bitlens/views/widgets"
	"bitlens/views/workspace"
)

// A profile shows surprise over position: where the text is dear, to the model
// that reads and the one beside it. A stretch of it can be brushed, and the
// wheel zooms.
type profile struct {
	w      *workspace.Workspace
	digest *digest
	chart  *widgets.BrushChart
}

func newProfile(w *workspace.Workspace, d *digest) *profile {
	p := &profile{w: w, digest: d, chart: widgets.NewBrushChart()}
	p.chart.OnTap = func(x float64) {
		w.SetCursor(int(x))
		w.SetBrush(0, 0)
	}
	p.chart.OnBrush = func(lo, hi float64) { w.SetBrush(int(lo), int(math.Ceil(hi))) }
	p.chart.OnZoom = p.zoom
	return p
}

// leastZoom is the shortest stretch that is looked at, in bytes.
const leastZoom = 256

// zoom looks at a stretch of the text, or at all of it.
func (p *profile) zoom(lo, hi float64) {
	n := p.w.Text().Len()
	from, to := max(int(lo), 0), min(int(math.Ceil(hi)), n)
	if to-from < leastZoom {
		return
	}
	p.digest.zoom = [2]int{from, to}
	if from == 0 && to == n {
		p.digest.zoom = [2]int{}
	}
	p.digest.look()
}

// refresh draws what the digest has found.
func (p *profile) refresh() {
	d := p.digest
	lo, hi := d.zoom[0], d.zoom[1]
	if lo >= hi {
		lo, hi = 0, p.w.Text().Len()
	}
	mine := p.w.Model()
	series := []widgets.Series{along(mine.ID, d.along, lo, hi)}
	series[0].Color = widgets.ModelColor(mine)
	if rival := p.w.Rival(); rival != nil {
		s := along(rival.Entry().ID, d.rival, lo, hi)
		s.Color = widgets.ModelColor(rival.Entry())
		series = append(series, s)
	}
	for i := range series {
		series[i].Name = "" // the picture beside it names them
	}
	p.chart.SetChart(widgets.Chart{Title: lang.T("BITS/BYTE BY POSITION"), Series: series,
		X: widgets.Axis{Min: float64(lo), Max: float64(max(hi, lo+1))}, Y: widgets.Axis{Max: dearest(series)}})
	p.mark()
}

// along is a series over equal stretches of [lo,hi).
func along(name string, y []float64, lo, hi int) widgets.Series {
	s := widgets.Series{Name: name, Y: y}
	for i := range y {
		s.X = append(s.X, float64(lo)+(float64(i)+0.5)*float64(hi-lo)/float64(len(y)))
	}
	return s
}

// dearest returns the greatest value of series, or break-even.
func dearest(series []widgets.Series) float64 {
	top := breakEven / 2.0
	for _, s := range series {
		for _, y := range s.Y {
			if y > top { // false for NaN
				top = y
			}
		}
	}
	return top
}

// mark shows the cursor and the brush.
func (p *profile) mark() {
	p.chart.SetCursor(float64(p.w.Cursor()))
	lo, hi := p.w.Brush()
	p.chart.SetBrush(float64(lo), float64(hi))
}
