package widgets

import (
	"math"
	"sort"
)

// A Shading tells a heat text what its units cost. It is asked on the window's goroutine, for visible rows only, and must
// answer at once.
type Shading interface {
	// Units returns the starts of all units that touch the bytes [lo, hi), and the end of the last: ascending, the first
	// at or before lo, the last at or behind hi.
	Units(lo, hi int) []int
	// Value returns the number of the bytes [lo, hi), such as their bits, and whether it is known yet. What is not is left
	// untinted.
	Value(lo, hi int) (value float64, known bool)
	// Tint places the number of some bytes on the ramp: 0 is untinted, 1 the dear end, -1 the other of a diverging ramp.
	Tint(value float64, bytes int) float64
}

// A tinter gives the cells of a stretch of text, met in order, the tint of their units.
type tinter struct {
	shading Shading
	bounds  []int
	at      int     // index in bounds of the unit that was met last
	tint    float64 // its tint, NaN before it is asked for
}

func newTinter(s Shading, lo, hi int) *tinter {
	t := &tinter{shading: s, tint: math.NaN()}
	if s != nil && lo < hi {
		t.bounds = s.Units(lo, hi)
	}
	return t
}

// of returns the tint of the cell [lo, hi). A cell in one unit has the unit's; one that is cut into several, as a Han
// character into bytes, that of its own bytes.
func (t *tinter) of(lo, hi int) float64 {
	for t.at+2 < len(t.bounds) && t.bounds[t.at+1] <= lo {
		t.at++
		t.tint = math.NaN()
	}
	switch {
	case t.at+1 >= len(t.bounds):
		return 0
	case t.bounds[t.at] > lo || t.bounds[t.at+1] < hi:
		return t.ask(lo, hi)
	case math.IsNaN(t.tint):
		t.tint = t.ask(t.bounds[t.at], t.bounds[t.at+1])
	}
	return t.tint
}

func (t *tinter) ask(lo, hi int) float64 {
	value, known := t.shading.Value(lo, hi)
	if !known {
		return 0
	}
	tint := t.shading.Tint(value, hi-lo)
	if math.IsNaN(tint) {
		return 0
	}
	return tint
}

// unitAt returns the unit of the cell [lo, hi): the one that holds all of it, else the cell.
func unitAt(s Shading, lo, hi int) (int, int) {
	if s == nil || lo >= hi {
		return lo, hi
	}
	bounds := s.Units(lo, hi)
	i := sort.SearchInts(bounds, lo+1) - 1
	if i >= 0 && i+1 < len(bounds) && bounds[i+1] >= hi {
		return bounds[i], bounds[i+1]
	}
	return lo, hi
}
