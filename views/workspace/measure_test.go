package workspace

import (
	"context"
	"math"
	"slices"
	"strings"
	"testing"

	"bitlens/engine/measure"
	"bitlens/engine/text"
	"bitlens/views/workspace/queue"
)

const novel = "红楼梦 a dream of red mansions. 道可道，非常道。\n\nThe name that can be named.\n"

func surveyDone(w *Workspace) func() bool {
	return func() bool { return w.hasReceipt() && !w.Survey().Busy() }
}

// Whatever the unit, its units add up to the whole.
func TestTotalsAreTheSameWhateverTheUnit(t *testing.T) {
	w, l := open(t, "order2", []byte(strings.Repeat(novel, 30)+"\xff\xfe"))
	if err := w.SetRival("gzip"); err != nil {
		t.Fatal(err)
	}
	pattern, _ := text.ParseUnit("/[a-z]+/")
	l.Until(t, "both receipts", func() bool { return w.hasReceipt() && w.Rival().Receipt() != nil })
	for _, m := range []Measure{Bits, Expected, Unexpected, Difference} {
		w.SetMeasure(m)
		l.Until(t, "the survey", surveyDone(w))
		want, known := w.Value(0, w.Text().Len())
		for _, u := range append(append([]text.Unit{pattern}, text.Units...), text.Tokens...) {
			sum := 0.0
			for lo, hi := range u.All(w.Text()) {
				v, ok := w.Value(lo, hi)
				sum, known = sum+v, known && ok
			}
			if !known || math.Abs(sum-want) > 1e-6 {
				t.Errorf("%s by %s: %v, want %v; known %v", m.Name, u.Name(), sum, want, known)
			}
		}
	}
	w.SetMeasure(Difference)
	got, _ := w.Value(0, w.Text().Len())
	want := w.Reading().Trace().Curve().Bits() - w.Rival().Trace().Curve().Bits()
	if math.Abs(got-want) > 1e-6 {
		t.Errorf("A minus B is %v, the totals differ by %v", got, want)
	}
}

func TestMeasuresOfAUnit(t *testing.T) {
	w, l := open(t, "ppm", []byte(strings.Repeat(novel, 5)))
	l.Until(t, "the receipt", w.hasReceipt)
	value := func(m Measure) float64 {
		w.SetMeasure(m)
		l.Until(t, "the survey", surveyDone(w))
		v, known := w.Value(40, 45)
		if !known {
			t.Errorf("%s is not known", m.Name)
		}
		return v
	}
	bits := value(Bits)
	if p := value(Probability); math.Abs(p-math.Exp2(-bits)) > 1e-12 {
		t.Errorf("probability %v of %v bits", p, bits)
	}
	if r := value(Rank); r < 1 || r > 256 || r != math.Trunc(r) {
		t.Errorf("rank %v", r)
	}
	if d := value(Unexpected); math.Abs(d-(bits-value(Expected))) > 1e-9 {
		t.Errorf("bits minus expected is %v", d)
	}
	if r := value(RunningRate); math.Abs(r-w.Reading().Trace().Total(45)/45) > 1e-12 {
		t.Errorf("running rate %v", r)
	}
	if kl := value(Divergence); kl < 0 || w.Rival() == nil || w.Rival().Entry().ID != "cm" {
		t.Errorf("divergence %v", kl)
	}
}

// After an edit the survey is that of a text that was opened so, and what
// stands before the edit is not looked at again.
func TestSurveyFollowsEdits(t *testing.T) {
	w, l := open(t, "order2", []byte(strings.Repeat(novel, 60)))
	w.SetMeasure(Rank)
	l.Until(t, "the survey", surveyDone(w))
	w.Edit(3000, 3010, []byte("edited"))
	if !w.Survey().Found().Fresh(0, 2800) || w.Survey().Found().Fresh(0, 4000) {
		t.Error("the edit did not keep what stands before it, or kept what stands behind")
	}
	l.Until(t, "the survey", surveyDone(w))
	fresh, l2 := open(t, "order2", w.Text().Slice(0, w.Text().Len()))
	fresh.SetMeasure(Rank)
	l2.Until(t, "the survey", surveyDone(fresh))
	for i := range w.Text().Len() {
		a, knownA := w.Value(i, i+1)
		b, knownB := fresh.Value(i, i+1)
		x, _ := w.Survey().Found().Bits(i, i+1)
		y, _ := fresh.Survey().Found().Bits(i, i+1)
		if a != b || x != y || !knownA || !knownB {
			t.Fatalf("byte %d: rank %v, expected %d; opened so %v and %d", i, a, x, b, y)
		}
	}
}

// What is on screen is surveyed before the rest.
func TestScreenIsSurveyedFirst(t *testing.T) {
	var order []string // which part each report was of, told once
	s := &screen{}
	s.set(5000, 7000)
	doc := text.NewSeq([]byte(strings.Repeat("0123456789", 1000)))
	w, _ := open(t, "order0", nil)
	surveyor := func() *measure.Surveyor {
		return &measure.Surveyor{Entry: w.model, From: measure.NewCheckpoints(w.model, 0), Text: doc}
	}
	p := &sweep{slots: measure.NewSlots(1), screen: s, text: doc.Len(), fresh: measure.NewInsights(doc.Len()).Stretches(),
		ahead: surveyor(), behind: surveyor(), report: func(at int, found []measure.Found) {
			part := "rest"
			switch {
			case at >= 4864 && at < 7168 && len(order) < 2:
				part = "screen"
			case at >= 8960 && len(order) < 3:
				part = "scrolled"
			}
			if len(order) == 0 || order[len(order)-1] != part {
				order = append(order, part)
			}
			if at+len(found) == 7168 {
				s.set(9000, 9900)
			}
		}}
	if err := p.run(context.Background()); err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(order, []string{"screen", "scrolled", "rest"}) {
		t.Errorf("looked at %v", order)
	}
	if !p.known(0, doc.Len()) {
		t.Error("something was left out")
	}
}

func TestCancelledSurveyKeepsWhatItHas(t *testing.T) {
	w, l := open(t, "order2", []byte(strings.Repeat(novel, 3000)))
	w.SetMeasure(Expected)
	l.Until(t, "some of it", func() bool { return w.Survey().Found().Part() > 0 })
	w.Cancel()
	if w.Survey().Busy() || w.Survey().Err() == nil {
		t.Skip("it was over before it was cancelled")
	}
	part := w.Survey().Found().Part()
	w.SetMeasure(Expected)
	if !w.Survey().Busy() || w.Survey().Err() != nil || w.Survey().Found().Part() != part {
		t.Error("it does not go on from what it has")
	}
	l.Until(t, "the survey", func() bool { return !w.Survey().Busy() })
	if w.Survey().Found().Part() != 1 {
		t.Error("it did not come to the end")
	}
}

func TestCodecsHaveNoDistribution(t *testing.T) {
	w, l := open(t, "gzip", []byte(novel))
	l.Until(t, "the receipt", w.hasReceipt)
	w.SetMeasure(Rank)
	if _, known := w.Value(0, 1); known || w.NoMeasure() == "" || w.Survey() != nil {
		t.Errorf("gzip has a rank; said: %q", w.NoMeasure())
	}
	if err := w.SetModel("ppm"); err != nil {
		t.Fatal(err)
	}
	l.Until(t, "the survey", surveyDone(w))
	if _, known := w.Value(0, 1); !known || w.NoMeasure() != "" {
		t.Error("ppm has none")
	}
}

func TestRival(t *testing.T) {
	w, l := open(t, "gzip", []byte(strings.Repeat(novel, 20)))
	w.SetMeasure(Difference)
	if w.Rival() == nil || w.Rival().Entry().ID != "cm" {
		t.Fatal("nothing is compared with")
	}
	both := func() bool { return w.hasReceipt() && w.Rival().Receipt() != nil }
	l.Until(t, "both receipts", both)
	before, _ := w.Value(100, 200)
	w.Swap()
	if after, _ := w.Value(100, 200); after != -before || w.Model().ID != "cm" || !both() {
		t.Errorf("swapped: %v, was %v", after, before)
	}
	if err := w.SetModel("gzip"); err != nil || w.Model().ID != "gzip" || w.Rival().Entry().ID != "cm" {
		t.Errorf("choosing B as A: %s and %s", w.Model().ID, w.Rival().Entry().ID)
	}
	w.Edit(50, 60, []byte("x"))
	l.Until(t, "both receipts", both)
	if n := w.Rival().Trace().Known(); n != w.Text().Len() {
		t.Errorf("B has read %d of %d bytes", n, w.Text().Len())
	}
	if err := w.SetRival(""); err != nil || w.Rival() != nil || !w.Measure().Is(Bits) {
		t.Error("without B there is A minus B")
	}
	if w.SetRival("nobody") == nil {
		t.Error("an unknown model was taken")
	}
}

func TestMeasureAndRivalInLinks(t *testing.T) {
	w, _ := open(t, "order2", []byte(novel))
	w.SetMeasure(Difference)
	link := w.Link("read").String()
	for _, part := range []string{"measure=a-b", "b=gzip"} {
		if !strings.Contains(link, part) {
			t.Errorf("%s lacks %s", link, part)
		}
	}
	q := new(queue.Queue)
	other := New(q.Do)
	t.Cleanup(other.Close)
	l, _ := ParseLink(link)
	other.Go(l)
	if !other.Measure().Is(Difference) || other.Rival() == nil || other.Rival().Entry().ID != "gzip" {
		t.Error("the link did not come to the same")
	}
	for _, m := range Measures {
		if got, err := ParseMeasure(m.Name); err != nil || !got.Is(m) {
			t.Errorf("%s: %v", m.Name, err)
		}
	}
	if _, err := ParseMeasure("perplexity"); err == nil {
		t.Error("an unknown measure was taken")
	}
}
