package measure

import (
	"bytes"
	"context"
	"math"
	"strings"
	"testing"
	"unicode/utf8"

	"bitlens/engine/model"
)

// writes returns n bytes that a model writes behind some prose.
func writes(t *testing.T, id, prose string, s Sampling, n int) ([]byte, []uint32) {
	t.Helper()
	q := entry(t, id).Predictor()
	model.Teach(q, []byte(prose)...)
	b, costs, err := NewWriter(q, s).Write(context.Background(), n)
	if err != nil || len(b) != len(costs) || len(b) < n {
		t.Fatalf("%s: %d bytes, %d costs, %v", id, len(b), len(costs), err)
	}
	return b, costs
}

func TestWriting(t *testing.T) {
	prose := strings.Repeat("the cat sat on the mat; 猫坐在垫子上; ", 60)
	for _, id := range []string{"order3", "ppm", "cm"} {
		likeliest, _ := writes(t, id, prose, Sampling{}, 40)
		checkLikeliest(t, id, prose, likeliest)
		if one, _ := writes(t, id, prose, Sampling{Temperature: 2, Top: 1, Seed: 5}, 40); !bytes.Equal(one, likeliest) {
			t.Errorf("%s, of one alternative: %q", id, one)
		}
		hot := Sampling{Temperature: 1.5, Seed: 1}
		a, costs := writes(t, id, prose, hot, 200)
		if b, _ := writes(t, id, prose, hot, 200); !bytes.Equal(a, b) {
			t.Errorf("%s: the same seed writes another text", id)
		}
		hot.Seed++
		if b, _ := writes(t, id, prose, hot, 200); bytes.Equal(a, b) {
			t.Errorf("%s: another seed writes the same text", id)
		}
		q := entry(t, id).Predictor()
		model.Teach(q, []byte(prose)...)
		var sum, again uint64
		for i, c := range NewWriter(q, hot).Read(a) {
			sum, again = sum+uint64(costs[i]), again+uint64(c)
		}
		if math.Abs(Bits(sum)-Bits(again)) > 1e-3 {
			t.Errorf("%s: what it wrote cost %v bits, read again %v", id, Bits(sum), Bits(again))
		}
	}
	han, _ := writes(t, "ppm", strings.Repeat("猫坐在垫子上", 60), Sampling{}, 10)
	if !utf8.Valid(han) || len(han) != 12 {
		t.Errorf("a character was cut: %q", han)
	}
}

// checkLikeliest holds each byte against all that the model expected.
func checkLikeliest(t *testing.T, id, prose string, b []byte) {
	t.Helper()
	q := entry(t, id).Predictor()
	model.Teach(q, []byte(prose)...)
	for i, c := range b {
		var next [256]float64
		model.Next(q, &next)
		for other, p := range next {
			if p > next[c] {
				t.Fatalf("%s wrote %q behind %q, %q is likelier", id, c, b[:i], byte(other))
			}
		}
		model.Teach(q, c)
	}
}

// A seed writes this text, on every machine.
func TestWritingIsTheSameEverywhere(t *testing.T) {
	got, _ := writes(t, "order3", strings.Repeat("the cat sat on the mat; the mat is flat; ", 9), Sampling{Temperature: 1.5, Seed: 1}, 60)
	if want := "the cat on the mat on the \xfbh\x13flat; the mat; the mat on the c"; string(got) != want {
		t.Errorf("it wrote %q, want %q", got, want)
	}
}

// At a temperature the weights are powers of the probabilities.
func TestWeightsArePowers(t *testing.T) {
	p := [256]float64{0.5, 0.25, 0.125, 0.1, 0.025}
	for _, temperature := range []float64{0.01, 0.5, 1, 2} {
		w := NewWriter(nil, Sampling{Temperature: temperature})
		for i, got := range w.weights([]byte{0, 1, 2, 3, 4}, &p) {
			if want := math.Pow(p[i]/p[0], 1/temperature); math.Abs(got-want) > 1e-5 {
				t.Errorf("at %v, %v weighs %v, want %v", temperature, p[i], got, want)
			}
		}
	}
}

// A draw takes each item for its share of the weights.
func TestDraw(t *testing.T) {
	items, weights := []byte("abc"), []float64{1, 2, 1}
	for part, want := range map[float64]byte{0: 'a', 0.24: 'a', 0.26: 'b', 0.74: 'b', 0.76: 'c', 0.9999999999999999: 'c'} {
		if got := draw(items, weights, part); got != want {
			t.Errorf("%v draws %q, want %q", part, got, want)
		}
	}
}
