package widgets

import (
	"math"
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// A Pick is the point of a chart that lies at the pointer.
type Pick struct {
	Series int
	X, Y   float64
}

// noPick is the pick where no point is near.
var noPick = Pick{Series: -1}

// Lengths of picking in dips.
const (
	pickReach = 14
	ringSize  = 13
)

// pickAt returns the point of a named series that is nearest to a position.
func (c *LineChart) pickAt(pos fyne.Position) Pick {
	r := c.area()
	x, y := c.chart.axes()
	best, nearest := noPick, float64(pickReach)
	try := func(series int, vx, vy float64) {
		dx := float64(r.Min.X) + x.part(vx)*float64(r.Dx()) - float64(pos.X)
		dy := float64(r.Max.Y) - y.part(vy)*float64(r.Dy()) - float64(pos.Y)
		if d := math.Hypot(dx, dy); d < nearest {
			best, nearest = Pick{series, vx, vy}, d
		}
	}
	at := c.xAt(pos)
	for i, s := range c.chart.Series {
		switch {
		case s.Name == "":
		case s.Dots:
			for k := range s.X {
				try(i, s.X[k], s.Y[k])
			}
		default:
			if v, ok := s.value(at); ok {
				try(i, at, v)
			}
		}
	}
	return best
}

// value returns the series' y at x, between its points.
func (s Series) value(x float64) (float64, bool) {
	k := sort.SearchFloat64s(s.X, x)
	switch {
	case k == len(s.X), k == 0 && s.X[0] != x:
		return 0, false
	case s.X[k] == x:
		return s.Y[k], true
	}
	part := (x - s.X[k-1]) / (s.X[k] - s.X[k-1])
	return s.Y[k-1] + part*(s.Y[k]-s.Y[k-1]), true
}

// point marks what is under the pointer, and has its tip appear anew where
// that belongs to another series.
func (c *LineChart) point(p Pick, e *desktop.MouseEvent) {
	before := c.picked.Series
	c.picked = p
	c.placeRing()
	if p.Series == before {
		return
	}
	c.Tipped.MouseOut()
	if p != noPick {
		c.SetTip(func() []string { return c.Describe(c.picked) })
		c.Tipped.MouseIn(e)
	}
}

// placeRing puts the ring around what is under the pointer.
func (c *LineChart) placeRing() {
	if c.drawn == nil {
		return
	}
	ring := c.drawn.ring
	on := c.picked != noPick && c.picked.Series < len(c.chart.Series)
	if on {
		r := c.area()
		x, y := c.chart.axes()
		ring.StrokeColor = c.chart.Series[c.picked.Series].Color
		ring.Move(fyne.NewPos(
			float32(r.Min.X)+float32(x.part(c.picked.X))*float32(r.Dx())-ringSize/2,
			float32(r.Max.Y)-float32(y.part(c.picked.Y))*float32(r.Dy())-ringSize/2))
		ring.Refresh()
	}
	show(ring, on)
}
