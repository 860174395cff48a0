package measure

import (
	"bytes"
	"strings"
	"testing"

	"bitlens/engine/model"
	"bitlens/engine/text"
)

// A context is found where it last stood, wherever pieces of the text meet.
func TestLocate(t *testing.T) {
	far := strings.Repeat("-", 3*Spacing)
	for _, c := range []struct {
		name, before, context string
		want                  int64
	}{
		{"nothing read", "", "", -1},
		{"no context", "abab", "", -1},
		{"new", "xyab", "ab", -1},
		{"near", "ab ab", "ab", 2},
		{"overlapping", "aaa", "aa", 2},
		{"itself", "aa", "aa", -1},
		{"far", "ab" + far + "ab", "ab", 2},
		{"the latest", "abab" + far + "ab", "ab", 4},
		{"too far", "ab" + strings.Repeat("-", lookBack) + "ab", "ab", -1},
	} {
		why := model.Explanation{Context: []byte(c.context), SeenAt: -1}
		Locate(&why, text.NewSeq([]byte(c.before+"?")), len(c.before))
		if why.SeenAt != c.want {
			t.Errorf("%s: seen at %d, want %d", c.name, why.SeenAt, c.want)
		}
	}
}

func TestLocateAtEveryDistance(t *testing.T) {
	context := []byte("context")
	for n := Spacing - 20; n < Spacing+20; n++ {
		own := bytes.Join([][]byte{context, make([]byte, n), context}, nil)
		why := model.Explanation{Context: context, SeenAt: -1}
		if Locate(&why, text.NewSeq(own), len(own)); why.SeenAt != int64(len(context)) {
			t.Fatalf("%d bytes on: seen at %d", n, why.SeenAt)
		}
	}
}

// What a model knows itself is not searched for.
func TestLocateLeavesWhatIsKnown(t *testing.T) {
	why := model.Explanation{Context: []byte("ab"), SeenAt: 2}
	if Locate(&why, text.NewSeq([]byte("ababab")), 6); why.SeenAt != 2 {
		t.Errorf("seen at %d", why.SeenAt)
	}
	Locate(nil, text.NewSeq([]byte("ababab")), 6)
}
