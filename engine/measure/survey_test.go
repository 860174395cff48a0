package measure

import (
	"context"
	"errors"
	"math"
	"math/rand/v2"
	"testing"

	"bitlens/engine/model"
	"bitlens/engine/text"
)

// survey looks at [lo,hi) of a document and returns all that is known of it.
func survey(t *testing.T, s *Surveyor, into *Insights, lo, hi int) {
	t.Helper()
	fresh := into.Stretches()
	skip := func(i int) bool { return fresh[i] }
	if err := s.Look(context.Background(), lo, hi, skip, into.Put); err != nil {
		t.Fatal(err)
	}
}

// A survey says what the predictor's own distribution says, wherever it began.
func TestSurveyAgreesWithTheDistributions(t *testing.T) {
	doc := document(20 * Stretch)
	for _, id := range []string{"order0", "order2", "kneser-ney", "ppm", "cm"} {
		e := entry(t, id)
		got := NewInsights(doc.Len())
		s := &Surveyor{Entry: e, From: NewCheckpoints(e, 64<<20), Text: doc}
		survey(t, s, got, 9*Stretch, 11*Stretch)
		if !got.Fresh(9*Stretch, 11*Stretch) || got.Fresh(0, 1) {
			t.Fatalf("%s: what was looked at is not known, or what was not is", id)
		}
		survey(t, s, got, 0, doc.Len())
		if got.Part() != 1 {
			t.Fatalf("%s: %v of it is known", id, got.Part())
		}
		checkSurvey(t, e, doc, got)
	}
}

// checkSurvey asks the predictor at every 97th byte.
func checkSurvey(t *testing.T, e *model.Entry, doc text.Bytes, got *Insights) {
	t.Helper()
	q := e.Predictor()
	for i := range doc.Len() {
		if i%97 == 0 {
			var p [256]float64
			model.Next(q, &p)
			entropy, rank := 0.0, 1
			for b, x := range p {
				entropy -= x * math.Log2(x)
				if x > p[doc.At(i)] || x == p[doc.At(i)] && b < int(doc.At(i)) {
					rank++
				}
			}
			r, known := got.Rank(i, i+1)
			bits, _ := got.Bits(i, i+1)
			if !known || r != rank || math.Abs(Bits(bits)-entropy) > 1e-5 {
				t.Fatalf("%s at %d: rank %d and %v bits, want %d and %v", e.ID, i, r, Bits(bits), rank, entropy)
			}
		}
		model.Teach(q, doc.At(i))
	}
}

// After edits a survey that goes on is that of a text that was opened so.
func TestSurveyFollowsEdits(t *testing.T) {
	e := entry(t, "order2")
	doc := document(12 * Stretch)
	points := NewCheckpoints(e, 64<<20)
	got := NewInsights(doc.Len())
	survey(t, &Surveyor{Entry: e, From: points, Text: doc}, got, 0, doc.Len())
	r := rand.New(rand.NewPCG(3, 4))
	for range 20 {
		lo := r.IntN(doc.Len())
		hi := lo + r.IntN(min(300, doc.Len()-lo))
		with := make([]byte, r.IntN(300))
		doc = doc.Splice(lo, hi, with)
		got.Splice(lo, hi, len(with))
		points = points.Cut(lo)
		if got.Len() != doc.Len() || got.Fresh(0, doc.Len()) || !got.Fresh(0, lo/Stretch*Stretch) {
			t.Fatalf("after an edit at %d of %d bytes: fresh %v", lo, doc.Len(), got.fresh)
		}
		survey(t, &Surveyor{Entry: e, From: points, Text: doc}, got, 0, doc.Len())
		checkSurvey(t, e, doc, got)
	}
}

func TestSurveyOfTwoModels(t *testing.T) {
	doc := document(4 * Stretch)
	a, b := entry(t, "order2"), entry(t, "ppm")
	look := func(a, b *model.Entry) *Insights {
		got := NewInsights(doc.Len())
		survey(t, &Surveyor{Entry: a, From: NewCheckpoints(a, 1<<20), Against: b, AgainstFrom: NewCheckpoints(b, 1<<20), Text: doc}, got, 0, doc.Len())
		return got
	}
	same, other := look(a, a), look(a, b)
	if sum, _ := same.Bits(0, doc.Len()); sum != 0 {
		t.Errorf("a model is %v bits from itself", Bits(sum))
	}
	x, y := a.Predictor(), b.Predictor()
	for i := range doc.Len() {
		var p, q [256]float64
		model.Next(x, &p)
		model.Next(y, &q)
		if bits, _ := other.Bits(i, i+1); math.Abs(Bits(bits)-Divergence(&p, &q)) > 1e-5 {
			t.Fatalf("at %d: %v bits, want %v", i, Bits(bits), Divergence(&p, &q))
		}
		model.Teach(x, doc.At(i))
		model.Teach(y, doc.At(i))
	}
}

func TestSurveyIsCancelled(t *testing.T) {
	e := entry(t, "cm")
	ctx, cancel := context.WithCancel(context.Background())
	s := &Surveyor{Entry: e, From: NewCheckpoints(e, 1<<20), Text: document(1 << 20)}
	err := s.Look(ctx, 0, 1<<20, nil, func(int, []Found) { cancel() })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("it ended with %v", err)
	}
}

func TestSurveyOfACodec(t *testing.T) {
	e := entry(t, "gzip")
	s := &Surveyor{Entry: e, From: NewCheckpoints(e, 1<<20), Text: document(100)}
	if err := s.Look(context.Background(), 0, 100, nil, func(int, []Found) {}); err == nil {
		t.Error("a compressor has a rank")
	}
}

func TestOnlyIn(t *testing.T) {
	guess := func(s string) Guess { return Guess{Bytes: []byte(s)} }
	a, b := []Guess{guess("x"), guess("中"), guess("y")}, []Guess{guess("y"), guess("z")}
	if got := OnlyIn(a, b); len(got) != 2 || string(got[0].Bytes) != "x" || string(got[1].Bytes) != "中" {
		t.Errorf("only in a: %v", got)
	}
	if got := OnlyIn(b, a); len(got) != 1 || string(got[0].Bytes) != "z" {
		t.Errorf("only in b: %v", got)
	}
}

// Asked in whatever order, a total is the sum of the costs before it.
func TestTotals(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	costs := make([]uint32, 5000)
	sums := make([]uint64, len(costs)+1)
	for i := range costs {
		costs[i] = r.Uint32N(1 << 24)
		sums[i+1] = sums[i] + uint64(costs[i])
	}
	trace := NewTrace(len(costs))
	trace.Put(0, costs)
	for i := range 3000 {
		at := i
		if i%7 == 0 {
			at = r.IntN(len(costs) + 1)
		}
		if got := trace.Total(at); got != Bits(sums[at]) {
			t.Fatalf("%v bits before %d, want %v", got, at, Bits(sums[at]))
		}
	}
	trace.Total(4000)
	trace.Splice(10, 11, 1)
	trace.Put(10, make([]uint32, 4990))
	if got := trace.Total(4500); got != Bits(sums[10]) {
		t.Errorf("after an edit %v, want %v", got, Bits(sums[10]))
	}
}
