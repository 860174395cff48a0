package zoo

import (
	"bufio"
	"bytes"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"bitlens/engine/coder"
	"bitlens/engine/model"
)

// eachPredictor and eachCodec run a test for every model of the race.
func eachPredictor(t *testing.T, test func(t *testing.T, e *model.Entry)) {
	for _, e := range All() {
		if e.New != nil {
			t.Run(e.ID, func(t *testing.T) { t.Parallel(); test(t, e) })
		}
	}
}

// encode writes data with q, and returns the code and the cost of each byte.
func encode(t testing.TB, q model.Predictor, data []byte) (code []byte, costs []uint32) {
	t.Helper()
	var buf bytes.Buffer
	tee := coder.Tee{Encoder: coder.NewEncoder(&buf), Meter: &coder.Meter{}}
	for i, b := range data {
		if got := q.Code(tee, b); got != b {
			t.Fatalf("byte %d: Code returned %d for %d", i, got, b)
		}
		costs = append(costs, tee.Take())
	}
	if err := tee.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes(), costs
}

// measure returns what each byte of data costs.
func measure(q model.Predictor, data []byte) []uint32 {
	var m coder.Meter
	costs := make([]uint32, len(data))
	for i, b := range data {
		q.Code(&m, b)
		costs[i] = m.Take()
	}
	return costs
}

func bits(costs []uint32) (sum float64) {
	for _, c := range costs {
		sum += float64(c) / (1 << coder.CostBits)
	}
	return sum
}

func TestRoundTrip(t *testing.T) {
	eachPredictor(t, func(t *testing.T, e *model.Entry) {
		for _, in := range inputsOf(e) {
			code, costs := encode(t, e.Predictor(), in.data)
			d := coder.NewDecoder(bytes.NewReader(code))
			q := e.Predictor()
			for i, want := range in.data {
				if got := q.Code(d, 0); got != want {
					t.Fatalf("%s: byte %d decodes to %d, want %d", in.name, i, got, want)
				}
			}
			if d.Err() != nil {
				t.Fatalf("%s: %v", in.name, d.Err())
			}
			sum := bits(costs) / 8
			if size := float64(len(code)); math.Abs(size-sum) > sum/1000+16 {
				t.Errorf("%s: costs add up to %.1f bytes, the code has %.0f", in.name, sum, size)
			}
		}
	})
}

// What follows must not change what came before, and the same text must cost
// the same again.
func TestPrefixCostsTheSame(t *testing.T) {
	eachPredictor(t, func(t *testing.T, e *model.Entry) {
		text := affordable(e, english(6000), 500)
		whole := measure(e.Predictor(), text)
		for _, n := range []int{1, 100, min(4097, len(text))} {
			other := slices.Concat(text[:n], random(500))
			if !slices.Equal(whole[:n], measure(e.Predictor(), other)[:n]) {
				t.Errorf("the first %d bytes cost something else when others follow", n)
			}
		}
	})
}

func TestClone(t *testing.T) {
	eachPredictor(t, func(t *testing.T, e *model.Entry) {
		for _, in := range inputsOf(e) {
			half := len(in.data) / 2
			q := e.Predictor()
			measure(q, in.data[:half])
			clone := q.(model.Cloner).Clone()
			measure(q.(model.Cloner).Clone(), affordable(e, random(3000), 100)) // must touch neither
			want := measure(q, in.data[half:])
			if !slices.Equal(want, measure(clone, in.data[half:])) {
				t.Errorf("%s: a clone goes on otherwise", in.name)
			}
		}
	})
}

func TestRewind(t *testing.T) {
	eachPredictor(t, func(t *testing.T, e *model.Entry) {
		for _, in := range inputsOf(e) {
			half := len(in.data) / 2
			q := e.Predictor().(model.Rewinder)
			measure(q, in.data[:half])
			clone := q.(model.Cloner).Clone()
			q.Mark()
			for n := range 4 {
				measure(q, affordable(e, random(1+n*100), 100))
				q.Rewind()
			}
			measure(q, in.data[half:min(half+2000, len(in.data))])
			q.Rewind()
			q.Forget()
			if !slices.Equal(measure(clone, in.data[half:]), measure(q, in.data[half:])) {
				t.Errorf("%s: Rewind leaves something behind", in.name)
			}
		}
	})
}

// A distribution must sum to 1 and say what Code charges, and asking must
// change nothing.
func TestDistribution(t *testing.T) {
	eachPredictor(t, func(t *testing.T, e *model.Entry) {
		for _, in := range inputsOf(e) {
			q := e.Predictor()
			twin := e.Predictor()
			for i, b := range in.data {
				if i%1999 == 0 || i < 2 {
					checkDistribution(t, in.name, q)
				}
				if model.Probability(q, b) != model.Probability(twin, b) {
					t.Fatalf("%s: byte %d: asking changed the model", in.name, i)
				}
			}
		}
	})
}

func checkDistribution(t *testing.T, name string, q model.Predictor) {
	t.Helper()
	var p [256]float64
	if !model.Next(q, &p) {
		t.Fatal("no distribution")
	}
	var sum float64
	r := q.(model.Rewinder)
	r.Mark()
	for b, got := range p {
		sum += got
		want := model.Probability(q, byte(b))
		r.Rewind()
		if lg, lw := -math.Log2(got), -math.Log2(want); !(math.Abs(lg-lw) <= 1e-6*lw) {
			t.Fatalf("%s: byte %d costs %.9f bits, its probability says %.9f", name, b, lw, lg)
		}
	}
	r.Forget()
	if math.Abs(sum-1) > 1e-6 {
		t.Fatalf("%s: probabilities sum to %.9f", name, sum)
	}
}

// Random bytes decode to some text: without panic, without end, in bounded
// memory.
func TestDecodeRandom(t *testing.T) {
	eachPredictor(t, func(t *testing.T, e *model.Entry) {
		q := e.Predictor()
		d := coder.NewDecoder(bufio.NewReader(noise{source()}))
		n := 100000
		if testing.Short() {
			n = 2000
		}
		n = len(affordable(e, make([]byte, n), 500))
		for range n {
			q.Code(d, 0)
		}
		if size := q.(model.Sizer).StateBytes(); size > 256<<20 {
			t.Errorf("holds %d bytes after %d", size, n)
		}
	})
}

// A noise reader never ends.
type noise struct{ *rand.Rand }

func (n noise) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = byte(n.Uint32())
	}
	return len(p), nil
}

func TestStateBytesGrow(t *testing.T) {
	eachPredictor(t, func(t *testing.T, e *model.Entry) {
		q := e.Predictor()
		before := q.(model.Sizer).StateBytes()
		measure(q, affordable(e, english(5000), 500))
		if after := q.(model.Sizer).StateBytes(); after < before {
			t.Errorf("shrinks from %d to %d bytes", before, after)
		}
	})
}
