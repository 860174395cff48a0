package zoo

import (
	"crypto/sha256"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bitlens/engine/model"
)

var update = flag.Bool("update", false, "write testdata/bits.txt anew; raise the Version of what changed")

var prices = flag.Bool("prices", false, "print the table of TestPrices")

var only = flag.String("only", "", "the start of the ids of TestPrices")

const goldenFile = "testdata/bits.txt"

// goldenTexts are coded by every model: one made here, one from the corpus.
func goldenTexts() []input {
	text := append(english(20000), chinese(9000)...)
	texts := []input{{"made", append(text, broken(3000)...)}}
	alice := filepath.Join("..", "..", "..", "shared", "corpus", "alice29.txt")
	if data, err := os.ReadFile(alice); err == nil {
		texts = append(texts, input{"alice29.txt", data})
	}
	return texts
}

// TestGolden sees any change of bits, on any processor: each line of the file
// is a model, its version, a text, and the SHA-256 of its code.
func TestGolden(t *testing.T) {
	if testing.Short() {
		t.Skip("whole texts, without -short")
	}
	if *update {
		writeGolden(t)
	}
	golden, err := os.ReadFile(goldenFile)
	if err != nil {
		t.Fatal(err)
	}
	eachPredictor(t, func(t *testing.T, e *model.Entry) {
		for _, in := range goldenTexts() {
			if line := goldenLine(t, e, in); !strings.Contains(string(golden), line) {
				t.Errorf("%s is not in %s", strings.TrimSpace(line), goldenFile)
			}
		}
	})
}

func goldenLine(t *testing.T, e *model.Entry, in input) string {
	data := in.data
	if e.Nanos > dear {
		data = data[:min(len(data), 6000)]
	}
	code, _ := encode(t, e.Predictor(), data)
	return fmt.Sprintf("%s\t%d\t%s\t%d\t%x\n", e.ID, e.Version, in.name, len(code), sha256.Sum256(code))
}

func writeGolden(t *testing.T) {
	var out strings.Builder
	for _, e := range All() {
		if e.New == nil {
			continue
		}
		for _, in := range goldenTexts() {
			out.WriteString(goldenLine(t, e, in))
		}
	}
	if err := os.MkdirAll("testdata", 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(goldenFile, []byte(out.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}
