package neural

import (
	"crypto/sha256"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"bitlens/engine/model"
)

var update = flag.Bool("update", false, "write testdata/weights.txt anew; raise the Version of what changed")

// fingerprint is of the weights that each kind of network has after a text. On
// another processor, or without kernels, they are the same to the bit.
const fingerprint = "testdata/weights.txt"

// TestWeightsAreTheSameEverywhere reads a text with each kind of network.
func TestWeightsAreTheSameEverywhere(t *testing.T) {
	text := []byte(strings.Repeat("A small text, read again; and again, 再读一遍.\n", 16)) // 816 bytes: through all regimes of tiny
	var got strings.Builder
	for i, kind := range kinds {
		n := newTiny(i)
		model.Teach(n, text...)
		hash := sha256.New()
		n.net.parts(func(p part) { fmt.Fprintf(hash, "%x", p.state().values) })
		fmt.Fprintf(&got, "%s\t%x\n", kind.name, hash.Sum(nil))
	}
	if *update {
		if err := os.WriteFile(fingerprint, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(fingerprint)
	if err != nil {
		t.Fatal(err)
	}
	if got.String() != string(want) {
		t.Errorf("weights after a text:\n%swant\n%s", &got, want)
	}
}
