package num

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// A kernel gives the bits of its plain twin, over random shapes.
func TestKernelsEqualTheirTwins(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		n, rows, k := 8*(1+r.IntN(6)), 1+r.IntN(20), 1
		k += r.IntN(rows)
		x, weights, g := floats(r, n), floats(r, n*rows), floats(r, k)
		chosen := make([]int32, k)
		for i, row := range r.Perm(rows)[:k] {
			chosen[i] = int32(row)
		}
		y, want := make([]float32, k), make([]float32, k)
		Dots(y, x, weights, chosen)
		dotsPlain(want, x, weights, chosen)
		if !slices.Equal(y, want) {
			t.Fatalf("Dots of %d inputs: %v, want %v", n, y, want)
		}
		twin := slices.Clone(weights)
		Adapt(weights, x, g, chosen)
		adaptPlain(twin, x, g, chosen)
		if !slices.Equal(weights, twin) {
			t.Fatalf("Adapt of %d inputs differs", n)
		}
	}
}

func floats(r *rand.Rand, n int) []float32 {
	x := make([]float32, n)
	for i := range x {
		x[i] = float32(r.NormFloat64())
	}
	return x
}

func makeLanes(r *rand.Rand, n int) (Lanes, []byte) {
	l := NewLanes(n, new([LaneLen]uint32))
	for i := range l.table {
		l.table[i] = r.Uint32()
	}
	histories := make([]byte, 64*n)
	for i := range histories {
		histories[i] = byte(r.IntN(256) * r.IntN(2))
	}
	for i := range l.Where {
		l.Where[i] = int32(64*i + r.IntN(40))
	}
	return l, histories
}

func TestHistoryKernelsEqualTheirTwins(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	var next [256]uint8
	for i := range next {
		next[i] = byte(r.Uint32())
	}
	for range 200 {
		n, node := 8*(1+r.IntN(4)), 1+r.IntN(15)
		l, histories := makeLanes(r, n)
		twin, twins := l.Clone(), slices.Clone(histories)
		x, y := make([]float32, n), make([]float32, n)
		for step := range 50 {
			bit, limit := r.IntN(2), uint32(1+r.IntN(1023))
			l.Recall(x, histories, node)
			recallPlain(y, &twin, twins, node)
			if !slices.Equal(x, y) {
				t.Fatalf("step %d: Recall of %d lanes differs", step, n)
			}
			l.Revise(histories, node, &next, bit, limit)
			revisePlain(&twin, twins, node, &next, target(bit), limit)
			if !slices.Equal(l.table, twin.table) || !slices.Equal(histories, twins) {
				t.Fatalf("step %d: Revise of %d lanes differs", step, n)
			}
		}
	}
}

// An estimate is the share of ones, kept within its 22 bits.
func TestRevised(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for _, want := range []float64{0, 0.003, 0.2, 0.5, 0.97, 1} {
		e := uint32(1 << 31)
		for range 20000 {
			bit := 0
			if r.Float64() < want {
				bit = 1
			}
			e = Revised(e, bit, 1023)
		}
		if got := float64(e>>CountBits) / (1 << 22); got < want-0.02 || got > want+0.02 {
			t.Errorf("after bits with P(1) = %v the estimate is %.4f", want, got)
		}
	}
}

func BenchmarkKernels(b *testing.B) {
	r := rand.New(rand.NewPCG(7, 8))
	const n, rows = 24, 1024
	l, histories := makeLanes(r, 16)
	x, weights, y := floats(r, n), floats(r, n*rows), make([]float32, 6)
	chosen := []int32{3, 99, 500, 600, 700, 1000}
	var next [256]uint8
	b.Run("Dots", func(b *testing.B) {
		for range b.N {
			Dots(y, x, weights, chosen)
		}
	})
	clear(y)
	b.Run("Adapt", func(b *testing.B) {
		for range b.N {
			Adapt(weights, x, y, chosen)
		}
	})
	b.Run("Recall", func(b *testing.B) {
		for range b.N {
			l.Recall(x, histories, 1)
		}
	})
	b.Run("Revise", func(b *testing.B) {
		for range b.N {
			l.Revise(histories, 1, &next, 1, 1023)
		}
	})
}
