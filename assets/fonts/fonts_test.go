package fonts

import (
	"bytes"
	"testing"

	"github.com/go-text/typesetting/font"
)

func TestFacesHaveWhatTheyPromise(t *testing.T) {
	for name, face := range map[string]struct {
		otf  []byte
		text string
	}{
		"mono":      {Mono, " Aé“…αЖ→√─红樓夢"},
		"sans":      {Sans, " Aé·×–…α→≤√红楼梦，。"},
		"sans bold": {SansBold, " Aé·×–红楼梦，。"},
	} {
		f, err := font.ParseTTF(bytes.NewReader(face.otf))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for _, r := range face.text {
			if _, ok := f.NominalGlyph(r); !ok {
				t.Errorf("%s has no %q", name, r)
			}
		}
	}
}

// Columns of Latin line up under Han only if a Latin advance is exactly half.
func TestMonoLatinIsHalfOfHan(t *testing.T) {
	f, err := font.ParseTTF(bytes.NewReader(Mono))
	if err != nil {
		t.Fatal(err)
	}
	advance := func(r rune) float32 {
		g, _ := f.NominalGlyph(r)
		return f.HorizontalAdvance(g)
	}
	if a, han := advance('x'), advance('红'); 2*a != han {
		t.Errorf("x is %v units wide, 红 %v", a, han)
	}
}
