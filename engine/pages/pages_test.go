package pages

import (
	"slices"
	"testing"
)

// Small or large, a table is zero and has the room that was asked for.
func TestMake(t *testing.T) {
	for _, capacity := range []int{0, 1, 1000, Large/8 - 1, Large / 8, 3*Large/8 + 5} {
		s := Make[uint64](capacity/2, capacity)
		if len(s) != capacity/2 || cap(s) != capacity {
			t.Fatalf("len %d, cap %d of %d", len(s), cap(s), capacity)
		}
		for i, x := range s[:capacity] {
			if x != 0 {
				t.Fatalf("element %d of %d is %d", i, capacity, x)
			}
			s[:capacity][i] = uint64(i)
		}
	}
}

func TestCopy(t *testing.T) {
	for _, n := range []int{0, 1, Large / 8, 5*Large/16 + 3} {
		from, to := make([]uint64, n), make([]uint64, n+1)
		for i := range from {
			from[i] = uint64(i) * 0x9E3779B97F4A7C15
		}
		Copy(to, from)
		if !slices.Equal(to[:n], from) || to[n] != 0 {
			t.Fatalf("%d elements are not copied whole, or more than they", n)
		}
	}
}
