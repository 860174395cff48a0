package text

import (
	"bytes"
	"sort"
)

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

// Repeat returns n times v. All chunks are one.
func Repeat[T any](v T, n int) Seq[T] {
	var s Seq[T]
	chunk := make([]T, min(n, ChunkLen))
	for i := range chunk {
		chunk[i] = v
	}
	for ; n > 0; n -= len(chunk) {
		chunk = chunk[:min(n, ChunkLen)]
		s.add(chunk)
	}
	return s
}

// Splice returns s with [lo, hi) replaced by with, which is shared and must
// not be written again. 0 <= lo <= hi <= Len.
func (s Seq[T]) Splice(lo, hi int, with []T) Seq[T] {
	return s.SpliceSeq(lo, hi, NewSeq(with))
}

// SpliceSeq returns s with [lo, hi) replaced by with. 0 <= lo <= hi <= Len.
func (s Seq[T]) SpliceSeq(lo, hi int, with Seq[T]) Seq[T] {
	first, _ := s.find(lo)
	last, lastStart := s.find(hi)
	var out Seq[T]
	out.chunks = make([][]T, 0, len(s.chunks)+len(with.chunks)+2)
	out.ends = make([]int, 0, cap(out.chunks))
	for _, c := range s.chunks[:first] {
		out.add(c)
	}
	if first < len(s.chunks) {
		start := s.ends[first] - len(s.chunks[first])
		out.join(s.chunks[first][:lo-start])
	}
	for _, c := range with.chunks {
		out.join(c)
	}
	if last < len(s.chunks) {
		out.join(s.chunks[last][hi-lastStart:])
		for _, c := range s.chunks[last+1:] {
			out.add(c)
		}
	}
	return out
}

// join adds a chunk, and copies it together with the last one where they fit
// in one, so that typing makes no small chunks.
func (s *Seq[T]) join(chunk []T) {
	n := len(s.chunks) - 1
	if len(chunk) == 0 || n < 0 || len(s.chunks[n])+len(chunk) > ChunkLen {
		s.add(chunk)
		return
	}
	joined := make([]T, 0, len(s.chunks[n])+len(chunk))
	s.chunks[n] = append(append(joined, s.chunks[n]...), chunk...)
	s.ends[n] += len(chunk)
}

// Equal reports whether a and b are the same bytes. What they share is not
// looked at.
func Equal(a, b Bytes) bool {
	if a.Len() != b.Len() {
		return false
	}
	for i := 0; i < a.Len(); {
		ca, sa := a.find(i)
		cb, sb := b.find(i)
		end := min(a.ends[ca], b.ends[cb])
		x, y := a.chunks[ca][i-sa:end-sa], b.chunks[cb][i-sb:end-sb]
		if &x[0] != &y[0] && !bytes.Equal(x, y) {
			return false
		}
		i = end
	}
	return true
}
