package coder

import (
	"bytes"
	"math"
	"math/rand/v2"
	"testing"

	"bitlens/engine/model"
)

// A decision is a bit and the probability of 1 it is coded with.
type decision struct {
	bit int
	p   uint32
}

func encode(t testing.TB, ds []decision) []byte {
	t.Helper()
	var buf bytes.Buffer
	e := NewEncoder(&buf)
	for _, d := range ds {
		e.Bit(d.bit, d.p)
	}
	if err := e.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

// checkRoundTrip holds the decoder against the encoder, and the size against
// the meter.
func checkRoundTrip(t testing.TB, ds []decision) {
	t.Helper()
	code := encode(t, ds)
	d := NewDecoder(bytes.NewReader(code))
	var m Meter
	for i, want := range ds {
		if got := d.Bit(0, want.p); got != want.bit {
			t.Fatalf("decision %d of %d: got %d, want %d", i, len(ds), got, want.bit)
		}
		m.Bit(want.bit, want.p)
	}
	if d.Err() != nil {
		t.Fatal(d.Err())
	}
	// The end may save up to the 8 bytes that a decoder reads as zeros.
	if size, bits := float64(len(code)*8), m.Bits(); size < bits-64 || size > bits*1.0001+16 {
		t.Fatalf("%d decisions cost %.2f bits but took %.0f", len(ds), bits, size)
	}
}

func TestRoundTrip(t *testing.T) {
	probabilities := map[string]func(r *rand.Rand) uint32{
		"even":     func(*rand.Rand) uint32 { return 1 << 31 },
		"any":      func(r *rand.Rand) uint32 { return r.Uint32() },
		"zero":     func(*rand.Rand) uint32 { return 0 },
		"one":      func(*rand.Rand) uint32 { return 1<<32 - 1 },
		"extremes": func(r *rand.Rand) uint32 { return -uint32(r.IntN(2)) },
		"tiny":     func(r *rand.Rand) uint32 { return 1 << r.IntN(32) },
	}
	choices := map[string]func(r *rand.Rand, p uint32) int{
		"likely":   func(r *rand.Rand, p uint32) int { return int(b2u(r.Uint32() < p)) },
		"unlikely": func(r *rand.Rand, p uint32) int { return int(b2u(r.Uint32() >= p)) },
		"ones":     func(*rand.Rand, uint32) int { return 1 },
		"zeros":    func(*rand.Rand, uint32) int { return 0 },
	}
	for pn, p := range probabilities {
		for cn, choose := range choices {
			t.Run(pn+"/"+cn, func(t *testing.T) {
				r := rand.New(rand.NewPCG(1, 2))
				for _, n := range []int{0, 1, 2, 7, 8, 9, 100, 5000} {
					ds := make([]decision, n)
					for i := range ds {
						ds[i].p = p(r)
						ds[i].bit = choose(r, ds[i].p)
					}
					checkRoundTrip(t, ds)
				}
			})
		}
	}
}

func b2u(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}

func FuzzRoundTrip(f *testing.F) {
	f.Add([]byte{0, 0xff, 0x80, 1, 2, 3, 0xff, 0xff, 0xff})
	f.Fuzz(func(t *testing.T, data []byte) {
		var ds []decision
		for ; len(data) >= 3; data = data[3:] {
			p := uint32(data[0])<<24 | uint32(data[1])<<2
			ds = append(ds, decision{int(data[2] & 1), p})
		}
		checkRoundTrip(t, ds)
	})
}

// A carry must run through any number of pending bytes.
func TestCarryThroughPending(t *testing.T) {
	for n := range 40 {
		// 1s at p close to 1 keep low and shrink width; a 0 then adds nearly all.
		ds := []decision{{0, 1 << 31}}
		for range n * 8 {
			ds = append(ds, decision{0, 1<<32 - 1})
		}
		ds = append(ds, decision{1, 1}, decision{0, 1 << 31}, decision{0, 1<<32 - 1})
		checkRoundTrip(t, ds)
	}
}

func TestDecoderPastEndKeepsError(t *testing.T) {
	d := NewDecoder(bytes.NewReader([]byte{1, 2, 3}))
	for range 1000 {
		d.Bit(0, 1<<31)
	}
	if d.Err() != ErrPastEnd {
		t.Fatalf("got %v", d.Err())
	}
}

func TestSurprise(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 200000 {
		p := model.Clamp(r.Uint32() >> r.IntN(23))
		want := -math.Log2(float64(p) / (1 << 32))
		if got := float64(Surprise(p)) / (1 << 28); math.Abs(got-want) > 1.0/(1<<26) {
			t.Fatalf("Surprise(%d) = %.10f, want %.10f", p, got, want)
		}
	}
}

// The sum of the costs is the rounded total, however it is cut.
func TestTakeAddsUp(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	var m, whole Meter
	var sum uint64
	for range 10000 {
		p, bit := r.Uint32(), r.IntN(2)
		m.Bit(bit, p)
		whole.Bit(bit, p)
		if r.IntN(3) == 0 {
			sum += uint64(m.Take())
		}
	}
	sum += uint64(m.Take())
	if want := uint64(math.Round(whole.Bits() * (1 << CostBits))); sum != want {
		t.Fatalf("costs add up to %d, total is %d", sum, want)
	}
}

func BenchmarkEncode(b *testing.B) {
	e := NewEncoder(discard{})
	b.SetBytes(1)
	for i := range b.N {
		for k := range 8 {
			e.Bit(i>>k&1, 1<<31)
		}
	}
}

func BenchmarkMeter(b *testing.B) {
	var m Meter
	b.SetBytes(1)
	for i := range b.N {
		for k := range 8 {
			m.Bit(i>>k&1, 1<<30)
		}
	}
}

type discard struct{}

func (discard) WriteByte(byte) error { return nil }
