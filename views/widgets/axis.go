package widgets

import (
	"math"
	"strconv"
)

// An Axis says how values are spread over a length.
type Axis struct {
	Log      bool
	Min, Max float64 // both 0: as the data have it
	// Label writes a round value; nil writes it shortly: 2, 0.5, 10k.
	Label func(v float64) string
}

func (a Axis) label(v float64) string {
	if a.Label != nil {
		return a.Label(v)
	}
	return tickLabel(v)
}

// fit returns the axis with limits: its own, or those of the data, with some length between them.
func (a Axis) fit(lo, hi float64) Axis {
	if a.Min == 0 && a.Max == 0 {
		a.Min, a.Max = lo, hi
	}
	if a.Log {
		a.Min = max(a.Min, math.SmallestNonzeroFloat64*1e10)
	}
	if !(a.Max > a.Min) || math.IsInf(a.Max-a.Min, 0) {
		a.Min, a.Max = finite(a.Min), finite(a.Min)+1
	}
	return a
}

func finite(v float64) float64 {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return 0
	}
	return v
}

// part returns where on the axis a value is, 0 to 1 inside it.
func (a Axis) part(v float64) float64 {
	if a.Log {
		return math.Log(max(v, math.SmallestNonzeroFloat64)/a.Min) / math.Log(a.Max/a.Min)
	}
	return (v - a.Min) / (a.Max - a.Min)
}

// value is part's inverse.
func (a Axis) value(part float64) float64 {
	if a.Log {
		return a.Min * math.Pow(a.Max/a.Min, part)
	}
	return a.Min + part*(a.Max-a.Min)
}

// ticks returns about n round values inside the axis: 1, 2 or 5 times a power of ten apart, or powers of ten.
func (a Axis) ticks(n int) []float64 {
	if a.Log && a.Max/a.Min >= 10 {
		if out := a.decades(n); len(out) > 2 || n < 4 {
			return out
		}
		return a.between()
	}
	step := roundStep((a.Max - a.Min) / float64(max(n, 1)))
	var out []float64
	for i := math.Ceil(a.Min/step-1e-9) + 0; i*step <= a.Max+step*1e-9 && len(out) < 100; i++ {
		out = append(out, i*step)
	}
	return out
}

// decades returns powers of ten, leaving some out if there are more than n.
func (a Axis) decades(n int) []float64 {
	lo, hi := math.Ceil(math.Log10(a.Min)-1e-9), math.Floor(math.Log10(a.Max)+1e-9)
	step := math.Ceil((hi - lo + 1) / float64(max(n, 1)))
	var out []float64
	for e := lo; e <= hi; e += max(step, 1) {
		out = append(out, math.Pow(10, e))
	}
	return out
}

// between returns 1, 2 and 5 times the powers of ten.
func (a Axis) between() []float64 {
	var out []float64
	for unit := math.Pow(10, math.Floor(math.Log10(a.Min))); unit <= a.Max; unit *= 10 {
		for _, m := range []float64{1, 2, 5} {
			if v := m * unit; v >= a.Min && v <= a.Max {
				out = append(out, v)
			}
		}
	}
	return out
}

// roundStep returns the smallest of 1, 2, 5, 10 times a power of ten that is step or more.
func roundStep(step float64) float64 {
	unit := math.Pow(10, math.Floor(math.Log10(step)))
	for _, m := range []float64{1, 2, 5} {
		if m*unit >= step*(1-1e-9) {
			return m * unit
		}
	}
	return 10 * unit
}

// tickLabel writes a round value shortly: 2, 0.5, 10k, 2.5M.
func tickLabel(v float64) string {
	for _, s := range []struct {
		unit float64
		name string
	}{{1e9, "G"}, {1e6, "M"}, {1e3, "k"}} {
		if math.Abs(v) >= s.unit {
			return strconv.FormatFloat(v/s.unit, 'g', 4, 64) + s.name
		}
	}
	return strconv.FormatFloat(v, 'g', 4, 64)
}
