package workspace

import (
	"math"
	"strings"
	"testing"

	"bitlens/engine/measure"
	"bitlens/engine/text"
)

// A play expects before it reads, unit by unit, and pays what the reading paid.
func TestPlay(t *testing.T) {
	doc := strings.Repeat("the cat sat. ", 30)
	w, l := open(t, "ppm", []byte(doc))
	w.SetUnit(text.Word)
	l.Until(t, "the receipt", w.hasReceipt)
	const at = 13 * 20
	w.StartPlay(at)
	paid := 0.0
	for _, word := range []string{"the", " ", "cat", " ", "sat", "."} {
		l.Until(t, "what it expects", func() bool { return !w.Play().Busy })
		p := w.Play()
		if got := doc[p.Lo:p.Hi]; got != word || p.Expected == nil || p.Read != nil || p.Expected.Actual.P <= 0 {
			t.Fatalf("at %q, want %q: %+v", got, word, p)
		}
		w.StepPlay()
		w.StepPlay() // too early: it is still thinking
		l.Until(t, "what came", func() bool { return !w.Play().Busy })
		p = w.Play()
		cost, _, _ := w.Reading().Trace().Cost(p.Lo, p.Hi)
		if paid += measure.Bits(cost); len(p.Read) != len(word) || math.Abs(p.Paid-paid) > 1e-4 {
			t.Fatalf("%q: %d bytes, %v bits paid of %v", word, len(p.Read), p.Paid, paid)
		}
		w.StepPlay()
	}
	w.StopPlay()
	if w.Play() != nil {
		t.Error("it goes on")
	}
	w.StopPlay()
}

func TestPlayEnds(t *testing.T) {
	w, l := open(t, "order1", []byte("ab"))
	w.StartPlay(1)
	for i := 0; !w.Play().Over; i++ {
		l.Until(t, "a step", func() bool { return !w.Play().Busy })
		w.StepPlay()
		if i > 10 {
			t.Fatal("the end never came")
		}
	}
	w.StepPlay()
	w.Edit(0, 1, []byte("x"))
	if w.Play() != nil {
		t.Error("a text that is gone is played")
	}
	if err := w.SetModel("gzip"); err != nil {
		t.Fatal(err)
	}
	w.StartPlay(0)
	l.Until(t, "the refusal", func() bool { return w.Play().Err != nil })
}

// A play that is stopped before it has a place leaves nothing behind.
func TestPlayStoppedWhileItWaits(t *testing.T) {
	w, l := open(t, "order1", []byte(strings.Repeat("ab", 100)))
	l.Until(t, "the receipt", w.hasReceipt)
	for range w.slots.Len() {
		if err := w.slots.Acquire(t.Context(), measure.Urgent); err != nil {
			t.Fatal(err)
		}
		defer w.slots.Release()
	}
	for range 20 {
		w.StartPlay(0)
		w.StopPlay()
	}
	if w.Play() != nil {
		t.Error("it goes on")
	}
}
