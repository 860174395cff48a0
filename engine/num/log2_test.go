package num

import (
	"math"
	"testing"
)

func TestLog2IsLogarithm(t *testing.T) {
	for p := uint64(1); p <= 1<<32; p += 1 + p>>12 {
		want := math.Log2(float64(p)/(1<<32)) * Bit
		if got := float64(Log2(p)); math.Abs(got-want) > 1 {
			t.Fatalf("Log2(%d) = %v, want %.3f", p, got, want)
		}
	}
	if Log2(1<<32) != 0 || Log2(1<<31) != -Bit {
		t.Fatal("a power of two is not exact")
	}
}

func TestOddsAreShares(t *testing.T) {
	for x := int32(-2 * OddsMax); x < 2*OddsMax; x += 99_991 {
		want := 1 / (1 + math.Exp2(-float64(x)/Bit))
		if got := float64(Odds(x)) / (1 << 32); math.Abs(got-want) > 1.0/(1<<23) {
			t.Fatalf("Odds(%d) = %.12f, want %.12f", x, got, want)
		}
	}
}
