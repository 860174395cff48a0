package ngram

import (
	"fmt"
	"math"
	"testing"

	"bitlens/engine/coder"
	"bitlens/engine/model"
)

const hamlet = "to be or not to be that is the question whether tis nobler in the mind to suffer to be"

// A naive keeps every string of up to order+1 bytes and computes from scratch.
type naive struct {
	order  int
	counts map[string]int // of a context and the byte after it
}

// read counts the text as Witten and Bell do: every string each time.
func read(order int, text string) naive {
	m := naive{order, map[string]int{}}
	for end := range len(text) + 1 {
		for n := 1; n <= min(order+1, end); n++ {
			m.counts[text[end-n:end]]++
		}
	}
	return m
}

// after returns how often each byte followed context.
func (m naive) after(context string) (counts [256]int, n, distinct int) {
	for b := range counts {
		counts[b] = m.counts[context+string([]byte{byte(b)})]
		n += counts[b]
		distinct += min(counts[b], 1)
	}
	return counts, n, distinct
}

// wittenBell is the formula: (count + distinct * shorter) / (n + distinct).
func (m naive) wittenBell(context string, b int) float64 {
	shorter := 1.0 / 256
	if context != "" {
		shorter = m.wittenBell(context[1:], b)
	}
	counts, n, d := m.after(context)
	if n == 0 {
		return shorter
	}
	return (float64(counts[b]) + float64(d)*shorter) / float64(n+d)
}

// continuations turns the counts of all but the longest strings into numbers
// of different bytes that stood before them; the start of the text is one.
func (m naive) continuations(text string) naive {
	c := naive{m.order, map[string]int{}}
	for s, n := range m.counts {
		if len(s) == m.order+1 {
			c.counts[s] = n
		}
		if len(s) > 1 {
			c.counts[s[1:]] = c.counts[s[1:]] + 1
		}
	}
	for n := 1; n <= min(m.order, len(text)); n++ {
		c.counts[text[:n]]++
	}
	return c
}

// discount is once / (once + 2 twice) over strings of n bytes, in 1/256.
func (m naive) discount(n int) float64 {
	var once, twice int
	for s, c := range m.counts {
		if len(s) == n && c == 1 {
			once++
		}
		if len(s) == n && c == 2 {
			twice++
		}
	}
	if once == 0 || twice == 0 {
		return 0.75
	}
	return max(1, math.Floor(256*float64(once)/float64(once+2*twice))) / 256
}

// kneserNey is the formula: (count - D + D * distinct * shorter) / n.
func (m naive) kneserNey(context string, b int) float64 {
	shorter := 1.0 / 256
	if context != "" {
		shorter = m.kneserNey(context[1:], b)
	}
	counts, n, d := m.after(context)
	if n == 0 {
		return shorter
	}
	discount := m.discount(len(context) + 1)
	return (max(0, float64(counts[b])-discount) + discount*float64(d)*shorter) / float64(n)
}

func check(t *testing.T, q interface {
	model.Predictor
	model.Distribution
}, want func(b int) float64) {
	t.Helper()
	var m coder.Meter
	for i := range len(hamlet) {
		q.Code(&m, hamlet[i])
	}
	var p [256]float64
	q.Distribution(&p)
	for b, got := range p {
		if w := want(b); math.Abs(got-w) > 1e-6+w/1000 {
			t.Fatalf("P(%q) = %.8f, want %.8f", rune(b), got, w)
		}
	}
}

func TestWittenBell(t *testing.T) {
	for order := range 6 {
		m := read(order, hamlet)
		check(t, NewWittenBell(order), func(b int) float64 {
			return m.wittenBell(hamlet[len(hamlet)-order:], b)
		})
	}
}

func TestKneserNey(t *testing.T) {
	for order := 1; order < 6; order++ {
		m := read(order, hamlet).continuations(hamlet)
		check(t, NewKneserNey(order), func(b int) float64 {
			return m.kneserNey(hamlet[len(hamlet)-order:], b)
		})
	}
}

func TestAdditive(t *testing.T) {
	counts, n, _ := read(0, hamlet).after("")
	check(t, NewLaplace(), func(b int) float64 { return (float64(counts[b]) + 1) / float64(n+256) })
	check(t, NewKT(), func(b int) float64 { return (float64(counts[b]) + 0.5) / float64(n+128) })
}

// Halving keeps every byte possible.
func TestHalve(t *testing.T) {
	a := NewKT()
	a.weights.Add('x', maxWeight)
	var m coder.Meter
	a.Code(&m, 'y')
	if a.weights[1] > maxWeight/2+1000 || a.weights[model.Leaf+'z'] != 1 {
		t.Fatal(a.weights[1], a.weights[model.Leaf+'z'])
	}
}

// The share of an order is what it keeps of what longer ones left over.
func TestShares(t *testing.T) {
	const order = 4
	m, q := read(order, hamlet), NewWittenBell(order)
	model.Teach(q, []byte(hamlet)...)
	got := map[string]float64{}
	for _, in := range q.Explain().Inputs {
		got[in.Name] = in.Weight
	}
	left := 1.0
	for k := order; k >= 0; k-- {
		share := 0.0
		if _, n, d := m.after(hamlet[len(hamlet)-k:]); n > 0 {
			share = left * float64(n) / float64(n+d)
		}
		left -= share
		if name := fmt.Sprintf("order %d", k); math.Abs(got[name]-share) > 1e-6 {
			t.Errorf("%s has %f, want %f", name, got[name], share)
		}
	}
	if math.Abs(got[uniform]-left) > 1e-6 {
		t.Errorf("uniform has %f, want %f", got[uniform], left)
	}
}
