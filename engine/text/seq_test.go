package text

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// naiveBlocks cuts text as BlockStart's comment says, from the front.
func naiveBlocks(s Bytes) []int {
	starts := []int{0}
	line := 0
	next := func(i int) {
		if i < s.Len() && i > starts[len(starts)-1] {
			starts = append(starts, i)
		}
	}
	marks := map[int]int{}
	for k := 1; k*BlockLen <= s.Len(); k++ {
		marks[mark(s, k)] = mark(s, k-1)
	}
	for i := range s.Len() {
		if before, ok := marks[i]; ok && before >= line {
			next(i)
		}
		if s.At(i) == '\n' {
			line = i + 1
			next(line)
		}
	}
	return starts
}

func TestBlocks(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	long := strings.Repeat("中", BlockLen)
	texts := map[string]string{
		"empty": "", "newline": "\n", "lines": "ab\n\nc\n", "no end": "ab\ncd",
		"long": long, "long and short": "a\n" + long + "\nb\n" + long,
		"spanning mark": strings.Repeat("x", BlockLen-5) + "\n" + strings.Repeat("y", 90) + "\n",
		"hostile":       strings.Repeat("\x80", 3*BlockLen),
	}
	for name, text := range texts {
		t.Run(name, func(t *testing.T) {
			s := NewSeq([]byte(text))
			starts := naiveBlocks(s)
			for range 300 {
				i := r.IntN(len(text) + 1)
				n, found := slices.BinarySearch(starts, i)
				if !found {
					n--
				}
				end := len(text)
				if n+1 < len(starts) {
					end = starts[n+1]
				}
				if i == len(text) && strings.HasSuffix(text, "\n") {
					if got := BlockStart(s, i); got != i {
						t.Fatalf("BlockStart(end %d) = %d", i, got)
					}
					continue
				}
				if got := BlockStart(s, i); got != starts[n] {
					t.Fatalf("BlockStart(%d) = %d, want %d", i, got, starts[n])
				}
				if got := BlockEnd(s, i); got != end {
					t.Fatalf("BlockEnd(%d) = %d, want %d", i, got, end)
				}
			}
		})
	}
}

// A sequence must do what a plain slice does.
func TestSeqIsASlice(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	plain := make([]byte, 3*ChunkLen+17)
	for i := range plain {
		plain[i] = byte(r.Uint32())
	}
	s := NewSeq(slices.Clone(plain))
	for range 300 {
		lo := r.IntN(len(plain) + 1)
		hi := min(len(plain), lo+r.IntN([]int{2, 100, 2 * ChunkLen}[r.IntN(3)]))
		with := bytes.Repeat([]byte{byte(r.Uint32())}, r.IntN([]int{2, 100, 2 * ChunkLen}[r.IntN(3)]))
		before := s
		s = s.Splice(lo, hi, with)
		if !bytes.Equal(before.Slice(0, before.Len()), plain) {
			t.Fatal("an edit changed the sequence before it")
		}
		plain = slices.Concat(plain[:lo], with, plain[hi:])
		if !bytes.Equal(s.Slice(0, s.Len()), plain) {
			t.Fatalf("splice [%d,%d) with %d", lo, hi, len(with))
		}
		if a := r.IntN(len(plain) + 1); !bytes.Equal(s.Slice(a, a+1000), plain[a:min(len(plain), a+1000)]) {
			t.Fatal("slice differs")
		}
		if !Equal(s, NewSeq(slices.Clone(plain))) || len(plain) > 0 && Equal(s, before.Splice(lo, hi, append(with, 0))) {
			t.Fatal("Equal is wrong")
		}
		for i, c := range s.chunks {
			if len(c) == 0 || len(c) > ChunkLen {
				t.Fatalf("chunk %d has %d values", i, len(c))
			}
		}
	}
}

func ExampleSeq_Splice() {
	s := NewSeq([]byte("hello world"))
	t := s.Splice(0, 5, []byte("small"))
	fmt.Printf("%s\n%s\n", s.Slice(0, 99), t.Slice(0, 99))
	// Output:
	// hello world
	// small world
}
