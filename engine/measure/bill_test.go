package measure

import (
	"context"
	"math"
	"strings"
	"testing"

	"bitlens/engine/text"
)

// unitCosts charges byte i of n with i mod 7 bits.
func unitCosts(n int) text.Seq[uint32] {
	costs := make([]uint32, n)
	for i := range costs {
		costs[i] = uint32(i%7) * costUnit
	}
	return text.NewSeq(costs)
}

func TestBillAddsUp(t *testing.T) {
	doc := text.NewSeq([]byte(strings.Repeat("The cat, the CAT: 42 cats. 猫坐在垫子上! \xff\n", 50)))
	costs := unitCosts(doc.Len())
	want := 0.0
	for i := range doc.Len() {
		want += float64(i % 7)
	}
	for name, g := range map[string]Grouping{"word": ByWord, "class": ByClass, "type": ByType} {
		items, err := Bill(context.Background(), doc, costs, doc.Len(), g)
		if err != nil {
			t.Fatal(err)
		}
		sum, n := 0.0, 0
		for i, it := range items {
			sum, n = sum+it.Bits, n+it.Len
			if i > 0 && it.Bits > items[i-1].Bits {
				t.Errorf("by %s: %q stands below what is cheaper", name, it.Name)
			}
		}
		if math.Abs(sum-want) > 1e-9 || n != doc.Len() {
			t.Errorf("by %s: %v bits of %v, %d bytes of %d", name, sum, want, n, doc.Len())
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Bill(ctx, doc, costs, doc.Len(), ByClass); err == nil {
		t.Error("a bill that nobody waits for was made out")
	}
}

func TestClasses(t *testing.T) {
	for word, want := range map[string]string{"the": "small words", "The": "words with a capital", "THE": "words in capitals", "I": "words with a capital",
		"42": "numbers", "猫": "CJK words", ",": "punctuation", " ": "spaces", "\r\n": "line breaks", "\xff": "bytes that are no text", "+": "symbols and marks"} {
		if got := wordType([]byte(word)); got != want {
			t.Errorf("%q is of %q, want %q", word, got, want)
		}
	}
}

// Contrasts are where the sums of a window differ, not single bytes.
func TestContrasts(t *testing.T) {
	const n = 20_000
	a, b := make([]uint32, n), make([]uint32, n)
	for i := range a {
		a[i], b[i] = 2*costUnit, 2*costUnit
	}
	a[500], a[501], b[500], b[501] = 20*costUnit, 0, 0, 20*costUnit // takes itself back
	for i := 5_000; i < 5_064; i++ {
		a[i] += costUnit // 64 bits
	}
	for i := 12_000; i < 12_064; i++ {
		b[i] += 2 * costUnit
	}
	got := Contrasts(text.NewSeq(a), text.NewSeq(b), n)
	if len(got) != 2 || got[0].At < 4_960 || got[0].At > 5_032 || got[0].Bits < 40 || got[1].At < 11_960 || got[1].At > 12_032 || got[1].Bits > -80 {
		t.Fatalf("%+v", got)
	}
	if same := Contrasts(text.NewSeq(a), text.NewSeq(a), n); len(same) != 0 {
		t.Errorf("a model differs from itself at %+v", same)
	}
	if short := Contrasts(text.NewSeq(a[500:502]), text.NewSeq(b[:2]), 2); len(short) != 1 {
		t.Errorf("a short text: %+v", short)
	}
	if none := Contrasts(text.Seq[uint32]{}, text.Seq[uint32]{}, 0); len(none) != 0 {
		t.Errorf("no text: %+v", none)
	}
}
