package widgets

import (
	"image"
	"math"
)

// names writes the names of dots beside them, the first series first; one that
// would lie on another, or on a dot, is left to the pointer.
func (c *Chart) names(s *sheet, r image.Rectangle, x, y Axis) {
	style := s.label(false)
	reach := s.px(dotRadius + 3)
	room := image.Rect(r.Min.X, s.dst.Rect.Min.Y, s.dst.Rect.Max.X, r.Max.Y)
	dots := c.named(r, x, y)
	var taken []image.Rectangle
	for _, at := range dots {
		taken = append(taken, image.Rect(1-reach, 1-reach, reach-1, reach-1).Add(at))
	}
	for i, series := range c.Series {
		at, ok := dots[i]
		if !ok {
			continue
		}
		for _, box := range beside(at, reach, style.width(series.Name), s.px(chartText+2)) {
			if box.In(room) && !overlaps(box, taken) {
				taken = append(taken, box)
				style.draw(s.dst, series.Name, box.Min.X, box.Min.Y, s.palette.Ink)
				break
			}
		}
	}
}

// named returns the first dot of each series whose name is to stand beside it.
func (c *Chart) named(r image.Rectangle, x, y Axis) map[int]image.Point {
	dots := map[int]image.Point{}
	for i, s := range c.Series {
		if s.Label && len(s.X) > 0 {
			dots[i] = image.Pt(r.Min.X+int(math.Round(x.part(s.X[0])*float64(r.Dx()))),
				r.Max.Y-int(math.Round(y.part(s.Y[0])*float64(r.Dy()))))
		}
	}
	return dots
}

// beside returns where a name of w by h may stand, the best place first.
func beside(at image.Point, reach, w, h int) []image.Rectangle {
	box := image.Rect(0, 0, w, h).Add(at)
	return []image.Rectangle{
		box.Add(image.Pt(reach, -h)), box.Add(image.Pt(reach, 0)),
		box.Add(image.Pt(-reach-w, 0)), box.Add(image.Pt(-reach-w, -h)),
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
