package widgets

import (
	"math"
	"os"
	"testing"

	"bitlens/engine/text"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// fakeCosts is a shading with made-up costs: bytes grouped into cells of a few, dearer ones now and then.
type fakeCosts struct {
	doc  text.Bytes
	unit int // bytes in a unit; 0 cuts at the starts of UTF-8 characters
}

func (f fakeCosts) Units(lo, hi int) []int {
	if f.unit > 0 {
		return multiples(f.unit, lo, hi, f.doc.Len())
	}
	for lo > 0 && !start(f.doc.At(lo)) {
		lo--
	}
	bounds := []int{lo}
	for i := lo + 1; ; i++ {
		if i >= f.doc.Len() {
			return append(bounds, f.doc.Len())
		}
		if start(f.doc.At(i)) {
			bounds = append(bounds, i)
			if i >= hi {
				return bounds
			}
		}
	}
}

func multiples(n, lo, hi, end int) (bounds []int) {
	for i := lo / n * n; ; i += n {
		bounds = append(bounds, min(i, end))
		if i >= hi || i >= end {
			return bounds
		}
	}
}

func start(b byte) bool { return b&0xC0 != 0x80 }

func (f fakeCosts) Value(lo, hi int) (float64, bool) {
	z := uint64(lo+1) * 0x9E3779B97F4A7C15
	z ^= z >> 29
	z *= 0xBF58476D1CE4E5B9
	u := float64(z>>40) / (1 << 24)
	return float64(hi-lo) * 1.3 * -math.Log2(1-u*0.9999), true
}

func (f fakeCosts) Tint(bits float64, bytes int) float64 {
	evens := bits / float64(8*bytes)
	return min(max((evens-0.25)/1.75, 0), 1)
}

// newHeat shows a text in a window of w by h dips.
func newHeat(t testing.TB, a Appearance, doc string, w, h float32) (*HeatText, fyne.Window) {
	fyne.CurrentApp().Settings().SetTheme(NewTheme(a))
	heat := NewHeatText()
	win := test.NewWindow(heat)
	t.Cleanup(win.Close)
	win.SetPadded(false)
	win.Resize(fyne.NewSize(w, h))
	heat.SetText(text.NewSeq([]byte(doc)))
	heat.SetShading(fakeCosts{doc: heat.Text()})
	heat.OnEdit = func(int, int, []byte) { heat.shading = fakeCosts{doc: heat.Text()} }
	return heat, win
}

func TestMain(m *testing.M) {
	test.NewApp()
	os.Exit(m.Run())
}
