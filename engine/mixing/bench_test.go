package mixing

import (
	"os"
	"path/filepath"
	"testing"

	"bitlens/engine/coder"
)

// BenchmarkCM reads the texts of the corpus, where that is at hand.
func BenchmarkCM(b *testing.B) {
	files, _ := filepath.Glob("../../../shared/corpus/*")
	if len(files) == 0 {
		b.Skip("no corpus")
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(filepath.Base(file), func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			for range b.N {
				q := New()
				var m coder.Meter
				for _, c := range data {
					q.Code(&m, c)
				}
				b.ReportMetric(m.Bits()/8, "bytes")
			}
		})
	}
}
