package text

import "sort"

// ChunkLen is the most values that a chunk of a Seq holds.
const ChunkLen = 1 << 16

// A Seq is an immutable sequence of values in chunks. An edit makes a new
// sequence that shares all chunks but those it touches, so an edit of a large
// text costs a few chunks of at most 64 K values and a list of pointers.
//
// The zero Seq is empty. A Seq may be read by many goroutines at once.
type Seq[T any] struct {
	chunks [][]T // none empty, none longer than ChunkLen, never written
	ends   []int // ends[i] is the offset behind chunks[i]
}

// A Bytes is the text of a document.
type Bytes = Seq[byte]

// NewSeq returns a sequence that shares v, which must not be written again.
func NewSeq[T any](v []T) Seq[T] {
	var s Seq[T]
	s.append(v)
	return s
}

// append adds v in full chunks. It is used only while s is being made.
func (s *Seq[T]) append(v []T) {
	for len(v) > 0 {
		n := min(len(v), ChunkLen)
		s.add(v[:n:n])
		v = v[n:]
	}
}

// add adds one chunk that is not longer than ChunkLen.
func (s *Seq[T]) add(chunk []T) {
	if len(chunk) > 0 {
		s.chunks = append(s.chunks, chunk)
		s.ends = append(s.ends, s.Len()+len(chunk))
	}
}

// Len returns the number of values.
func (s Seq[T]) Len() int {
	if len(s.ends) == 0 {
		return 0
	}
	return s.ends[len(s.ends)-1]
}

// find returns the chunk that holds offset i, and the chunk's own offset.
func (s Seq[T]) find(i int) (chunk, start int) {
	chunk = sort.SearchInts(s.ends, i+1)
	if chunk > 0 {
		start = s.ends[chunk-1]
	}
	return chunk, start
}

// At returns the value at offset i, 0 <= i < Len.
func (s Seq[T]) At(i int) T {
	c, start := s.find(i)
	return s.chunks[c][i-start]
}

// Slice returns the values in [lo, hi), cut to the sequence. They are shared
// where they lie in one chunk and must not be written.
func (s Seq[T]) Slice(lo, hi int) []T {
	lo, hi = max(lo, 0), min(hi, s.Len())
	if lo >= hi {
		return nil
	}
	c, start := s.find(lo)
	if hi <= s.ends[c] {
		return s.chunks[c][lo-start : hi-start : hi-start]
	}
	out := make([]T, 0, hi-lo)
	for part := range s.Parts(lo, hi) {
		out = append(out, part...)
	}
	return out
}

// Prefix returns the first n values, sharing them.
func (s Seq[T]) Prefix(n int) Seq[T] {
	if n >= s.Len() {
		return s
	}
	c, start := s.find(n)
	out := Seq[T]{s.chunks[:c:c], s.ends[:c:c]}
	out.add(s.chunks[c][: n-start : n-start])
	return out
}

// Parts yields the values in [lo, hi) in order, piece by piece, uncopied.
func (s Seq[T]) Parts(lo, hi int) func(yield func([]T) bool) {
	return func(yield func([]T) bool) {
		lo, hi = max(lo, 0), min(hi, s.Len())
		if lo >= hi {
			return
		}
		c, start := s.find(lo)
		for ; lo < hi; c++ {
			end := min(hi, s.ends[c])
			if !yield(s.chunks[c][lo-start : end-start : end-start]) {
				return
			}
			lo, start = end, s.ends[c]
		}
	}
}

// Splice returns s with [lo, hi) replaced by with, which is shared and must
// not be written again. 0 <= lo <= hi <= Len.
func (s Seq[T]) Splice(lo, hi int, with []T) Seq[T] {
	first, _ := s.find(lo)
	last, lastStart := s.find(hi)
	var out Seq[T]
	out.chunks = make([][]T, 0, len(s.chunks)+3)
	out.ends = make([]int, 0, len(s.chunks)+3)
	for _, c := range s.chunks[:first] {
		out.add(c)
	}
	// The pieces around the edit join, so that typing makes no small chunks.
	var head, tail []T
	if first < len(s.chunks) {
		start := s.ends[first] - len(s.chunks[first])
		head = s.chunks[first][:lo-start]
	}
	if last < len(s.chunks) {
		tail = s.chunks[last][hi-lastStart:]
	}
	joined := make([]T, 0, len(head)+len(with)+len(tail))
	joined = append(append(append(joined, head...), with...), tail...)
	out.append(joined)
	if last < len(s.chunks) {
		for _, c := range s.chunks[last+1:] {
			out.add(c)
		}
	}
	return out
}
