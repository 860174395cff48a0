package num

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// A kernel gives the bits of its plain twin, over random shapes.
func TestMixersEqualTheirTwins(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 100 {
		rows := make([]int, 1+r.IntN(12))
		for k := range rows {
			rows[k] = 1 + r.IntN(9)
		}
		w := floats(r, 8*(1+r.IntN(6)))
		checkTwins(t, r, rows, NewMixers(rows, w, 0.02, 0.002), learnPlain)
		checkTwins(t, r, rows, NewAdaptiveMixers(rows, w, 0.02, 1), adaptPlain)
	}
}

// checkTwins holds mixers of such rows against plain ones that learn so.
func checkTwins(t *testing.T, r *rand.Rand, rows []int, m Mixers, learn func(*Mixers, []float32, float32)) {
	twin := m.Clone()
	for range 100 {
		x, bit := floats(r, m.inputs), r.IntN(2)
		for k := range rows {
			row := r.IntN(rows[k])
			m.Choose(k, row)
			twin.Choose(k, row)
		}
		m.Mix(x)
		mixPlain(&twin, x)
		m.Learn(x, bit)
		learn(&twin, x, float32(bit))
		if !slices.Equal(m.Y, twin.Y) || !same(&m, &twin) {
			t.Fatalf("mixers of %d inputs with %v rows differ", m.inputs, rows)
		}
	}
}

// same reports whether two have learned the same.
func same(a, b *Mixers) bool {
	return slices.Equal(a.weights, b.weights) && slices.Equal(a.rates, b.rates) && slices.Equal(a.squares, b.squares)
}

// A mixer finds out which input to trust, and takes back one bit.
func TestMixersLearn(t *testing.T) {
	zero := make([]float32, 8)
	for name, m := range map[string]Mixers{
		"a rate a row": NewMixers([]int{1}, zero, 0.02, 0.02), "a rate a weight": NewAdaptiveMixers([]int{1}, zero, 0.05, 1),
	} {
		t.Run(name, func(t *testing.T) { checkLearns(t, &m) })
	}
}

func checkLearns(t *testing.T, m *Mixers) {
	r := rand.New(rand.NewPCG(9, 9))
	for range 3000 {
		x, bit := floats(r, 8), r.IntN(2)
		x[3] = float32(2*bit-1) * 2
		m.Mix(x)
		m.Learn(x, bit)
	}
	for i, w := range m.Used(0) {
		if i != 3 && w > m.Used(0)[3]/4 {
			t.Fatalf("weights %v", m.Used(0))
		}
	}
	x := floats(r, 8)
	before := m.Clone()
	var kept MixersBefore
	kept.Keep(m)
	m.Mix(x)
	m.Learn(x, 1)
	kept.PutBack(m)
	if !same(m, &before) {
		t.Fatal("something is left behind")
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
		l.Where[i] = int32(64*r.IntN(i+1) + r.IntN(40)) // some share a history
	}
	return l, histories
}

func TestHistoryKernelsEqualTheirTwins(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	var next [256]uint8
	var masks [LaneLen]uint32
	for i := range next {
		next[i], masks[i] = byte(r.Uint32()), -uint32(r.IntN(2))
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
			l.Lean(x)
			leanPlain(y, &twin)
			if !slices.Equal(x, y) {
				t.Fatalf("step %d: Lean of %d lanes differs", step, n)
			}
			l.Filter(x, y, &masks)
			filterPlain(y, slices.Clone(y), &twin, &masks)
			if !slices.Equal(x, y) {
				t.Fatalf("step %d: Filter of %d lanes differs", step, n)
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
	const n = 24
	l, histories := makeLanes(r, 16)
	x, m := floats(r, n), NewMixers([]int{256, 256, 256, 256, 256, 256}, floats(r, n), 0.02, 0.002)
	var next [256]uint8
	b.Run("Mix", func(b *testing.B) {
		for range b.N {
			m.Mix(x)
		}
	})
	b.Run("Learn", func(b *testing.B) {
		for i := range b.N {
			m.Learn(x, i&1)
		}
	})
	b.Run("Adapt", func(b *testing.B) {
		m := NewAdaptiveMixers([]int{256, 256, 256, 256, 256, 256}, floats(r, n), 0.02, 1)
		for i := range b.N {
			m.Learn(x, i&1)
		}
	})
	b.Run("Recall", func(b *testing.B) {
		for range b.N {
			l.Recall(x, histories, 1)
		}
	})
	b.Run("Lean", func(b *testing.B) {
		for range b.N {
			l.Lean(x[:16])
		}
	})
	b.Run("Filter", func(b *testing.B) {
		var masks [LaneLen]uint32
		for range b.N {
			l.Filter(x[:16], x[:16], &masks)
		}
	})
	b.Run("Revise", func(b *testing.B) {
		for range b.N {
			l.Revise(histories, 1, &next, 1, 1023)
		}
	})
}
