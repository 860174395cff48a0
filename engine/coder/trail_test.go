package coder

import (
	"bytes"
	"math"
	"math/rand/v2"
	"testing"
)

// A trail writes what an encoder writes, and each part is as wide as it cost.
func TestTrail(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	var out bytes.Buffer
	enc, trail, meter := NewEncoder(&out), NewTrail(), new(Meter)
	for range 2000 {
		var want float64 = 1
		for range 8 {
			bit, p := int(r.Uint32()&1), r.Uint32()|1<<20
			enc.Bit(bit, p)
			meter.Bit(bit, p)
			if trail.Bit(bit, p) != bit {
				t.Fatal("the bit was changed")
			}
			if q := float64(p) / (1 << 32); bit == 1 {
				want *= q
			} else {
				want *= 1 - q
			}
		}
		part, cost := trail.Take()
		if cost != meter.Take() || math.Abs(math.Log2(part.Width/want)) > 1e-3 || part.Low < 0 || part.Low+part.Width > 1+1e-12 {
			t.Fatalf("%+v costs %d, want a width of %v", part, cost, want)
		}
	}
	if !bytes.Equal(trail.Sent(), out.Bytes()) {
		t.Error("it sent other bytes than an encoder")
	}
	if open := trail.Bits() - 8*float64(len(trail.Sent())); open < -64 || open > 128 {
		t.Errorf("%v bits are paid but not sent", open)
	}
}

// Within the interval a 1 lies below a 0.
func TestPartsAreInOrder(t *testing.T) {
	a, b := NewTrail(), NewTrail()
	a.Bit(1, 1<<30)
	b.Bit(0, 1<<30)
	one, _ := a.Take()
	zero, _ := b.Take()
	if one != (Part{0, 0.25}) || zero != (Part{0.25, 0.75}) {
		t.Errorf("%v, %v", one, zero)
	}
}
