package workspace

import (
	"testing"

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
