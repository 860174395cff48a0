package zoo

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"bitlens/engine/coder"
	"bitlens/engine/model"
)

// size encodes data with e and returns how many bytes that takes.
func size(t testing.TB, e *model.Entry, data []byte) int {
	var buf bytes.Buffer
	if q := e.Predictor(); q != nil {
		enc := coder.NewEncoder(&buf)
		for _, b := range data {
			q.Code(enc, b)
		}
		if err := enc.Close(); err != nil {
			t.Fatal(err)
		}
		return buf.Len()
	}
	w, err := e.Codec().NewWriter(&buf)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(w, bytes.NewReader(data)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Len()
}

func BenchmarkEncode(b *testing.B) {
	text := english(100000)
	for _, e := range All() {
		b.Run(e.ID, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for range b.N {
				size(b, e, text)
			}
		})
	}
}

// TestPrices prints a table of bytes and microseconds a byte over the corpus,
// and the medians for nanos.
func TestPrices(t *testing.T) {
	if !*prices {
		t.Skip("asked for with -prices")
	}
	texts := corpus(t)
	for _, e := range All() {
		if !strings.HasPrefix(e.ID, *only) {
			continue
		}
		var row string
		var nanos []float64
		for _, in := range texts {
			start := time.Now()
			n := size(t, e, in.data)
			per := float64(time.Since(start).Nanoseconds()) / float64(len(in.data))
			nanos = append(nanos, per)
			row += fmt.Sprintf(" | %d (%.2f)", n, per/1000)
		}
		slices.Sort(nanos)
		t.Logf("| %s%s |\t%q: %.0f,", e.ID, row, e.ID, nanos[len(nanos)/2])
	}
}
