package num

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// sameBits compares to the bit, not-a-number too.
func sameBits(a, b []float32) bool {
	return slices.EqualFunc(a, b, func(x, y float32) bool { return math.Float32bits(x) == math.Float32bits(y) })
}

// product is three plain loops over matrices stored row after row.
func product(c, a, b []float32, rows, inner, columns int) {
	for i := range rows {
		for j := range columns {
			for p := range inner {
				c[i*columns+j] += float32(a[i*inner+p] * b[p*columns+j])
			}
		}
	}
}

// unpacked returns the numbers of w row after row.
func unpacked(w *Matrix) []float32 {
	v := make([]float32, len(w.V))
	for r := range w.Rows {
		for c := range w.Columns {
			v[r*w.Columns+c] = w.panel(c / PanelColumns)[r*PanelColumns+c%PanelColumns]
		}
	}
	return v
}

// transposed returns the transpose of what stands row after row.
func transposed(v []float32, columns int) []float32 {
	t := make([]float32, len(v))
	rows := len(v) / columns
	for i, x := range v {
		t[i%columns*rows+i/columns] = x
	}
	return t
}

func randomMatrix(r *rand.Rand, rows, columns int) Matrix {
	return OnMatrix(rows, columns, floats(r, rows*columns))
}

// With kernels or without, every product has the bits of three plain loops.
func TestMatrixEqualsThreeLoops(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 12))
	for range 60 {
		n, inner, columns := 1+r.IntN(150), 1+r.IntN(40), 16*(1+r.IntN(9))
		w, a, c := randomMatrix(r, inner, columns), floats(r, n*inner), floats(r, n*columns)
		want := slices.Clone(c)
		product(want, a, unpacked(&w), n, inner, columns)
		one := slices.Clone(c)
		for i := range n {
			w.AddProduct(one[i*columns:], a[i*inner:], 1)
		}
		outer := unpacked(&w)
		product(outer, transposed(a, inner), c, inner, n, columns)
		w.AddProduct(c, a, n)
		if !sameBits(c, want) || !sameBits(one, want) {
			t.Fatalf("product of %dx%d and %dx%d", n, inner, inner, columns)
		}
	}
}

func TestAddOuterEqualsThreeLoops(t *testing.T) {
	r := rand.New(rand.NewPCG(13, 14))
	for range 60 {
		n, rows, columns := 1+r.IntN(300), 1+r.IntN(40), 16*(1+r.IntN(5))
		w, a, c := randomMatrix(r, rows, columns), floats(r, n*rows), floats(r, n*columns)
		want := unpacked(&w)
		product(want, transposed(a, rows), c, rows, n, columns)
		w.AddOuter(a, c, n)
		if !sameBits(unpacked(&w), want) {
			t.Fatalf("outer products of %dx%d and %dx%d", n, rows, n, columns)
		}
	}
}

func TestTranspose(t *testing.T) {
	r := rand.New(rand.NewPCG(15, 16))
	w := randomMatrix(r, 48, 80)
	o := NewMatrix(80, 48)
	o.TransposeOf(&w)
	if !sameBits(unpacked(&o), transposed(unpacked(&w), 80)) {
		t.Fatal("another matrix")
	}
}

func TestMatrixKernelsEqualTheirTwin(t *testing.T) {
	r := rand.New(rand.NewPCG(17, 18))
	eachExtension(func(name string) {
		for range 200 {
			m, k, n := 1+r.IntN(10), 1+r.IntN(30), 1+r.IntN(12)
			columns := n * PanelColumns
			c, a, b := floats(r, m*columns), floats(r, m*k), floats(r, k*columns)
			twin := slices.Clone(c)
			panels(c, columns, PanelColumns, a, 1, m, b, columns, PanelColumns, m, k, n)
			panelsPlain(twin, columns, PanelColumns, a, 1, m, b, columns, PanelColumns, m, k, n)
			panels(c, PanelColumns, m*PanelColumns, a, k, 1, b, PanelColumns, k*PanelColumns, m, k, n)
			panelsPlain(twin, PanelColumns, m*PanelColumns, a, k, 1, b, PanelColumns, k*PanelColumns, m, k, n)
			if !sameBits(c, twin) {
				t.Fatalf("%s: %d rows of %d times %d columns differ", name, m, k, columns)
			}
		}
	})
}

// rates runs a kernel and its twin.
func rates(b *testing.B, name string, operations int, kernel, twin func()) {
	rate(b, name+"/kernel", operations, kernel)
	rate(b, name+"/plain", operations, twin)
}

// rate runs what does so many operations and reports GFLOP/s.
func rate(b *testing.B, name string, operations int, f func()) {
	b.Run(name, func(b *testing.B) {
		for range b.N {
			f()
		}
		b.ReportMetric(float64(operations)*float64(b.N)/float64(b.Elapsed().Nanoseconds()), "GFLOP/s")
	})
}

// BenchmarkMatrix prints what each kernel does in a second beside its twin, at
// the sizes of a recurrent layer of 256 cells.
func BenchmarkMatrix(b *testing.B) {
	r := rand.New(rand.NewPCG(19, 20))
	const most, inner, columns = 64, 256, 1024
	w, a, c := randomMatrix(r, inner, columns), floats(r, most*inner), floats(r, most*columns)
	eachExtension(func(name string) {
		for _, n := range []int{1, 2, 4, most} {
			rate(b, fmt.Sprintf("AddProduct/rows=%d/%s", n, name), 2*n*inner*columns, func() { w.AddProduct(c, a, n) })
			rate(b, fmt.Sprintf("AddOuter/rows=%d/%s", n, name), 2*n*inner*columns, func() { w.AddOuter(a, c, n) })
		}
	})
	rate(b, "AddProduct/rows=4/plain", 2*4*inner*columns, func() {
		panelsPlain(c, columns, PanelColumns, a, inner, 1, w.V, PanelColumns, inner*PanelColumns, 4, inner, columns/PanelColumns)
	})
	o := NewMatrix(columns, inner)
	b.Run("TransposeOf", func(b *testing.B) {
		for range b.N {
			o.TransposeOf(&w)
		}
	})
}
