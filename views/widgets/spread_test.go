package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
)

// What there is no room for is given up in order, and comes back.
func TestSpreadGivesUpWhatItMust(t *testing.T) {
	name := NewLabel("a long name of a text.txt", RoleMute)
	left := Row(10, NewChip("Open", nothing), name)
	unit, rival := NewChip("Unit", nothing), NewChip("B", nothing)
	unit.SetValue("character", nil)
	rival.SetValue("none", nil)
	right := Row(8, rival, unit)
	full := left.MinSize().Width + right.MinSize().Width + spreadGap
	captions := unit.MinSize().Width
	w := window(t, Spread(left, right, func() fyne.CanvasObject { return Last(left) }))
	for _, c := range []struct {
		width        float32
		tight, named bool
	}{{full + 20, false, true}, {full - 5, true, true}, {full - 100, true, false}, {full + 20, false, true}} {
		w.Resize(fyne.NewSize(c.width, 46))
		if unit.tight != c.tight || name.Visible() != c.named {
			t.Errorf("%v wide: tight %v, the name shows %v", c.width, unit.tight, name.Visible())
		}
		if c.tight && (unit.MinSize().Width >= captions || rival.said() != "B") {
			t.Errorf("%v wide: the chip keeps its caption, or the letter is gone", c.width)
		}
		if end := right.Position().X + right.Size().Width; end > c.width+0.5 || right.Position().X < left.Size().Width {
			t.Errorf("%v wide: the right ends at %v and begins at %v", c.width, end, right.Position().X)
		}
	}
}
