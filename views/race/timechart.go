package race

import (
	"strconv"

	"bitlens/assets/lang"
	"bitlens/engine/measure"
	"bitlens/views/widgets"
	"bitlens/views/workspace"
)

// minSeconds is the least time that is shown: what is quicker is not measured
// well.
const minSeconds = 1e-4

// prices returns the finished rows with what they cost.
func (c *charts) prices() (rows []*workspace.Row, prices []measure.Price) {
	counts := c.counts()
	for _, row := range c.w.Race().Rows {
		if row.State == workspace.Finished {
			rows = append(rows, row)
			prices = append(prices, measure.Price{
				Seconds: max(row.Receipt.EncodeSeconds, minSeconds), Bytes: row.Size + counts.model(row)})
		}
	}
	return rows, prices
}

// refreshTime draws a dot for each model that has come in, and the frontier:
// nothing is both smaller and quicker than what is on it. Those on it are named
// first.
func (c *charts) refreshTime() {
	rows, prices := c.prices()
	front := measure.Frontier(prices)
	line := widgets.Series{Color: widgets.CurrentPalette().Accent, Dash: true}
	order, on := []int(nil), map[int]bool{}
	for _, i := range front {
		line.X, line.Y = append(line.X, prices[i].Seconds), append(line.Y, float64(prices[i].Bytes))
		order, on[i] = append(order, i), true
	}
	for i := range rows {
		if !on[i] {
			order = append(order, i)
		}
	}
	series := []widgets.Series{line}
	c.dots = []*workspace.Row{nil}
	for _, i := range order {
		e := rows[i].Entry
		series = append(series, widgets.Series{Name: e.ID, Color: widgets.ModelColor(e), Dots: true, Label: true,
			Ring: e.ID == c.w.Model().ID, X: []float64{prices[i].Seconds}, Y: []float64{float64(prices[i].Bytes)}})
		c.dots = append(c.dots, rows[i])
	}
	chart := widgets.Chart{X: widgets.Axis{Log: true, Label: seconds}, Y: widgets.Axis{Log: true}, Series: series}
	for i, p := range prices {
		chart.X = around(chart.X, i == 0, p.Seconds)
		chart.Y = around(chart.Y, i == 0, float64(p.Bytes))
	}
	c.time.SetChart(chart)
}

// edge is the room between a dot and the end of a logarithmic axis, as a
// factor.
const edge = 1.12

// around widens an axis to hold v; first is its first value.
func around(a widgets.Axis, first bool, v float64) widgets.Axis {
	lo, hi := v/edge, v*edge
	if !first {
		lo, hi = min(lo, a.Min), max(hi, a.Max)
	}
	a.Min, a.Max = lo, hi
	return a
}

// seconds writes a time shortly.
func seconds(s float64) string {
	if s < 0.9995 {
		return lang.T("%s ms", strconv.FormatFloat(s*1000, 'g', 3, 64))
	}
	return lang.T("%s s", strconv.FormatFloat(s, 'g', 3, 64))
}
