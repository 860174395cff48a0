package read

import (
	"bitlens/engine/measure"
	"bitlens/engine/text"
	"bitlens/views/workspace"
)

// breakEven is the cost of a byte that was not predicted at all.
const breakEven = 8

// cheap is the bits a byte below which a unit stays untinted: a quarter of
// break-even.
const cheap = breakEven / 4

// A shading tints the open text by the chosen unit and model. Units of several
// bytes are compared by bits a byte, so that a Han character of 24 bits is as
// dear as a letter of 8.
type shading struct {
	w *workspace.Workspace
	// dear is the bits a byte at the dear end of the ramp: the 99th percentile
	// of this text's units.
	dear float64
}

// Units implements widgets.Shading. A character is never cut: a unit that ends
// inside one goes on to its end.
func (s *shading) Units(lo, hi int) []int {
	t, u := s.w.Text(), s.w.Unit()
	starts := u.Starts(t, lo, hi)
	if u.Name() != text.Byte.Name() && u.Name() != text.Token.Name() {
		return starts
	}
	return s.whole(t, starts)
}

// whole drops the starts that lie inside a character.
func (s *shading) whole(t text.Bytes, starts []int) []int {
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

// Bits implements widgets.Shading.
func (s *shading) Bits(lo, hi int) (float64, bool) {
	cost, known, _ := s.w.Reading().Trace().Cost(lo, hi)
	return measure.Bits(cost), known
}

// Tint implements widgets.Shading.
func (s *shading) Tint(bits float64, bytes int) float64 {
	return s.tintOf(bits / float64(max(bytes, 1)))
}

// tintOf places bits a byte on the ramp.
func (s *shading) tintOf(rate float64) float64 {
	return min(max((rate-cheap)/(s.dear-cheap), 0), 1)
}
