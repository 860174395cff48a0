package codec

import (
	"bytes"
	"io"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/klauspost/compress/flate"

	"bitlens/engine/model"
)

func deflated(t testing.TB, level int, text []byte) []byte {
	t.Helper()
	var buf bytes.Buffer
	w, err := flate.NewWriter(&buf, level)
	if err == nil {
		_, err = w.Write(text)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

// A match costs each byte it copies the same, and less than a literal.
func TestMatchIsCheap(t *testing.T) {
	text := bytes.Repeat([]byte("the quick brown fox jumps over the lazy dog; "), 3)
	for name, c := range map[string]*codec{
		"deflate": newDeflate(9), "zstd": newZstd(3), "zstd best": newZstd(4),
	} {
		costs, _, err := c.Charge(packed(t, c, text), len(text))
		if err != nil {
			t.Fatal(name, err)
		}
		overhead := costs[len(text)-1]
		for i := 46; i < len(text); i++ {
			if costs[i] > overhead+4 || costs[i] >= costs[0] {
				t.Fatalf("%s: byte %d of the repeat costs %d, its neighbours %d", name, i, costs[i], overhead)
			}
		}
	}
}

func packed(t testing.TB, c *codec, text []byte) []byte {
	t.Helper()
	var buf bytes.Buffer
	w, err := c.NewWriter(&buf)
	if err == nil {
		_, err = w.Write(text)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

// The three kinds of block and an empty block between, as flush makes it.
func TestBlocks(t *testing.T) {
	var buf bytes.Buffer
	w, err := flate.NewWriter(&buf, 6)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, part := range []string{"abc", "", "a longer part, a longer part, a longer part", "\x00\xff\x80"} {
		io.WriteString(w, part)
		w.Flush()
		n += len(part)
	}
	w.Close()
	costs, exact, err := chargeDeflate(buf.Bytes(), n)
	if err != nil || !exact {
		t.Fatal(exact, err)
	}
	var sum uint64
	for _, c := range costs {
		sum += uint64(c)
	}
	if want := uint64(buf.Len()) * 8 << costBits; sum != want {
		t.Fatalf("costs add up to %d, want %d", sum, want)
	}
}

// The bill must accept what the library accepts, and no other length.
func FuzzChargeDeflate(f *testing.F) {
	for level := -2; level <= 9; level++ {
		f.Add(deflated(f, level, []byte("to be or not to be, that is the question")))
	}
	f.Add([]byte{0x01, 0, 0, 0xff, 0xff})
	f.Add([]byte{0x03, 0})
	f.Fuzz(func(t *testing.T, stream []byte) {
		in := bytes.NewReader(stream)
		text, err := io.ReadAll(io.LimitReader(flate.NewReader(in), 1<<20))
		if err != nil || len(text) == 1<<20 || in.Len() > 0 {
			chargeDeflate(stream, 100)
			return
		}
		costs, _, err := chargeDeflate(stream, len(text))
		if err != nil && err != errCost {
			t.Fatalf("%d bytes of text are not charged: %v", len(text), err)
		}
		var sum uint64
		for _, c := range costs {
			sum += uint64(c)
		}
		if want := uint64(len(stream)) * 8 << costBits; err == nil && len(text) > 0 && sum != want {
			t.Fatalf("costs add up to %d, want %d", sum, want)
		}
		if _, _, err := chargeDeflate(stream, len(text)+1); err == nil {
			t.Fatal("another length is accepted")
		}
	})
}

// fuzzReader reads whatever is there from a reader that must not be harmed, and
// charges it to n bytes and to those it has: to the last unit, or not at all.
func fuzzReader(f *testing.F, c *codec) {
	for _, text := range seeds() {
		f.Add(packed(f, c, text), uint16(len(text)))
	}
	f.Fuzz(func(t *testing.T, stream []byte, n uint16) {
		fuzzCharge(t, c, stream, int(n))
		r, err := c.NewReader(bytes.NewReader(stream))
		if err != nil {
			return
		}
		text, err := io.ReadAll(io.LimitReader(r, 1<<16))
		if err == nil && len(text) < 1<<16 {
			fuzzCharge(t, c, stream, len(text))
		}
	})
}

func fuzzCharge(t *testing.T, c *codec, stream []byte, n int) {
	costs, _, err := c.Charge(stream, n)
	if err == nil && n > 0 && total(costs) != uint64(len(stream))*8<<costBits {
		t.Fatalf("costs add up to %d, the stream has %d bytes", total(costs), len(stream))
	}
}

// Each level of each codec gives the text back, and bills it to the last unit.
func TestEveryLevel(t *testing.T) {
	if testing.Short() {
		t.Skip("some take long; without -short")
	}
	for _, e := range Entries() {
		for _, values := range levels(e.Params) {
			c := e.NewCodec(values).(*codec)
			for _, text := range seeds() {
				stream := packed(t, c, text)
				r, err := c.NewReader(bytes.NewReader(stream))
				if err != nil {
					t.Fatal(e.Name, values, err)
				}
				if got, err := io.ReadAll(r); err != nil || !bytes.Equal(got, text) {
					t.Errorf("%s %v: %d bytes come back as %d: %v", e.Name, values, len(text), len(got), err)
				}
				costs, _, err := c.Charge(stream, len(text))
				if err != nil || len(text) > 0 && total(costs) != uint64(len(stream))*8<<costBits {
					t.Errorf("%s %v: %d bytes are charged %d units: %v", e.Name, values, len(stream), total(costs), err)
				}
			}
		}
	}
}

// levels returns the values of at most one parameter, the smaller ones if there
// are many.
func levels(params []model.Param) (all [][]int) {
	if len(params) == 0 {
		return [][]int{nil}
	}
	for v := params[0].Min; v <= min(params[0].Max, params[0].Min+13); v++ {
		all = append(all, []int{v})
	}
	return all
}

// seeds are texts from which the codecs make blocks of every kind.
func seeds() [][]byte {
	r := rand.New(rand.NewPCG(8878, 1951))
	var noise, words []byte
	for range 600 {
		noise = append(noise, byte(r.Uint32()))
		words = append(words, "to be or not to be, that is "[r.IntN(20):][:1+r.IntN(8)]...)
	}
	return [][]byte{nil, []byte("to be or not to be"), noise, words, make([]byte, 3000), slices.Concat(words, noise, words)}
}

func total(costs []uint32) (sum uint64) {
	for _, c := range costs {
		sum += uint64(c)
	}
	return sum
}

func FuzzXZ(f *testing.F)     { fuzzReader(f, newXZ(8)) }
func FuzzZstd(f *testing.F)   { fuzzReader(f, newZstd(2)) }
func FuzzBrotli(f *testing.F) { fuzzReader(f, newBrotli(5)) }
func FuzzBzip2(f *testing.F)  { fuzzReader(f, newBzip2(1)) }
func FuzzLZW(f *testing.F)    { fuzzReader(f, newLZW()) }
func FuzzS2(f *testing.F)     { fuzzReader(f, newS2(1)) }
