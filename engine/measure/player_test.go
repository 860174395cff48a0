package measure

import (
	"context"
	"math"
	"strings"
	"testing"

	"bitlens/engine/text"
)

// A player pays what a reading pays, whatever it was asked before.
func TestPlayer(t *testing.T) {
	doc := text.NewSeq([]byte(strings.Repeat("the cat sat on the mat; 猫坐在垫子上. ", 40)))
	for _, id := range []string{"order3", "ppm", "cm"} {
		e := entry(t, id)
		_, costs := archiveAll(t, e, doc, nil)
		state, err := NewCheckpoints(e, 64<<20).At(context.Background(), e, doc, 700)
		if err != nil {
			t.Fatal(err)
		}
		p, err := NewPlayer(doc, state)
		if err != nil {
			t.Fatal(err)
		}
		sum := 0.0
		for p.At() < 900 {
			_, hi := text.Word.At(doc, p.At())
			if _, err := p.Expect(context.Background(), hi, text.Word, 3); err != nil {
				t.Fatal(err)
			}
			at := p.At()
			for i, b := range p.Read(hi) {
				sum += b.Bits
				if want := Bits(uint64(costs[at+i])); math.Abs(b.Bits-want) > 1e-4 || b.Byte != doc.At(at+i) || math.Abs(-math.Log2(b.Part.Width)-want) > 1e-3 {
					t.Fatalf("%s: byte %d is %+v, it cost %v", id, at+i, b, want)
				}
			}
		}
		if bits, sent := p.Paid(); math.Abs(bits-sum) > 1e-3 || math.Abs(bits-8*float64(len(sent))) > 128 {
			t.Errorf("%s: %v bits paid of %v, %d bytes sent", id, bits, sum, len(sent))
		}
	}
	if _, err := NewPlayer(doc, State{}); err == nil {
		t.Error("a compressor was played")
	}
}
