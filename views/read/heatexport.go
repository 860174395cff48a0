package read

import (
	"errors"
	"io"

	"bitlens/assets/lang"
	"bitlens/engine/measure"
	"bitlens/views"
	"bitlens/views/widgets"
	"bitlens/views/workspace"
)

// heatExports offers the heat map and the units that it tints.
func (v *View) heatExports() []views.Export {
	return []views.Export{
		{What: "Heat map, a page for any browser", Ext: ".html", Later: v.page},
		{What: "Heat map", Ext: ".png", Later: v.picture},
		{What: "Every unit with its bits", Ext: ".csv", Later: v.table(writeCSV)},
		{What: "Every unit with its bits", Ext: ".jsonl", Later: v.table(writeJSONLines)},
	}
}

// A still is the heat map as it stands at one moment, to be written apart from
// the window.
type still struct {
	w      *workspace.Workspace
	shade  *shading
	ramp   *widgets.Ramp
	lo, hi int // the bytes to write
}

// still takes the heat map of now: what is selected, else all of it.
func (v *View) still() *still {
	w := v.w.Still()
	shade := *v.shade
	shade.w = w
	s := &still{w: w, shade: &shade, ramp: v.shade.ramp(), hi: w.Text().Len()}
	if lo, hi := w.Brush(); lo < hi {
		s.lo, s.hi = lo, min(hi, s.hi)
	}
	return s
}

// units yields the pieces that have one tint, cut to the bytes to write. The
// text is looked at piece by piece.
func (s *still) units(yield func(lo, hi int) bool) {
	const step = 1 << 14 // bytes
	for at := s.lo; at < s.hi; {
		bounds := s.shade.Units(at, min(at+step, s.hi))
		for _, end := range bounds[1:] {
			end = min(end, s.hi)
			if end > at && !yield(at, end) {
				return
			}
			at = max(at, end)
		}
	}
}

// bits returns what the bytes [lo,hi) cost, in 2^-20 bit, and whether that is
// known.
func (s *still) bits(lo, hi int) (cost uint64, known bool) {
	cost, known, current := s.w.Reading().Trace().Cost(lo, hi)
	return cost, known && current
}

// known returns the bits of what has been read of the bytes to write, and how
// many bytes that is.
func (s *still) known() (bits float64, bytes int) {
	end := min(s.hi, s.w.Reading().Trace().Known())
	if end <= s.lo {
		return 0, 0
	}
	cost, _ := s.bits(s.lo, end)
	return measure.Bits(cost), end - s.lo
}

// maxPage is the largest text that a page is made of, in bytes: larger ones
// make browsers slow.
const maxPage = 1 << 20

// page takes the heat map for a page.
func (v *View) page() (func(io.Writer) error, error) {
	s := v.still()
	if s.hi-s.lo > maxPage {
		return nil, errors.New(lang.T("A page holds 1 MB of text at most. Select a part of the text first; only that is saved."))
	}
	return s.writePage, nil
}

// picture takes the heat map for a picture.
func (v *View) picture() (func(io.Writer) error, error) {
	s := v.still()
	var below widgets.Cutting
	if unit := v.aligned.unit; v.aligned.has() {
		below = func(lo, hi int) []int { return unit.Starts(s.w.Text(), lo, hi) }
	}
	return v.heat.Picture(s.shade, below, s.lo, s.hi, v.w.Do).WritePNG, nil
}
