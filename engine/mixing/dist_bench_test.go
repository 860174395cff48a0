package mixing

import (
	"os"
	"path/filepath"
	"testing"

	"bitlens/engine/model"
)

// BenchmarkDistribution asks for all 256 probabilities of the next byte.
func BenchmarkDistribution(b *testing.B) {
	text, err := os.ReadFile(filepath.Join("..", "..", "..", "shared", "corpus", "alice29.txt"))
	if err != nil {
		b.Skip("the corpus is not here: ", err)
	}
	m := New()
	model.Teach(m, text[:100_000]...)
	var p [256]float64
	b.ReportAllocs()
	for b.Loop() {
		m.Distribution(&p)
	}
}
