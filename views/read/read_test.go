package read

import (
	"slices"
	"strings"
	"testing"

	"bitlens/engine/measure"
	"bitlens/engine/text"
	"bitlens/views/workspace"
)

func TestSampleOfShortTextIsAll(t *testing.T) {
	doc := text.NewSeq([]byte("abc 中文 x"))
	trace := measure.NewTrace(doc.Len())
	costs := make([]uint32, doc.Len())
	for i := range costs {
		costs[i] = uint32(i) << 20
	}
	trace.Put(0, costs)
	value := func(lo, hi int) (float64, bool) {
		cost, known, _ := trace.Cost(lo, hi)
		return measure.Bits(cost), known
	}
	s := sample(doc, 0, trace.Known(), text.Char, scaleOf(workspace.Bits), value)
	if len(s.at) != 8 || !slices.IsSorted(s.at) || s.at[7] != 7+8+9 {
		t.Fatalf("%v", s.at)
	}
	from, top := s.limits()
	if n := s.bins(4, from, top); n[0]+n[1]+n[2]+n[3] != 8 {
		t.Fatalf("%v", n)
	}
}

// Units on screen never cut a character, and cover what was asked for.
func TestUnitsKeepCharactersWhole(t *testing.T) {
	w := workspace.New(func(func()) {})
	defer w.Close()
	w.OpenBytes("t", []byte(strings.Repeat("日本語 text 👩\u200d👧 e\u0301 \xff", 20)))
	s := &shading{w: w, dear: 16}
	chars := text.Char.Starts(w.Text(), 0, w.Text().Len())
	for _, u := range []text.Unit{text.Byte, text.Char, text.Word, text.Token, text.Line} {
		w.SetUnit(u)
		for lo := 0; lo < w.Text().Len()-5; lo += 3 {
			got := s.Units(lo, lo+5)
			if got[0] > lo || got[len(got)-1] < lo+5 || !slices.IsSorted(got) {
				t.Fatalf("%s at %d: %v", u.Name(), lo, got)
			}
			for _, at := range got {
				if _, ok := slices.BinarySearch(chars, at); !ok {
					t.Fatalf("%s at %d: %d lies inside a character", u.Name(), lo, at)
				}
			}
		}
	}
}

func TestTint(t *testing.T) {
	s := &shading{dear: 12}
	for _, c := range []struct {
		bits  float64
		bytes int
		want  float64
	}{{0, 1, 0}, {2, 1, 0}, {7, 1, 0.5}, {12, 1, 1}, {40, 1, 1}, {21, 3, 0.5}} {
		if got := s.Tint(c.bits, c.bytes); got != c.want {
			t.Errorf("%v bits over %d bytes: %v, want %v", c.bits, c.bytes, got, c.want)
		}
	}
}
