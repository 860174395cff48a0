package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
)

func TestBrokenKeepsItsWidth(t *testing.T) {
	for _, s := range []string{"start with 1 and 2; then each term is the sum of the two terms before", "首项之前视为0，第n项（从0数起）是（位置为（前一项减2）的项）与n之和", "onewordthatislongerthanalineofthelist"} {
		for width := float32(60); width < 400; width += 37 {
			lines := Broken(s, width, 2, 13, fyne.TextStyle{})
			for _, l := range lines {
				if w := fyne.MeasureText(l, 13, fyne.TextStyle{}).Width; w > width {
					t.Errorf("%q is %v wide, want %v", l, w, width)
				}
			}
			if len(lines) > 2 {
				t.Errorf("%d lines", len(lines))
			}
		}
	}
}
