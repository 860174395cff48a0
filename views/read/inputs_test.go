package read

import (
	"strings"
	"testing"

	"bitlens/assets/lang"
	"bitlens/engine/model"
	"bitlens/engine/zoo"
	"bitlens/views/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// Every part of every predictor has a Chinese name, in either kind of text; one
// that is a model of its own is called by its id everywhere.
func TestInputsHaveChineseNames(t *testing.T) {
	lang.Set("zh")
	defer lang.Set("en")
	for _, e := range zoo.All() {
		if e.New == nil {
			continue
		}
		q := e.Predictor()
		for _, text := range []string{"the cat sat on the mat\nthe cat sat", "道可道，非常道。名可名，非常名。"} {
			model.Teach(q, []byte(text)...)
			for _, in := range q.(model.Explainer).Explain().Inputs {
				said := inputName(in.Name)
				if _, err := zoo.Open(said); err == nil {
					continue
				}
				if said == in.Name || strings.HasPrefix(said, "order") {
					t.Errorf("%s: %q is not translated", e.ID, in.Name)
				}
			}
		}
	}
}

// Every name stands whole beside what its part says.
func TestNamesOfInputsFit(t *testing.T) {
	test.NewTempApp(t)
	defer lang.Set(lang.English)
	for _, l := range []string{lang.English, "zh"} {
		lang.Set(l)
		room := inputWidth - fyne.MeasureText(lang.T("%+.1f bits", -88.8), widgets.TextSize, fyne.TextStyle{}).Width - inputGap
		for _, names := range []map[string]string{inputNames(), wideInputNames()} {
			for _, name := range names {
				if widgets.Shortened(name, room, widgets.TextSize, fyne.TextStyle{}) != name {
					t.Errorf("%s: %q is too long", l, name)
				}
			}
		}
	}
}
