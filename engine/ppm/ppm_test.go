package ppm

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"unsafe"

	"bitlens/engine/coder"
)

// tongue returns text of n bytes with repeats of all lengths, then noise.
func tongue(n int) []byte {
	r := rand.New(rand.NewPCG(7, 8))
	text := []byte("it was the best of times, it was the worst of times, ")
	for len(text) < n/2 {
		at := r.IntN(len(text) - 10)
		text = append(text, text[at:at+1+r.IntN(9)]...)
		text = append(text, byte('a'+r.IntN(26)))
	}
	for len(text) < n {
		text = append(text, byte(r.Uint32()))
	}
	return text
}

// A full model is built anew, again and again, and both sides do it alike.
func TestRenew(t *testing.T) {
	for _, order := range []int{MinOrder, 8, MaxOrder} {
		text := tongue(300000)
		var buf bytes.Buffer
		e := coder.NewEncoder(&buf)
		q := New(order, 1)
		for _, b := range text {
			q.Code(e, b)
			if q.bytes() > q.limit+1<<16 {
				t.Fatalf("order %d: holds %d bytes", order, q.bytes())
			}
		}
		if err := e.Close(); err != nil {
			t.Fatal(err)
		}
		if len(q.text) == len(text) {
			t.Fatalf("order %d: was never full", order)
		}
		d := coder.NewDecoder(&buf)
		q = New(order, 1)
		for i, want := range text {
			if got := q.Code(d, 0); got != want {
				t.Fatalf("order %d: byte %d is %d, want %d", order, i, got, want)
			}
		}
	}
}

// Rewind leads back over the moment when the model was full.
func TestRewindOverRenew(t *testing.T) {
	text := tongue(200000)
	q := New(8, 1)
	cost := func(q *PPM, text []byte) (costs []uint32) {
		var m coder.Meter
		for _, b := range text {
			q.Code(&m, b)
			costs = append(costs, m.Take())
		}
		return costs
	}
	for q.bytes() < q.limit-10000 {
		cost(q, text[:1])
		text = text[1:]
	}
	twin := q.Clone().(*PPM)
	q.Mark()
	if cost(q, text[:5000]); q.read == int64(len(q.text)) {
		t.Fatal("was never full")
	}
	q.Rewind()
	q.Forget()
	if !slices.Equal(cost(q, text), cost(twin, text)) {
		t.Fatal("Rewind leaves something behind")
	}
}

// What bytes counts is what the compiler lays out.
func TestBytes(t *testing.T) {
	if unsafe.Sizeof(packed{}) != unitBytes || unsafe.Sizeof(secondary{}) != secondaryBytes {
		t.Fatal(unsafe.Sizeof(packed{}), unsafe.Sizeof(secondary{}))
	}
}

// BenchmarkCorpus encodes whole texts, as the command does.
func BenchmarkCorpus(b *testing.B) {
	for _, name := range []string{"alice29.txt", "book1", "enwik6", "hongloumeng-1m.txt", "progc"} {
		b.Run(name, func(b *testing.B) {
			text, err := os.ReadFile(filepath.Join("..", "..", "..", "shared", "corpus", name))
			if err != nil {
				b.Skip("the corpus is not here: ", err)
			}
			b.SetBytes(int64(len(text)))
			var buf bytes.Buffer
			for range b.N {
				buf.Reset()
				q, e := New(8, 64), coder.NewEncoder(&buf)
				for _, c := range text {
					q.Code(e, c)
				}
				if err := e.Close(); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(buf.Len()), "bytes")
		})
	}
}
