package read

import (
	"strings"
	"testing"

	"bitlens/engine/text"
)

// What comes is not told before it is shown; then it is, with the part of the
// coder's interval of every byte.
func TestPlayingTellsAfterTheGuess(t *testing.T) {
	doc := strings.Repeat("the cat sat. ", 20)
	v, w, q := found(t, "ppm", doc)
	w.SetUnit(text.Word)
	w.SetCursor(13 * 10)
	v.player.step()
	q.Until(t, "what it expects", func() bool { return !w.Play().Busy })
	f := v.detail.facts
	if f.known || f.glyph != "?" || len(f.guesses) < 2 || f.narrow != nil {
		t.Fatalf("before: %+v", f)
	}
	for _, g := range f.guesses {
		if g.actual {
			t.Errorf("%q is given away", g.text)
		}
	}
	v.player.step()
	q.Until(t, "what came", func() bool { return w.Play().Read != nil })
	f = v.detail.facts
	sum := 0.0
	for _, n := range f.narrow {
		sum += n.bits
	}
	if f.glyph != "the" || !f.known || len(f.narrow) != 3 || sum != f.bits {
		t.Fatalf("after: %+v", f)
	}
	v.find.open(false)
	if w.Play() != nil || v.player.content.Visible() {
		t.Error("the play hides what is to be found")
	}
}

// A running play goes on by itself, and stops with the text.
func TestPlayingRuns(t *testing.T) {
	v, w, q := found(t, "order1", "abc")
	v.player.speed = len(speeds) - 1
	v.player.playOrPause()
	q.Until(t, "the end", func() bool { return w.Play().Over })
	if got := v.player.said.Text(); got == "" || !strings.Contains(got, "ended") {
		t.Errorf("at the end: %q", got)
	}
	w.StopPlay()
	if v.player.running {
		t.Error("it runs on")
	}
}

func TestLastBits(t *testing.T) {
	for want, sent := range map[string][]byte{"": nil, "00000101": {5}, "… 00000010 00000011 00000100 00000101": {1, 2, 3, 4, 5}} {
		if got := lastBits(sent); got != want {
			t.Errorf("%v: %q, want %q", sent, got, want)
		}
	}
}
