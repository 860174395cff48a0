package measure

import (
	"context"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"bitlens/engine/model"
	"bitlens/engine/text"
	"bitlens/engine/zoo"

	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

const prose = "It was the best of times, it was the worst of times, it was the age of wisdom. 红楼梦里人，\n"

func document(n int) text.Bytes {
	return text.NewSeq([]byte(strings.Repeat(prose, n/len(prose)+1))[:n])
}

func entry(t testing.TB, id string) *model.Entry {
	t.Helper()
	e, err := zoo.Open(id)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// archiveAll archives doc and returns the receipt and all costs reported.
func archiveAll(t *testing.T, e *model.Entry, doc text.Bytes, keep func(State)) (Receipt, []uint32) {
	t.Helper()
	var costs []uint32
	r, err := Archive(context.Background(), Job{Entry: e, Text: doc, Keep: keep, Progress: func(p Progress) {
		costs = append(costs, p.Costs...)
	}})
	if err != nil {
		t.Fatal(err)
	}
	return r, costs
}

func TestArchive(t *testing.T) {
	for _, e := range zoo.All() {
		for _, n := range []int{0, 1, 5000} {
			r, costs := archiveAll(t, e, document(n), nil)
			if !r.Verified || r.Partial || r.OriginalBytes != int64(n) {
				t.Errorf("%s on %d bytes: %+v", e.ID, n, r)
			}
			if len(costs) != n {
				t.Fatalf("%s on %d bytes: %d costs", e.ID, n, len(costs))
			}
			sum := uint64(0)
			for _, c := range costs {
				sum += uint64(c)
			}
			bits := Bits(sum)
			if payload := float64(r.PayloadBytes) * 8; n > 0 && math.Abs(bits-payload) > payload/1000+16*8 {
				t.Errorf("%s on %d bytes: costs add up to %.1f bits, payload is %.0f", e.ID, n, bits, payload)
			}
		}
	}
}

func TestArchiveIsCancelledInTime(t *testing.T) {
	doc := document(20 << 20)
	for _, e := range zoo.All() {
		if e.New == nil {
			continue
		}
		ctx, cancel := context.WithCancel(context.Background())
		at := time.Time{}
		r, err := Archive(ctx, Job{Entry: e, Text: doc, Progress: func(p Progress) {
			if at.IsZero() {
				at = time.Now()
				cancel()
			}
		}})
		if !errors.Is(err, context.Canceled) || !r.Partial || r.OriginalBytes >= 20<<20 {
			t.Errorf("%s: %v, %+v", e.ID, err, r)
		}
		t.Logf("%s stopped after %v", e.ID, time.Since(at))
		cancel()
	}
}

// A predictor that fails must not take the race with it.
func TestArchiveReportsPanic(t *testing.T) {
	bad := &model.Entry{ID: "bad", New: func([]int) model.Predictor { panic("out of cheese") }}
	if _, err := Archive(context.Background(), Job{Entry: bad, Text: document(10)}); err == nil {
		t.Fatal("no error")
	}
}

// Going on from a kept state charges the same to the bit.
func TestPredictGoesOn(t *testing.T) {
	doc := document(300_000)
	e := entry(t, "order2")
	c := NewCheckpoints(e, 64<<20)
	_, want := archiveAll(t, e, doc, c.Keep)
	for _, at := range []int{0, 70_000, 299_999} {
		s := c.From(e, at)
		if at > 2*Spacing && s.At == 0 {
			t.Fatal("nothing was kept")
		}
		var got []uint32
		from := s.At
		err := Predict(context.Background(), Job{Entry: e, Text: doc, Progress: func(p Progress) {
			got = append(got, p.Costs...)
		}}, &s)
		if err != nil || !slices.Equal(got, want[from:]) {
			t.Fatalf("from %d: %v", from, err)
		}
	}
}

func TestCheckpointsKeepTheirBudget(t *testing.T) {
	e := entry(t, "order2")
	n := 3 << 20
	if testing.Short() {
		n = 500_000
	}
	c := NewCheckpoints(e, 20<<20)
	archiveAll(t, e, document(n), c.Keep)
	if c.bytes() > c.budget || len(c.kept) == 0 {
		t.Fatalf("%d bytes in %d copies", c.bytes(), len(c.kept))
	}
	c = c.Cut(100_000)
	if c.Nearest(1<<20) > 100_000 {
		t.Fatal("a cut copy is still there")
	}
}

// A trace that was edited and read again is the trace of the edited text.
func TestTraceFollowsEdits(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	plain := make([]uint32, 5000)
	for i := range plain {
		plain[i] = r.Uint32N(1 << 23)
	}
	trace := NewTrace(len(plain))
	trace.Put(0, plain)
	for range 200 {
		lo := r.IntN(len(plain))
		hi := lo + r.IntN(len(plain)-lo)
		n := r.IntN(100)
		fresh := make([]uint32, n)
		for i := range fresh {
			fresh[i] = r.Uint32N(1 << 23)
		}
		trace.Splice(lo, hi, n)
		if trace.Known() != lo {
			t.Fatalf("known %d after an edit at %d", trace.Known(), lo)
		}
		plain = slices.Concat(plain[:lo], fresh, plain[hi:])
		trace.Put(lo, plain[lo:])
		var sum uint64
		for _, c := range plain {
			sum += uint64(c)
		}
		got, known, current := trace.Cost(0, len(plain))
		if !known || !current || got != sum || trace.Total(len(plain)) != Bits(sum) {
			t.Fatalf("got %d (%v %v), want %d; total %f", got, known, current, sum, trace.Total(len(plain)))
		}
		if len(plain) < 200 {
			plain = append(plain, make([]uint32, 3000)...)
			trace.Splice(trace.Len(), trace.Len(), 3000)
			trace.Put(trace.Known(), plain[trace.Known():])
		}
	}
}

// An edit behind what has been read leaves that as it is.
func TestEditBehindTheReader(t *testing.T) {
	trace := NewTrace(1000)
	trace.Put(0, slices.Repeat([]uint32{costUnit}, 300))
	trace.Splice(900, 950, 10)
	if trace.Known() != 300 || trace.Total(300) != 300 || trace.Len() != 960 {
		t.Fatalf("known %d, total %v, length %d", trace.Known(), trace.Total(300), trace.Len())
	}
}

func TestRaceCheapestFirst(t *testing.T) {
	var mu sync.Mutex
	var started []string
	done := map[string]Receipt{}
	entries := zoo.All()
	slices.Reverse(entries)
	race := Race{Entries: entries, Text: document(3000), Slots: NewSlots(2),
		Start: func(i int) { mu.Lock(); started = append(started, entries[i].ID); mu.Unlock() },
		Done: func(i int, r Receipt, err error) {
			mu.Lock()
			defer mu.Unlock()
			if err != nil {
				t.Errorf("%s: %v", entries[i].ID, err)
			}
			done[r.Model] = r
		}}
	race.Run(context.Background())
	if len(done) != len(entries) || len(started) != len(entries) {
		t.Fatalf("%d of %d came in", len(done), len(entries))
	}
	first, last := entry(t, started[0]), entry(t, started[len(started)-1])
	if Estimate(first, 1000) > Estimate(last, 1000) {
		t.Errorf("%s ran before %s", first.ID, last.ID)
	}
}

func TestSlotsUrgentFirst(t *testing.T) {
	s := NewSlots(1)
	ctx := context.Background()
	s.Acquire(ctx, Background)
	var order []string
	var all sync.WaitGroup
	all.Go(func() {
		s.Acquire(ctx, Urgent)
		order = append(order, "urgent")
		s.Release()
	})
	for {
		s.mu.Lock()
		n := len(s.waiting[Urgent])
		s.mu.Unlock()
		if n == 1 {
			break
		}
		time.Sleep(time.Millisecond)
	}
	if !s.Yield(ctx, Background) {
		t.Fatal("no place came back")
	}
	order = append(order, "other")
	s.Release()
	all.Wait()
	if order[0] != "urgent" || s.free != 1 {
		t.Fatalf("%v, %d free", order, s.free)
	}
}

// What Peek says of the actual character is what the meter charges for it, and
// all probabilities add up to one.
func TestPeekAgreesWithTheCharge(t *testing.T) {
	doc := document(4000)
	for _, id := range []string{"order3", "kneser-ney"} {
		e := entry(t, id)
		_, costs := archiveAll(t, e, doc, nil)
		for _, at := range []int{500, 1003, 3000} {
			lo, hi := text.Char.At(doc, at)
			c := NewCheckpoints(e, 64<<20)
			s, err := c.At(context.Background(), e, doc, lo)
			if err != nil || s.At != lo {
				t.Fatal(err, s.At)
			}
			got, err := Peek(context.Background(), s.Predictor, doc.Slice(lo, hi), text.Char, 10)
			if err != nil {
				t.Fatal(err)
			}
			var cost uint64
			for _, c := range costs[lo:hi] {
				cost += uint64(c)
			}
			if bits := -math.Log2(got.Actual.P); math.Abs(bits-Bits(cost)) > 1e-4 {
				t.Errorf("%s at %d: peek says %.6f bits, meter %.6f", id, lo, bits, Bits(cost))
			}
			sum := got.Others
			for _, g := range got.Guesses {
				sum += g.P
			}
			if math.Abs(sum-1) > 1e-6 || got.Rank < 1 {
				t.Errorf("%s at %d: sum %f, rank %d", id, lo, sum, got.Rank)
			}
			again, _ := Peek(context.Background(), s.Predictor, doc.Slice(lo, hi), text.Char, 10)
			if again.Actual.P != got.Actual.P {
				t.Errorf("%s: peeking taught it", id)
			}
		}
	}
}

// What is said of whole words adds up to one, is told apart from longer words,
// and agrees with a walk over every byte that may follow.
func TestPeekWords(t *testing.T) {
	prose := strings.Repeat("the cat sat on the mat, then they can't sit there; 中国人民。", 40)
	for _, id := range []string{"order3", "ppm", "cm"} {
		q := entry(t, id).Predictor().(model.Rewinder)
		model.Teach(q, []byte(prose+"the cat sat on ")...)
		got, err := Peek(context.Background(), q, []byte("the"), text.Word, 10)
		if err != nil {
			t.Fatal(err)
		}
		sum := got.Others
		for i, g := range got.Guesses {
			sum += g.P
			if i > 0 && g.P > got.Guesses[i-1].P {
				t.Errorf("%s: %q is likelier than what stands before it", id, g.Bytes)
			}
		}
		if math.Abs(sum-1) > 1e-6 {
			t.Errorf("%s: sum %v", id, sum)
		}
		if string(got.Guesses[0].Bytes) != "the" || got.Rank != 1 || got.Guesses[0].P != got.Actual.P {
			t.Errorf("%s: first of all %q, rank of what came %d", id, got.Guesses[0].Bytes, got.Rank)
		}
		whole := sequence(q, []byte("the"))
		longer := 0.0
		for c := 'a'; c <= 'z'; c++ {
			longer += sequence(q, append([]byte("the"), byte(c)))
		}
		if got.Actual.P > whole-longer+1e-9 || got.Actual.P < 0.9*(whole-longer) {
			t.Errorf("%s: %v that it is the word, %v that it begins one, %v that it goes on", id, got.Actual.P, whole, longer)
		}
	}
}

func TestCurveIsDense(t *testing.T) {
	var c Curve
	c.Append(slices.Repeat([]uint32{costUnit}, 100_000))
	last, n := 0, 0
	c.Points(func(at int, bits float64) {
		if float64(at) != bits || at > last+2+last/50 {
			t.Fatalf("point at %d behind %d has %f bits", at, last, bits)
		}
		last = at
		n++
	})
	if last != 100_000 || n > 1500 {
		t.Fatalf("%d points to %d", n, last)
	}
}

// BenchmarkArchive shows what streaming costs and keeping copies add to a model.
func BenchmarkArchive(b *testing.B) {
	doc, e := document(4<<20), entry(b, "ppm")
	for _, keep := range []bool{false, true} {
		b.Run(fmt.Sprintf("copies=%v", keep), func(b *testing.B) {
			b.SetBytes(int64(doc.Len()))
			for range b.N {
				j := Job{Entry: e, Text: doc, Progress: func(Progress) {}}
				if keep {
					j.Keep = NewCheckpoints(e, 512<<20).Keep
				}
				if _, err := Archive(context.Background(), j); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// Who asks while a predictor is brought near waits for it, and is told the same
// as who asks without.
func TestApproach(t *testing.T) {
	doc := document(300_000)
	e := entry(t, "order2")
	c := NewCheckpoints(e, 64<<20)
	ended := make(chan error)
	go func() { ended <- c.Approach(context.Background(), e, doc, 200_000) }()
	for _, at := range []int{200_100, 100_000} {
		near, err := c.At(context.Background(), e, doc, at)
		if err != nil || near.At != at {
			t.Fatal(near.At, err)
		}
		far, _ := NewCheckpoints(e, 0).At(context.Background(), e, doc, at)
		if price(near, doc) != price(far, doc) {
			t.Errorf("at %d a predictor that was brought near charges otherwise", at)
		}
	}
	if err := <-ended; err != nil || c.Nearest(200_100) < 97_952 {
		t.Error(err, c.Nearest(200_100))
	}
	if err := c.Approach(context.Background(), e, doc, 200_000); err != nil || c.Nearest(200_100) != 200_000 {
		t.Error(err, c.Nearest(200_100))
	}
}

// A question need not wait for an approach that is given up.
func TestApproachGivenUp(t *testing.T) {
	e, doc := entry(t, "order2"), document(100_000)
	c := NewCheckpoints(e, 64<<20)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := c.Approach(ctx, e, doc, 50_000); err == nil || c.Nearest(50_000) != 0 {
		t.Error(err, c.Nearest(50_000))
	}
	if s, err := c.At(context.Background(), e, doc, 60_000); err != nil || s.At != 60_000 {
		t.Error(s.At, err)
	}
}

// price is what s charges for the kilobyte that follows.
func price(s State, doc text.Bytes) (sum uint64) {
	for _, b := range doc.Slice(s.At, s.At+1000) {
		s.Predictor.Code(&s.Meter, b)
		sum += uint64(s.Meter.Take())
	}
	return sum
}
