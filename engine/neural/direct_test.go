package neural

import (
	"math"
	"slices"
	"testing"

	"bitlens/engine/num"
)

// even is what a network says that knows nothing.
func even() []float32 { return slices.Repeat([]float32{1.0 / symbols}, symbols) }

// What came after a context is likelier there, and only there.
func TestDirectRemembers(t *testing.T) {
	d := newDirect(2, 1<<10)
	var text []byte
	for range 30 {
		for _, b := range []byte("abac") {
			p := even()
			d.correct(p, text)
			d.learn(p, b)
			text = append(text, b)
		}
	}
	p := even()
	d.correct(p, append(text, 'a'))
	if p['b'] < 0.25 || p['c'] > p['b']/2 || math.Abs(float64(num.Sum(p))-1) > 1e-6 {
		t.Errorf("after ca: b %.3f, c %.3f, all %.6f", p['b'], p['c'], num.Sum(p))
	}
	p = even()
	d.correct(p, append(text, 'x'))
	if p['b'] != p['c'] {
		t.Errorf("after x, which is new: b %.3f, c %.3f", p['b'], p['c'])
	}
}

// A full context gives up what weighs least.
func TestContextIsBounded(t *testing.T) {
	var c context
	for b := range byte(followers) {
		c.add(b, float32(b)+1)
	}
	c.add('z', 3)
	if c.n != followers || c.bytes[0] != 'z' || c.bytes[1] != 1 {
		t.Errorf("holds %v", c.bytes)
	}
}
