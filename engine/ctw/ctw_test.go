package ctw

import (
	"bytes"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unsafe"

	"bitlens/engine/coder"
)

// tongue returns text of n bytes with repeats of all lengths, then noise.
func tongue(n int) []byte {
	r := rand.New(rand.NewPCG(7, 8))
	text := []byte("it was the best of times, it was the worst of times, ")
	for len(text) < n/2 {
		at := r.IntN(len(text) - 10)
		text = append(text, text[at:at+1+r.IntN(9)]...)
		text = append(text, byte('a'+r.IntN(26)))
	}
	for len(text) < n {
		text = append(text, byte(r.Uint32()))
	}
	return text
}

// A full model is built anew, again and again, within its limit, and both
// sides do it alike.
func TestRenew(t *testing.T) {
	for _, depth := range []int{1, 6, MaxDepth} {
		text := tongue(100000)
		var buf bytes.Buffer
		e := coder.NewEncoder(&buf)
		q := New(depth, 1, 8)
		for _, b := range text {
			q.Code(e, b)
			if q.bytes() > q.limit {
				t.Fatalf("depth %d: holds %d bytes", depth, q.bytes())
			}
		}
		if err := e.Close(); err != nil {
			t.Fatal(err)
		}
		if len(q.text) == padding+len(text) {
			t.Fatalf("depth %d: was never full", depth)
		}
		d := coder.NewDecoder(&buf)
		q = New(depth, 1, 8)
		for i, want := range text {
			if got := q.Code(d, 0); got != want {
				t.Fatalf("depth %d: byte %d is %d, want %d", depth, i, got, want)
			}
		}
	}
}

// Rewind leads back over the moment when the model was full, and over the
// growth of its tables.
func TestRewindOverRenew(t *testing.T) {
	if testing.Short() {
		t.Skip("a full model, without -short")
	}
	cost := func(q *CTW, text []byte) (costs []uint32) {
		var m coder.Meter
		for _, b := range text {
			q.Code(&m, b)
			costs = append(costs, m.Take())
		}
		return costs
	}
	text := tongue(100000)
	q := New(6, 1, 8)
	for ahead := 2000; len(text) > ahead; {
		twin := q.Clone().(*CTW)
		q.Mark()
		cost(q, text[:ahead])
		q.Rewind()
		q.Forget()
		if !slices.Equal(cost(q, text[:ahead]), cost(twin, text[:ahead])) {
			t.Fatalf("Rewind leaves something behind after %d bytes", q.read)
		}
		text = text[ahead:]
	}
	if q.read+padding == int64(len(q.text)) {
		t.Fatal("was never full")
	}
}

// A rewind within a byte goes on from its bits.
func TestRewindWithinAByte(t *testing.T) {
	q := New(6, 64, 8)
	var m coder.Meter
	for _, b := range tongue(1000) {
		q.Code(&m, b)
	}
	q.Update(0)
	q.Update(1)
	want := q.P()
	q.Mark()
	for range 20 {
		q.Update(1)
	}
	q.Rewind()
	if got := q.P(); got != want {
		t.Fatalf("says %d after Rewind, %d before", got, want)
	}
}

// The weights of the depths are a distribution, and lean to the depth that
// predicts: here the two letters before tell the next.
func TestPosterior(t *testing.T) {
	q := New(6, 64, 32)
	var m coder.Meter
	check := func() {
		sum := 0.0
		inputs := q.Explain().Inputs
		for i, in := range inputs {
			sum += in.Weight
			if i > 0 && in.Weight > inputs[i-1].Weight {
				t.Fatalf("%v is not sorted", inputs)
			}
		}
		if math.Abs(sum-1) > 1e-9 || len(inputs) != 7 {
			t.Fatalf("%v sums to %v", inputs, sum)
		}
	}
	for _, b := range tongue(3000) {
		check()
		q.Code(&m, b)
	}
	q = New(6, 64, 32)
	r := rand.New(rand.NewPCG(1, 2))
	for range 4000 {
		q.Code(&m, "abcd"[(q.last[0]+q.last[1]+byte(r.IntN(2)))%4])
	}
	check()
	if e := q.Explain(); e.Order != 2 {
		t.Fatalf("order %d: %v", e.Order, e.Inputs)
	}
}

// The text is as long ago as it says.
func TestSeenAt(t *testing.T) {
	text := strings.Repeat("one two three four; ", 5) + "one tw"
	q := New(6, 64, 8)
	var m coder.Meter
	for _, b := range []byte(text) {
		q.Code(&m, b)
	}
	if e := q.Explain(); e.Order < 1 || e.SeenAt != int64(len(text)-20) {
		t.Fatalf("%+v", e)
	}
}

// What bytes counts is what the compiler lays out.
func TestBytes(t *testing.T) {
	if unsafe.Sizeof(node{}) != nodeBytes || unsafe.Sizeof(cell{}) != cellBytes ||
		unsafe.Sizeof(estimator{}) != estimatorBytes {
		t.Fatal(unsafe.Sizeof(node{}), unsafe.Sizeof(cell{}), unsafe.Sizeof(estimator{}))
	}
}
