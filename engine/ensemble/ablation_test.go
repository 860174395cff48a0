package ensemble

import (
	"flag"
	"os"
	"slices"
	"testing"

	"bitlens/engine/mixing"
)

var ablation = flag.String("ablation", "", "a file on which TestAblation measures what each guest is worth")

// TestAblation prints the size of a file by each guest alone, and by all without
// it: go test -v -run Ablation -ablation FILE ./engine/ensemble
func TestAblation(t *testing.T) {
	if *ablation == "" {
		t.Skip("asked for with -ablation FILE")
	}
	text, err := os.ReadFile(*ablation)
	if err != nil {
		t.Fatal(err)
	}
	whole := cost(newMix(guests()...), string(text)) / 8
	t.Logf("all together: %.0f bytes; the host without guests: %.0f bytes", whole, cost(mixing.NewMax(), string(text))/8)
	for i, g := range guests() {
		alone := cost(g.whole, string(text)) / 8
		rest := slices.Delete(guests(), i, i+1)
		without := cost(newMix(rest...), string(text)) / 8
		t.Logf("%-7s alone %.0f bytes; without it %+.0f bytes, %+.2f %%", g.name, alone, without-whole, 100*(without-whole)/whole)
	}
}
