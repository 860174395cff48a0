package num

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

var elementaryFunctions = []struct {
	name          string
	kernel, plain func([]float32)
	exact         func(float64) float64
}{
	{"Exp", Exp, expPlain, math.Exp},
	{"Sigmoid", Sigmoid, sigmoidPlain, func(x float64) float64 { return 1 / (1 + math.Exp(-x)) }},
	{"Tanh", Tanh, tanhPlain, math.Tanh},
}

// hardNumbers are those that a careless kernel treats otherwise, and random ones.
func hardNumbers() []float32 {
	x := []float32{0, float32(math.Copysign(0, -1)), 1e-30, -1e-30, 87, -87, 88, -88, 1e30, -1e30,
		float32(math.Inf(1)), float32(math.Inf(-1)), float32(math.NaN()), 0.34657359, -0.34657359, 1}
	r := rand.New(rand.NewPCG(21, 22))
	for range 4096 {
		x = append(x, float32(r.NormFloat64()*math.Exp(4*r.NormFloat64())))
	}
	return x
}

func TestElementaryKernelsEqualTheirTwins(t *testing.T) {
	for _, f := range elementaryFunctions {
		x := hardNumbers()
		twin := slices.Clone(x)
		f.kernel(x)
		f.plain(twin)
		if !sameBits(x, twin) {
			t.Errorf("%s differs from its twin", f.name)
		}
	}
}

func TestElementaryFunctionsAreRight(t *testing.T) {
	for _, f := range elementaryFunctions {
		x, y := hardNumbers(), hardNumbers()
		f.kernel(y)
		for i, v := range x {
			if v < -86 || v > 87 || v != v {
				continue
			}
			want := f.exact(float64(v))
			if off := math.Abs(float64(y[i]) - want); off > math.Max(1, math.Abs(want))*0x1p-21 {
				t.Fatalf("%s(%v) = %v, want %v", f.name, v, y[i], want)
			}
		}
	}
}

// e^x is positive and finite whatever x is, so that shares can be made of it.
func TestExpIsPositive(t *testing.T) {
	x := hardNumbers()
	Exp(x)
	for _, v := range x {
		if !(v > 0 && v < math.MaxFloat32) {
			t.Fatalf("e^x = %v", v)
		}
	}
}

func TestSoftmaxEqualsItsTwin(t *testing.T) {
	hard := hardNumbers()
	for i := 0; i+64 <= len(hard); i += 8 {
		x := hard[i : i+8*(1+i/8%8)]
		y, twin := slices.Clone(x), slices.Clone(x)
		softmax(y)
		softmaxPlain(twin)
		if !sameBits(y, twin) {
			t.Fatalf("of %v differs from its twin", x)
		}
	}
}

func TestPairwiseKernelsEqualTheirTwins(t *testing.T) {
	r := rand.New(rand.NewPCG(27, 28))
	for _, f := range []struct {
		name          string
		kernel, plain func(x, y []float32)
	}{
		{"Add", Add, addPlain},
		{"SoftmaxBack", func(x, y []float32) { SoftmaxBack(y, x) }, func(x, y []float32) { softmaxBackPlain(y, x) }},
	} {
		for n := 8; n < 100; n += 8 {
			x, y := floats(r, n), floats(r, n)
			twin := slices.Clone(x)
			f.kernel(x, y)
			f.plain(twin, y)
			if !sameBits(x, twin) {
				t.Fatalf("%s of %d numbers differs from its twin", f.name, n)
			}
		}
	}
}

func TestSoftmax(t *testing.T) {
	x := []float32{1, 2, 3, -1000, 0, 0, 0, 0}
	Softmax(x)
	if ratio := x[2] / x[1]; math.Abs(float64(ratio)-math.E) > 1e-5 || math.Abs(float64(Sum(x))-1) > 1e-6 {
		t.Fatalf("%v", x)
	}
}

func TestAdamEqualsItsTwin(t *testing.T) {
	r := rand.New(rand.NewPCG(23, 24))
	w, m, v := floats(r, 64), make([]float32, 64), make([]float32, 64)
	w2, m2, v2 := slices.Clone(w), slices.Clone(m), slices.Clone(v)
	for range 50 {
		g := floats(r, 64)
		g2 := slices.Clone(g)
		adam(w, g, m, v, 0.01, 0.1, 0.001, 1e-8)
		adamPlain(w2, g2, m2, v2, 0.01, 0.1, 0.001, 1e-8)
		if !sameBits(w, w2) || !sameBits(g, g2) || !sameBits(m, m2) || !sameBits(v, v2) {
			t.Fatal("differs from its twin")
		}
	}
}

// Adam's first step is the rate, whatever the gradient, and it finds a minimum.
func TestAdamDescends(t *testing.T) {
	a := NewAdam(0.1, 0.001, 1e-8)
	w, g, m, v := make([]float32, 8), make([]float32, 8), make([]float32, 8), make([]float32, 8)
	for step := range 2000 {
		for i := range w {
			g[i] = (w[i] - float32(i)) * 100
		}
		a.Step(w, g, m, v, float32(0.02*a.Tick()))
		if step == 0 && math.Abs(float64(w[7])-0.02) > 1e-5 {
			t.Fatalf("the first step is %v", w[7])
		}
	}
	for i := range w {
		if math.Abs(float64(w[i])-float64(i)) > 0.01 {
			t.Fatalf("ends at %v", w)
		}
	}
}

// BenchmarkElementary prints each kernel beside its twin; one operation is one
// result, for Adam one weight.
func BenchmarkElementary(b *testing.B) {
	r := rand.New(rand.NewPCG(25, 26))
	const n = 1024
	x := floats(r, n)
	for _, f := range elementaryFunctions {
		y := make([]float32, n)
		rates(b, f.name, n, func() { copy(y, x); f.kernel(y) }, func() { copy(y, x); f.plain(y) })
	}
	y := make([]float32, n)
	rates(b, "Softmax", n, func() { copy(y, x); softmax(y) }, func() { copy(y, x); softmaxPlain(y) })
	w, g, m, v := floats(r, n), floats(r, n), make([]float32, n), make([]float32, n)
	rates(b, "Adam", n,
		func() { adam(w, g, m, v, 1e-6, 0.1, 0.001, 1e-8) },
		func() { adamPlain(w, g, m, v, 1e-6, 0.1, 0.001, 1e-8) })
}
