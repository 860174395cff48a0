package num

import (
	"math"
	"testing"
)

func TestSquashIsLogistic(t *testing.T) {
	for x := int32(-StretchMax); x <= StretchMax; x++ {
		want := 1 / (1 + math.Exp(-float64(x)/Nat))
		if got := float64(Squash(x)) / (1 << 32); math.Abs(got-want) > 2e-9 {
			t.Fatalf("Squash(%d) = %.12f, want %.12f", x, got, want)
		}
	}
}

func TestSquashHolds(t *testing.T) {
	if Squash(1<<20) != Squash(StretchMax) || Squash(-1<<20) != Squash(-StretchMax) {
		t.Fatal("Squash is not held within StretchMax")
	}
}

func TestStretchInvertsSquash(t *testing.T) {
	for p := uint32(0); p < 1<<16; p++ {
		middle := (float64(p>>4) + 0.5) / (1 << stretchBits)
		want := Nat * math.Log(middle/(1-middle))
		if got := float64(Stretch(p<<16)) * Nat; math.Abs(got-want) > 1e-3 {
			t.Fatalf("Stretch(%d << 16) = %v/256 nat, want %.3f", p, got, want)
		}
	}
}
