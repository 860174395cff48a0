package read

import (
	"strings"
	"testing"

	"bitlens/assets/lang"
	"bitlens/engine/model"
	"bitlens/engine/zoo"
)

// Every part of every predictor has a Chinese name, in either kind of text.
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
				if said := inputName(in.Name); said == in.Name || strings.HasPrefix(said, "order") {
					t.Errorf("%s: %q is not translated", e.ID, in.Name)
				}
			}
		}
	}
}
