package mixing

import (
	"strings"
	"testing"

	"bitlens/engine/model"
)

// Lines broken elsewhere read alike, and the widest of the last tells where the
// next is likely to be broken.
func TestWrap(t *testing.T) {
	one, other := newScene(), newScene()
	readAll(&one, "It was the best of times,\r\nit was the worst of times,\r\nend.")
	readAll(&other, "It was the best of times, it was\nthe worst  of times, end.")
	if one.wrap.folded != other.wrap.folded {
		t.Errorf("%x and %x", one.wrap.folded, other.wrap.folded)
	}
	if got := one.room(); got != 24 {
		t.Errorf("a line of 4 columns in a text of 27 has room for %d, want 24 or more", got)
	}
	readAll(&one, strings.Repeat("x", 20))
	if got := one.room(); got != 5 {
		t.Errorf("a line of 24 columns has room for %d, want 5", got)
	}
}

// A line that ends within a paragraph ends neither sentence nor phrase; a blank
// line, and a mark, do.
func TestProseGoesOnBehindALine(t *testing.T) {
	for _, c := range []struct {
		text             string
		sentence, phrase uint64
	}{
		{"one two\r\nthree ", 3, 3}, {"one two\n\nthree ", 1, 1}, {"one two\r\n\r\nthree ", 1, 1}, {"one, two. three ", 1, 1}, {"one, two three ", 3, 2},
	} {
		s := newScene()
		readAll(&s, c.text)
		if s.prose.sentence != c.sentence || s.prose.phrase != c.phrase {
			t.Errorf("%q: %d words of the sentence and %d of the phrase, want %d and %d", c.text, s.prose.sentence, s.prose.phrase, c.sentence, c.phrase)
		}
	}
}

func readAll(s *scene, text string) {
	for i := range len(text) {
		s.read(text[i], new(model.Journal))
	}
}
