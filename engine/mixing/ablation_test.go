package mixing

import (
	"flag"
	"os"
	"testing"

	"bitlens/engine/coder"
	"bitlens/engine/model"
)

var ablation = flag.String("ablation", "", "a file on which TestAblation measures what each family is worth")

// TestAblation prints how many bytes more a file takes where the contexts of a
// family are all the same: go test -v -run Ablation -ablation FILE ./engine/mixing
func TestAblation(t *testing.T) {
	if *ablation == "" {
		t.Skip("asked for with -ablation FILE")
	}
	text, err := os.ReadFile(*ablation)
	if err != nil {
		t.Fatal(err)
	}
	whole := bytesOf(NewMax(), text)
	t.Logf("%.0f bytes", whole)
	for mode, families := range families() {
		t.Logf("%d contexts in %s", lanesOf(families), [modes]string{"bytes", "characters"}[mode])
		for i := range families {
			ablate(t, mode, i, text, whole)
		}
	}
}

// ablate tells what is lost without family i of a mode.
func ablate(t *testing.T, mode, i int, text []byte, whole float64) {
	all := families()
	f := all[mode][i]
	all[mode][i] = silent(f)
	without := bytesOf(newMax(all), text)
	t.Logf("without the %d of %-20s %+.0f bytes, %+.2f %%", len(f.contexts), f.name, without-whole, 100*(without-whole)/whole)
}

// silent returns f with contexts that tell nothing.
func silent(f family) family {
	f.fill = func(_ *scene, h []uint64) { clear(h) }
	return f
}

// bytesOf returns the size of text, read by q.
func bytesOf(q model.Predictor, text []byte) float64 {
	var m coder.Meter
	for _, b := range text {
		q.Code(&m, b)
	}
	return m.Bits() / 8
}
