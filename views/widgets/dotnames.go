package widgets

import (
	"image"
	"math"
)

// names writes the names of dots beside them, the first series first; one that
// would lie on another, or on a dot of those, is left to the pointer.
func (c *Chart) names(s *sheet, r image.Rectangle, x, y Axis) {
	style := s.label(false)
	reach := s.px(dotRadius + 3)
	room := image.Rect(r.Min.X, s.dst.Rect.Min.Y, s.dst.Rect.Max.X, r.Max.Y)
	var taken []image.Rectangle
	var at []image.Point
	for _, series := range c.Series {
		p := image.Pt(math.MinInt32, 0)
		if series.Label && len(series.X) > 0 {
			p.X = r.Min.X + int(math.Round(x.part(series.X[0])*float64(r.Dx())))
			p.Y = r.Max.Y - int(math.Round(y.part(series.Y[0])*float64(r.Dy())))
			taken = append(taken, image.Rect(p.X-reach+1, p.Y-reach+1, p.X+reach-1, p.Y+reach-1))
		}
		at = append(at, p)
	}
	for i, series := range c.Series {
		if at[i].X == math.MinInt32 {
			continue
		}
		w, h := style.width(series.Name), s.px(chartText+2)
		for _, box := range []image.Rectangle{
			image.Rect(0, 0, w, h).Add(at[i].Add(image.Pt(reach, -h))),
			image.Rect(0, 0, w, h).Add(at[i].Add(image.Pt(reach, 0))),
			image.Rect(0, 0, w, h).Add(at[i].Add(image.Pt(-reach-w, 0))),
			image.Rect(0, 0, w, h).Add(at[i].Add(image.Pt(-reach-w, -h))),
		} {
			if !box.In(room) || overlaps(box, taken) {
				continue
			}
			taken = append(taken, box)
			style.draw(s.dst, series.Name, box.Min.X, box.Min.Y, s.palette.Ink)
			break
		}
	}
}

func overlaps(box image.Rectangle, others []image.Rectangle) bool {
	for _, o := range others {
		if box.Overlaps(o) {
			return true
		}
	}
	return false
}
