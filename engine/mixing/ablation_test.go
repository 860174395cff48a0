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
	t.Logf("%d contexts: %.0f bytes", contextsOf(families()), whole)
	for i := range families() {
		all := families()
		n, name := len(all[i].contexts), all[i].name
		all[i] = silent(all[i])
		without := bytesOf(newMax(all), text)
		t.Logf("without the %d of %-10s %+.0f bytes, %+.2f %%", n, name, without-whole, 100*(without-whole)/whole)
	}
}

// silent returns f with contexts that tell nothing.
func silent(f family) family {
	f.wide, f.fill = nil, func(_ *scene, h []uint64) { clear(h) }
	return f
}

func contextsOf(families []family) (n int) {
	for _, f := range families {
		n += len(f.contexts)
	}
	return n
}

// bytesOf returns the size of text, read by q.
func bytesOf(q model.Predictor, text []byte) float64 {
	var m coder.Meter
	for _, b := range text {
		q.Code(&m, b)
	}
	return m.Bits() / 8
}
