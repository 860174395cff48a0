package measure

import (
	"math"

	"bitlens/engine/coder"
	"bitlens/engine/text"
)

// Stretch is how many bytes a survey looks at in one go: what it has found is
// remembered by stretches of this length.
const Stretch = 256

// An Insights is what a survey found at each byte of a document: the rank of
// the byte that came, and bits that only a whole distribution tells, in five
// bytes of memory each. It is edited with the document, as a Trace is: what
// lies behind an edit stays as it was until it has been looked at again.
type Insights struct {
	ranks text.Seq[uint8]  // less one
	bits  text.Seq[uint32] // in 2^-20 bit, unknown where nobody looked
	fresh []bool           // stretches that were looked at as they now stand
	left  int              // stretches that were not
}

// NewInsights returns what is known of a document of n bytes that nobody
// looked at.
func NewInsights(n int) *Insights {
	s := new(Insights)
	s.Splice(0, 0, n)
	return s
}

// Len returns the length of the document.
func (s *Insights) Len() int { return s.bits.Len() }

// Part returns how much of the document has been looked at, from 0 to 1.
func (s *Insights) Part() float64 {
	return 1 - float64(s.left)/float64(max(len(s.fresh), 1))
}

// Fresh reports whether all of [lo,hi) was looked at as it now stands.
func (s *Insights) Fresh(lo, hi int) bool {
	lo, hi = max(lo, 0), min(hi, s.Len())
	for i := lo / Stretch; i*Stretch < hi; i++ {
		if !s.fresh[i] {
			return false
		}
	}
	return true
}

// Stretches returns which stretches were looked at as they now stand, a copy.
func (s *Insights) Stretches() []bool { return append([]bool(nil), s.fresh...) }

// Put stores what was found from offset at on, which is where a stretch
// starts, up to the end of one or of the document.
func (s *Insights) Put(at int, found []Found) {
	ranks, bits := make([]uint8, len(found)), make([]uint32, len(found))
	for i, f := range found {
		ranks[i], bits[i] = f.Rank, f.Bits
	}
	s.ranks = s.ranks.Splice(at, at+len(ranks), ranks)
	s.bits = s.bits.Splice(at, at+len(bits), bits)
	for i := at / Stretch; i*Stretch < at+len(found); i++ {
		if !s.fresh[i] {
			s.fresh[i] = true
			s.left--
		}
	}
}

// Splice follows an edit: [lo,hi) is replaced by n bytes that nobody looked at.
func (s *Insights) Splice(lo, hi, n int) {
	s.ranks = s.ranks.SpliceSeq(lo, hi, text.Repeat(uint8(0), n))
	s.bits = s.bits.SpliceSeq(lo, hi, text.Repeat(unknown, n))
	kept := s.fresh[:min(lo/Stretch, len(s.fresh))]
	s.fresh = make([]bool, (s.Len()+Stretch-1)/Stretch)
	copy(s.fresh, kept)
	s.left = 0
	for _, fresh := range s.fresh {
		if !fresh {
			s.left++
		}
	}
}

// Rank returns the largest rank among the bytes [lo,hi), from 1 to 256: that
// of the byte that was least expected. Known is false where nobody looked.
func (s *Insights) Rank(lo, hi int) (rank int, known bool) {
	if _, known = s.Bits(lo, hi); !known {
		return 0, false
	}
	for part := range s.ranks.Parts(lo, hi) {
		for _, r := range part {
			rank = max(rank, int(r)+1)
		}
	}
	return rank, rank > 0
}

// Bits returns the sum over the bytes [lo,hi), in 2^-20 bit. Known is false
// where nobody looked.
func (s *Insights) Bits(lo, hi int) (sum uint64, known bool) {
	for part := range s.bits.Parts(lo, hi) {
		for _, b := range part {
			if b == unknown {
				return 0, false
			}
			sum += uint64(b)
		}
	}
	return sum, true
}

// A Found is what a survey tells of one byte.
type Found struct {
	Rank uint8  // of the byte that came, less one: 0 is the likeliest
	Bits uint32 // in 2^-20 bit
}

// foundIn returns the rank of byte b in a distribution, ties broken by value,
// and the distribution's entropy.
func foundIn(p *[256]float64, b byte) Found {
	rank, entropy := 0, 0.0
	for c, q := range p {
		if q > p[b] || q == p[b] && c < int(b) {
			rank++
		}
		if q > 0 {
			entropy -= q * math.Log2(q)
		}
	}
	return Found{uint8(rank), fixedBits(entropy)}
}

// fixedBits returns bits in 2^-20 bit.
func fixedBits(bits float64) uint32 {
	return uint32(math.Round(max(bits, 0) * (1 << coder.CostBits)))
}

// Divergence returns KL(a||b) in bits: what it costs on average to expect b
// where a is true (Kullback, Leibler 1951).
func Divergence(a, b *[256]float64) float64 {
	d := 0.0
	for i, p := range a {
		if p > 0 && b[i] > 0 {
			d += p * math.Log2(p/b[i])
		}
	}
	return max(d, 0)
}

// OnlyIn returns the guesses of a that b does not name, in their order: asked
// of two models' likeliest at one place, both ways, it tells where they part.
func OnlyIn(a, b []Guess) (only []Guess) {
	named := map[string]bool{}
	for _, g := range b {
		named[string(g.Bytes)] = true
	}
	for _, g := range a {
		if !named[string(g.Bytes)] {
			only = append(only, g)
		}
	}
	return only
}
