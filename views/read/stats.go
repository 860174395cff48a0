package read

import (
	"slices"

	"bitlens/engine/measure"
	"bitlens/engine/text"
)

// A stats is a sample of a reading: what units cost, taken here and there.
type stats struct {
	bits []float64 // of each unit looked at, ascending
	rate []float64 // the same a byte, ascending
	len  int       // bytes of them all
}

const (
	samplePlaces = 64
	sampleLen    = 1024 // bytes at each place
)

// sample looks at a text in evenly spread places, whole if it is short. It
// reads only what does not change, so it may run apart from the window.
func sample(t text.Bytes, costs text.Seq[uint32], known int, u text.Unit) stats {
	var s stats
	step := max(known/samplePlaces, sampleLen)
	for at := 0; at < known; at += step {
		starts := u.Starts(t, at, min(at+sampleLen, known))
		for i := 1; i < len(starts); i++ {
			lo, hi := starts[i-1], starts[i]
			if hi > known {
				break
			}
			var cost uint64
			for _, c := range costs.Slice(lo, hi) {
				cost += uint64(c)
			}
			bits := measure.Bits(cost)
			s.bits = append(s.bits, bits)
			s.rate = append(s.rate, bits/float64(hi-lo))
			s.len += hi - lo
		}
	}
	slices.Sort(s.bits)
	slices.Sort(s.rate)
	return s
}

// dear returns the 99th percentile of the bits a byte, and at least
// break-even, so that a text of which all is cheap stays quiet.
func (s stats) dear() float64 {
	if len(s.rate) == 0 {
		return 2 * breakEven
	}
	return max(s.rate[len(s.rate)*99/100], breakEven)
}

// bins counts the units in n bins of equal width from 0 to top bits.
func (s stats) bins(n int, top float64) []int {
	bins := make([]int, n)
	for _, b := range s.bits {
		bins[min(int(b/top*float64(n)), n-1)]++
	}
	return bins
}

// top returns a round number of bits that nearly all units cost less than.
func (s stats) top() float64 {
	if len(s.bits) == 0 {
		return 16
	}
	p := s.bits[len(s.bits)*995/1000]
	top := 16.0
	for top < p {
		top *= 1.5
	}
	return top
}

// size returns the bytes of a unit, on average.
func (s stats) size() float64 { return float64(s.len) / float64(max(len(s.bits), 1)) }
