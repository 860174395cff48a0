package workspace

import (
	"testing"
	"time"

	"bitlens/engine/measure"
)

// What is on screen is soon near a copy of both models, wherever it is; an edit
// gives it up.
func TestModelsComeToTheScreen(t *testing.T) {
	w, l := open(t, "order2", make([]byte, measure.Spacing))
	if err := w.SetRival("order1"); err != nil {
		t.Fatal(err)
	}
	l.Until(t, "both receipts", func() bool { return w.hasReceipt() && w.Rival().Receipt() != nil })
	const screen = measure.Spacing - 5000
	w.LookAt(screen, screen+3000)
	near := func() bool {
		return w.Reading().points.Nearest(screen) == screen && w.Rival().points.Nearest(screen) == screen
	}
	l.Until(t, "the models", near)
	w.LookAt(10, 3000)
	w.Edit(0, 0, []byte("x"))
	if near() || w.approach.cancel != nil {
		t.Error("a model is near a text that is no more")
	}
}

// A question far from where an approach goes stops it, so that it need not wait;
// one on screen lets it go on, and one that has not begun is left alone.
func TestQuestionElsewhereStopsAnApproach(t *testing.T) {
	w, l := open(t, "order2", make([]byte, 3*nearby))
	l.Until(t, "the receipt", w.hasReceipt)
	for at, want := range map[int]bool{10: true, 2 * nearby: false} {
		stopped := false
		w.approach = approach{at: 0, cancel: func() { stopped = true }}
		w.PeekAt(at)
		if stopped == want {
			t.Errorf("asked at %d, the approach of 0 is stopped: %v", at, stopped)
		}
	}
	w.approach = approach{timer: time.NewTimer(time.Hour)}
	if w.coming(10) || w.approach.timer == nil {
		t.Error("an approach that has not begun was taken for one, or stopped")
	}
}
