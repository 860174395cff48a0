package zoo

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"bitlens/engine/model"
)

// An input is a text that every model must survive.
type input struct {
	name string
	data []byte
}

// inputs returns the texts of the suite. All are made here, so that they are
// the same everywhere.
// With -short, as under the race detector, which sees what goroutines share and
// not what texts hold, there are four, cut to their starts.
func inputs() []input {
	all := []input{
		{"empty", nil},
		{"one", []byte("x")},
		{"all bytes", allBytes()},
		{"random", random(20000)},
		{"zeros", make([]byte, 30000)},
		{"ones", bytes.Repeat([]byte{255}, 3000)},
		{"period 2", periodic(2, 8000)},
		{"period 7", periodic(7, 8000)},
		{"period 300", periodic(300, 20000)},
		{"english", english(40000)},
		{"chinese", chinese(20000)},
		{"runs that break", broken(20000)},
		{"de bruijn", deBruijn(12)},
		{"random then again", bytes.Repeat(random(5000), 3)},
	}
	if !testing.Short() {
		return all
	}
	var few []input
	for _, in := range all {
		if slices.Contains([]string{"empty", "all bytes", "english", "chinese"}, in.name) {
			few = append(few, input{in.name, in.data[:min(len(in.data), 400)]})
		}
	}
	return few
}

// dear is the price, in nanoseconds a byte, above which a test gives a model no
// more of a text than it needs.
const dear = 12000

// affordable returns data or, for a model that is dear, its start: n bytes, or
// what it reads in a twentieth of a second if that is more. With -short it is a
// hundred bytes.
func affordable(e *model.Entry, data []byte, n int) []byte {
	switch {
	case e.Nanos <= dear:
		return data
	case testing.Short():
		return data[:min(len(data), 100)]
	}
	return data[:min(len(data), max(n, int(50e6/e.Nanos)))]
}

// inputsOf returns the inputs, as much of each as e can afford.
func inputsOf(e *model.Entry) []input {
	all := inputs()
	for i := range all {
		all[i].data = affordable(e, all[i].data, 200)
	}
	return all
}

func source() *rand.Rand { return rand.New(rand.NewPCG(1948, 1964)) }

func allBytes() []byte {
	var b []byte
	for i := range 256 {
		b = append(b, byte(i))
	}
	return b
}

func random(n int) []byte {
	r, b := source(), make([]byte, n)
	for i := range b {
		b[i] = byte(r.Uint32())
	}
	return b
}

func periodic(period, n int) []byte {
	return bytes.Repeat(random(period), n/period+1)[:n]
}

// english returns n bytes in which words come as often as their rank allows
// (Zipf 1935), with sentences and lines.
func english(n int) []byte {
	words := strings.Fields(`the of and to in a is that it was he for on are with as his they
		at be this from I have or by one had not but what all were when we there can an your
		which their said if do will each about how up out them then she many some so these
		would other into has more her two like him see time could no make than first been its`)
	r := source()
	var b bytes.Buffer
	for line := 0; b.Len() < n; {
		w := words[int(float64(len(words))*r.Float64()*r.Float64()*r.Float64())]
		line += len(w) + 1
		switch {
		case r.IntN(12) == 0:
			b.WriteString(w + ". ")
		case line > 70:
			b.WriteString(w + "\n")
			line = 0
		default:
			b.WriteString(w + " ")
		}
	}
	return b.Bytes()[:n]
}

// chinese returns n bytes of UTF-8 (the last character may be cut).
func chinese(n int) []byte {
	signs := []rune("的一是不了人我在有他这为之大来以个中上们到说国和地也子时道出而要于就下得可你年生")
	r := source()
	var b bytes.Buffer
	for b.Len() < n {
		b.WriteRune(signs[int(float64(len(signs))*r.Float64()*r.Float64())])
		if r.IntN(10) == 0 {
			b.WriteString("，")
		}
	}
	return b.Bytes()[:n]
}

// broken returns runs that teach certainty, each ended by what is improbable.
func broken(n int) []byte {
	r := source()
	var b []byte
	for len(b) < n {
		b = append(b, bytes.Repeat([]byte{'a'}, r.IntN(2000))...)
		b = append(b, byte(r.Uint32()))
	}
	return b[:n]
}

// deBruijn returns the bits of a cycle that holds each word of order bits once
// (Martin 1934: prefer 1), eight to a byte: no context repeats before all have
// been seen.
func deBruijn(order int) []byte {
	seen := make([]bool, 1<<order)
	bits := make([]byte, 1<<order/8)
	word := 0
	for i := range 1 << order {
		next := word<<1&(1<<order-1) | 1
		if seen[next] {
			next--
		}
		seen[next] = true
		word = next
		bits[i/8] = bits[i/8]<<1 | byte(next&1)
	}
	return bits
}

// corpus returns the texts that stand beside the repository, if they do.
func corpus(t testing.TB) []input {
	var all []input
	for _, name := range []string{"alice29.txt", "book1", "enwik6", "hongloumeng-1m.txt", "progc"} {
		data, err := os.ReadFile(filepath.Join("..", "..", "..", "shared", "corpus", name))
		if err != nil {
			t.Skip("the corpus is not here: ", err)
		}
		all = append(all, input{name, data})
	}
	return all
}
