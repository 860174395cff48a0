package read

import (
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

// One cursor and one brush: what is marked in one picture is marked in all, and
// what is said of it is what its bytes cost.
func TestPicturesAgree(t *testing.T) {
	doc := strings.Repeat("the cat sat on the mat; ", 200)
	v, w, q := found(t, "ppm", doc)
	chart := v.charts.profile.chart
	q.Until(t, "the profile", func() bool { return len(v.digest.along) > 0 && !math.IsNaN(v.digest.along[profileCells-1]) })
	chart.OnBrush(1000, 1999.5)
	if lo, hi := w.Brush(); lo != 1000 || hi != 2000 {
		t.Fatalf("brushed %d to %d", lo, hi)
	}
	if lo, hi := v.heat.Selection(); lo != 1000 || hi != 2000 {
		t.Errorf("the text marks %d to %d", lo, hi)
	}
	q.Until(t, "the histogram of the brush", func() bool { return v.digest.brushed.len == 1000 })
	if title := v.charts.histogram.Bins().Title; !strings.Contains(title, "SELECTED") {
		t.Errorf("the histogram is of %q", title)
	}
	chart.OnTap(333)
	if lo, hi := w.Brush(); w.Cursor() != 333 || lo != hi || v.heat.CursorOffset() != 333 {
		t.Errorf("cursor %d, in the text %d, brush %d to %d", w.Cursor(), v.heat.CursorOffset(), lo, hi)
	}
	w.SetBrush(24, 48)
	v.takeOut()
	if got := string(w.Text().Slice(0, w.Text().Len())); got != doc[24:48] {
		t.Errorf("taken out is %q", got)
	}
}

// The profile zooms to stretches of the text and back to all of it.
func TestProfileZooms(t *testing.T) {
	v, _, q := found(t, "order1", strings.Repeat("abcdefgh", 500))
	p := v.charts.profile
	for _, c := range []struct {
		lo, hi float64
		want   [2]int
	}{{1000, 2000.2, [2]int{1000, 2001}}, {1500, 1501, [2]int{1000, 2001}}, {-5, 9000, [2]int{}}} {
		p.zoom(c.lo, c.hi)
		if v.digest.zoom != c.want {
			t.Errorf("%v to %v: %v, want %v", c.lo, c.hi, v.digest.zoom, c.want)
		}
	}
	q.Until(t, "the figures", func() bool { return !v.digest.busy })
}

func TestMinimapGoes(t *testing.T) {
	v, w, q := found(t, "order1", strings.Repeat("a line of text\n", 500))
	q.Until(t, "the column", func() bool { return len(v.digest.whole) > 0 && !math.IsNaN(v.digest.whole[100]) })
	v.minimap.Resize(fyne.NewSize(18, 100))
	v.minimap.Tapped(&fyne.PointEvent{Position: fyne.NewPos(5, 50)})
	if lo, _ := v.heat.OnScreen(); lo < w.Text().Len()/2-20 || lo > w.Text().Len()/2+20 {
		t.Errorf("it went to %d of %d", lo, w.Text().Len())
	}
}
