package neural

import (
	"math"
	"slices"
	"testing"

	"bitlens/engine/coder"
	"bitlens/engine/model"
)

// kinds are the networks that each test runs for.
var kinds = []struct {
	name string
	pace float64 // of its learning
	make func(r *random) network
}{
	{"lstm", 1, func(r *random) network { return newStack(lstm{}, 16, 2, r) }},
	{"gru", 1, func(r *random) network { return newStack(gru{}, 16, 2, r) }},
	{"transformer", 0.25, func(r *random) network { return newTransformer(32, 2, r) }},
}

// newTiny returns a learner that a test can afford.
func newTiny(kind int) *Learner {
	r, p := random(1), tiny
	p.rate *= kinds[kind].pace
	return newLearner(&p, kinds[kind].make(&r), 3)
}

// tiny is a plan that a test can afford: 600 bytes go through all its regimes.
var tiny = plan{width: 16, layers: 2, streams: 4, fewer: 600, early: 32, contexts: 256, rate: 0.01, slowing: 1e5, slowest: 0.001, dropped: 0.1}

// loss returns the mean of -ln of what p gives to the bytes in next.
func loss(p pass, next []byte) (sum float64) {
	p.forward()
	for k, b := range next {
		sum -= math.Log(float64(p.rowsOf().logits[k*symbols+int(b)]))
	}
	return sum
}

// A gradient says how the loss changes when a weight does.
func TestGradientIsTheSlopeOfTheLoss(t *testing.T) {
	for _, c := range kinds {
		r := random(3)
		s := c.make(&r)
		s.parts(func(p part) { r.fill(p.state().values, 0.3) })
		p := s.newPass(5, 2, &dropout{})
		next := make([]byte, p.rowsOf().rows())
		for k := range next {
			p.rowsOf().in[k], next[k] = byte(k%3), byte(k*k%5)
		}
		p.forward()
		p.backward(next, 1)
		s.parts(func(part part) {
			w := part.state()
			for range 12 {
				checkSlope(t, c.name, w, r.below(len(w.values)), func() float64 { return loss(p, next) })
			}
		})
	}
}

// checkSlope moves weight i a little to both sides.
func checkSlope(t *testing.T, name string, w *weights, i int, loss func() float64) {
	t.Helper()
	const little = 1.0 / 128
	was := w.values[i]
	w.values[i] = was + little
	above := loss()
	w.values[i] = was - little
	below := loss()
	w.values[i] = was
	slope := (above - below) / (2 * little)
	if got := float64(w.gradient[i]); math.Abs(got-slope) > 0.002+0.01*math.Abs(slope) {
		t.Errorf("%s: weight %d: gradient %.5f, slope %.5f", name, i, got, slope)
	}
}

// bits returns what a predictor is charged for text.
func bits(q model.Predictor, text []byte) float64 {
	var m coder.Meter
	sum := 0.0
	for _, b := range text {
		q.Code(&m, b)
		sum += float64(m.Take()) / (1 << coder.CostBits)
	}
	return sum
}

// A network must learn a pattern that no count of single bytes shows.
func TestLearns(t *testing.T) {
	text := slices.Repeat([]byte("abcbadabccba"), 1000)
	for i, c := range kinds {
		n := newTiny(i)
		early := bits(n, text[:1000])
		bits(n, text[1000:11000])
		late := bits(n, text[11000:])
		if late > early/8 {
			t.Errorf("%s: the first 1000 bytes cost %.0f bits, the last %.0f", c.name, early, late)
		}
	}
}

// A clone continues alike across the bytes where plans change.
func TestCloneWhereThePlanChanges(t *testing.T) {
	text := slices.Repeat([]byte("one two, one three; "), 300)
	for i, kind := range kinds {
		for _, at := range []int{7, 30, 35, 510, 530, 595, 605, 640} {
			n := newTiny(i)
			bits(n, text[:at])
			c := n.Clone()
			if a, b := bits(n, text[at:at+100]), bits(c, text[at:at+100]); a != b {
				t.Errorf("%s: after %d bytes a clone is charged %v, the original %v", kind.name, at, b, a)
			}
		}
	}
}

// A text keeps its end, and clones do not write into each other's.
func TestText(t *testing.T) {
	var x text
	for i := range 2*keptText + 10 {
		x.add(byte(i))
	}
	if len(x.bytes) != keptText+10 || x.read != 2*keptText+10 || x.bytes[0] != 0 || x.bytes[len(x.bytes)-1] != 9 {
		t.Fatalf("keeps %d of %d bytes", len(x.bytes), x.read)
	}
	a, b := x.clone(), x.clone()
	a.add('a')
	b.add('b')
	if a.bytes[len(a.bytes)-1] != 'a' || b.bytes[len(b.bytes)-1] != 'b' {
		t.Fatal("clones share what they read")
	}
}

// A reader stays within the text, whatever its length.
func TestReadersStayInThePast(t *testing.T) {
	n := newTiny(1)
	for i := range 500 {
		model.Teach(n, byte(i%7))
		for _, r := range n.lesson.readers {
			if r.at >= n.text.read {
				t.Fatalf("after %d bytes a reader is at %d", n.text.read, r.at)
			}
		}
	}
}

// The parts of an explanation make the probability of the likeliest byte.
func TestExplain(t *testing.T) {
	n := newTiny(0)
	model.Teach(n, slices.Repeat([]byte("left, right, "), 40)...)
	model.Teach(n, []byte("left, r")...)
	e := n.Explain()
	sum := 0.0
	for _, w := range e.Inputs {
		sum += w.Weight
	}
	if e.Order != 3 || string(e.Context) != ", r" || sum < 8 {
		t.Errorf("%+v sums to %.2f bits", e, sum)
	}
}
