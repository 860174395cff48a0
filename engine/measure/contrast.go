package measure

import (
	"slices"

	"bitlens/engine/text"
)

// contrastWindow is how many bytes are compared at a time, where it is asked
// where two models differ: one byte tells little, since what one model pays
// early the other pays a byte later.
const contrastWindow = 64

// A Contrast is a stretch of text that cost two models differently.
type Contrast struct {
	At   int     // its first byte
	Bits float64 // what A paid more than B over the window
}

// Contrasts returns where two models differ most over the first n bytes of a
// text, by the sum of their costs over a window: local extremes, in the order
// of the text, of which each is among the strongest hundredth of all windows
// and more than 8 bits.
func Contrasts(a, b text.Seq[uint32], n int) []Contrast {
	all := windows(a, b, n)
	least := strongest(all)
	var out []Contrast
	for i, c := range all {
		if m := magnitude(c); m >= least && m > 8 && !overshadowed(all, i) {
			out = append(out, c)
		}
	}
	return out
}

// windows returns the difference over each window; they overlap by half.
func windows(a, b text.Seq[uint32], n int) []Contrast {
	const step = contrastWindow / 2
	var all []Contrast
	before := int64(0)
	for lo := 0; lo < n; lo += step {
		hi := min(lo+step, n)
		half := difference(a.Slice(lo, hi), b.Slice(lo, hi))
		if lo > 0 {
			all = append(all, Contrast{lo - step, float64(before+half) / costUnit})
		}
		before = half
	}
	if len(all) == 0 && n > 0 {
		all = append(all, Contrast{0, float64(before) / costUnit})
	}
	return all
}

func difference(a, b []uint32) (sum int64) {
	for i := range a {
		sum += int64(a[i]) - int64(b[i])
	}
	return sum
}

// strongest returns the magnitude that one window in a hundred reaches.
func strongest(all []Contrast) float64 {
	m := make([]float64, len(all))
	for i, c := range all {
		m[i] = magnitude(c)
	}
	slices.Sort(m)
	if len(m) == 0 {
		return 0
	}
	return m[len(m)*99/100]
}

// overshadowed reports whether a neighbour differs more than window i, or as
// much and stands before it.
func overshadowed(all []Contrast, i int) bool {
	m := magnitude(all[i])
	return i > 0 && magnitude(all[i-1]) >= m || i+1 < len(all) && magnitude(all[i+1]) > m
}

func magnitude(c Contrast) float64 { return max(c.Bits, -c.Bits) }
