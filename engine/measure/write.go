package measure

import (
	"cmp"
	"context"
	"math/rand/v2"
	"slices"

	"bitlens/engine/coder"
	"bitlens/engine/model"
	"bitlens/engine/num"
	"bitlens/engine/text"
)

// A Sampling says how a model that writes chooses among what it expects.
type Sampling struct {
	// Temperature sharpens the distribution below 1 and flattens it above: each
	// probability is raised to 1/Temperature. 0 takes the likeliest byte.
	Temperature float64
	Top         int    // so many of the likeliest bytes are chosen from; 0 for all
	Seed        uint64 // the same seed writes the same text
}

// A Writer lets a predictor write: each byte is drawn from what it expects,
// and taught to it.
type Writer struct {
	p        model.Predictor
	sampling Sampling
	random   *rand.Rand
	meter    coder.Meter
}

// NewWriter returns a writer for p, which it teaches.
func NewWriter(p model.Predictor, s Sampling) *Writer {
	return &Writer{p: p, sampling: s, random: rand.New(rand.NewPCG(s.Seed, 0))}
}

// Read teaches the predictor bytes that were written by somebody else and
// returns what they cost it.
func (w *Writer) Read(b []byte) (costs []uint32) {
	for _, c := range b {
		w.p.Code(&w.meter, c)
		costs = append(costs, w.meter.Take())
	}
	return costs
}

// Write writes n > 0 bytes, and more to the end of a character, and returns them
// with what each cost the predictor: its surprise at its own choice.
func (w *Writer) Write(ctx context.Context, n int) (b []byte, costs []uint32, err error) {
	var next [256]float64
	for len(b) < n || len(b) < n+maxChar && text.Char.Ends(b[text.LastChar(b):]) == 0 {
		if err := ctx.Err(); err != nil {
			return b, costs, err
		}
		if !model.Next(w.p, &next) {
			return b, costs, ErrSilent
		}
		b = append(b, w.choose(&next))
		costs = append(costs, w.Read(b[len(b)-1:])...)
	}
	return b, costs, nil
}

// maxChar is how many bytes a character takes at most.
const maxChar = 4

// choose draws a byte.
func (w *Writer) choose(p *[256]float64) byte {
	var order [256]byte
	for i := range order {
		order[i] = byte(i)
	}
	slices.SortStableFunc(order[:], func(a, b byte) int { return cmp.Compare(p[b], p[a]) })
	if w.sampling.Temperature <= 0 {
		return order[0]
	}
	among := order[:]
	if k := w.sampling.Top; k > 0 && k < len(among) {
		among = among[:k]
	}
	return draw(among, w.weights(among, p), w.random.Float64())
}

// weights returns what each of some bytes, the likeliest first, counts for at the
// temperature. They come from whole numbers and single divisions, so that a seed
// writes the same text on every machine, as math.Pow would not have it.
func (w *Writer) weights(among []byte, p *[256]float64) []float64 {
	weights, best := make([]float64, len(among)), logOf(p[among[0]])
	for i, b := range among {
		x := max(float64(logOf(p[b])-best)/w.sampling.Temperature, -num.OddsMax)
		share := num.Odds(int32(x)) // 2^x / (1 + 2^x)
		weights[i] = float64(share) / float64(1<<32-int64(share))
	}
	return weights
}

// logOf returns log2 p in units of num.Bit.
func logOf(p float64) int32 { return num.Log2(max(1, uint64(p*(1<<32)))) }

// draw returns the item at a part, in [0,1), of all weights.
func draw(items []byte, weights []float64, part float64) byte {
	sum := 0.0
	for _, v := range weights {
		sum += v
	}
	at := part * sum
	for i, v := range weights {
		if at -= v; at < 0 {
			return items[i]
		}
	}
	return items[len(items)-1]
}
