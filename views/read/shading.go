package read

import (
	"math"

	"bitlens/engine/text"
	"bitlens/views/widgets"
	"bitlens/views/workspace"
)

// breakEven is the cost of a byte that was not predicted at all.
const breakEven = 8

// cheap is the bits a byte below which a unit stays untinted: a quarter of
// break-even.
const cheap = breakEven / 4

// A shading tints the open text by the chosen unit, measure and models. Units
// of several bytes are compared by bits a byte, so that a Han character of 24
// bits is as dear as a letter of 8.
type shading struct {
	w *workspace.Workspace
	// dear is the level at the dear end of the ramp: the 99th percentile of
	// this text's units; low, where the cheap end follows the text too.
	dear, low float64
	held      [2]float64 // the levels between which a person has put the ramp; equal for none
	gamma     float64    // the power of a tint; 0 is 1
	last      scale
	of        string // the name of the measure that last is of
}

// Units implements widgets.Shading. A character is never cut: a unit that ends
// inside one goes on to its end.
func (s *shading) Units(lo, hi int) []int {
	t, u := s.w.Text(), s.w.Unit()
	starts := u.Starts(t, lo, hi)
	if u.Name() != text.Byte.Name() && !u.IsToken() && u.Name()[0] != '/' {
		return starts
	}
	return whole(t, starts)
}

// whole drops the starts that lie inside a character.
func whole(t text.Bytes, starts []int) []int {
	if len(starts) < 2 {
		return starts
	}
	chars := text.Char.Starts(t, starts[0], starts[len(starts)-1])
	out := chars[:1]
	i := 0
	for _, c := range chars[1:] {
		for i < len(starts) && starts[i] < c {
			i++
		}
		if i == len(starts) || starts[i] == c {
			out = append(out, c)
		}
	}
	if out[len(out)-1] != chars[len(chars)-1] {
		out = append(out, chars[len(chars)-1])
	}
	return out
}

// Value implements widgets.Shading.
func (s *shading) Value(lo, hi int) (float64, bool) { return s.w.Value(lo, hi) }

// Tint implements widgets.Shading.
func (s *shading) Tint(value float64, bytes int) float64 {
	return s.tintOf(s.scale().level(value, bytes))
}

// scale returns the scale of the measure of now.
func (s *shading) scale() *scale {
	m := workspace.Bits
	if s.w != nil {
		m = s.w.Measure()
	}
	if s.of != m.Name {
		s.last, s.of = scaleOf(m), m.Name
	}
	return &s.last
}

// ends returns the levels between which the ramp runs.
func (s *shading) ends() (lo, hi float64) {
	if s.held[0] != s.held[1] {
		return s.held[0], s.held[1]
	}
	return max(s.scale().cheap, s.low), s.dear
}

// tintOf places a level on the ramp. On both sides of a middle it is the same.
func (s *shading) tintOf(level float64) float64 {
	lo, hi := s.ends()
	side := 1.0
	if s.scale().diverges && level < 0 {
		level, side = -level, -1
	}
	tint := min(max((level-lo)/(hi-lo), 0), 1)
	if s.gamma > 0 {
		tint = math.Pow(tint, s.gamma)
	}
	return side * tint
}

// ramp returns the ramp that the measure is shown in.
func (s *shading) ramp() *widgets.Ramp {
	if s.w.Measure().Diverges {
		return widgets.Difference
	}
	return widgets.CurrentRamp()
}
