package read

import (
	"math"
	"slices"

	"bitlens/engine/text"
)

// A stats is a sample of a text: what units measure, taken here and there.
type stats struct {
	at    []float64 // where each unit looked at stands on the axis, ascending
	level []float64 // their levels, ascending; without their sign where there is a middle
	len   int       // bytes of them all
	scale scale
}

const (
	samplePlaces = 64
	sampleLen    = 1024 // bytes at each place
)

// sample looks at the bytes [from, known) of a text in evenly spread places, at
// all of them if they are few. It reads only what does not change, so it may run apart from the
// window.
func sample(t text.Bytes, from, known int, u text.Unit, sc scale, value func(lo, hi int) (float64, bool)) stats {
	s := stats{scale: sc}
	step := max((known-from)/samplePlaces, sampleLen)
	for at := from; at < known; at += step {
		starts := u.Starts(t, at, min(at+sampleLen, known))
		for i := 1; i < len(starts); i++ {
			lo, hi := starts[i-1], starts[i]
			if v, ok := value(lo, hi); ok && hi <= known {
				s.at = append(s.at, sc.axis(v))
				s.level = append(s.level, sc.level(v, hi-lo))
				s.len += hi - lo
			}
		}
	}
	if sc.diverges {
		for i, l := range s.level {
			s.level[i] = math.Abs(l)
		}
	}
	slices.Sort(s.at)
	slices.Sort(s.level)
	return s
}

// dear returns the 99th percentile of the levels, and at least what the scale
// has, so that a text of which all is cheap stays quiet.
func (s stats) dear() float64 {
	if len(s.level) == 0 {
		return 2 * s.scale.dear
	}
	return max(s.level[len(s.level)*99/100], s.scale.dear, s.low()+1)
}

// low returns a level that nearly all units reach, where the cheap end of the
// ramp follows the text: a running mean hardly moves.
func (s stats) low() float64 {
	if s.scale.cheap > 0 || s.scale.perByte || s.scale.label != nil || len(s.level) == 0 {
		return 0
	}
	return s.level[len(s.level)*5/100]
}

// bins counts the units in n bins of equal width from from to top.
func (s stats) bins(n int, from, top float64) []int {
	bins := make([]int, n)
	for _, x := range s.at {
		bins[min(max(int((x-from)/(top-from)*float64(n)), 0), n-1)]++
	}
	return bins
}

// limits returns round ends of an axis that has nearly all units.
func (s stats) limits() (from, top float64) {
	p := 0.0
	if n := len(s.at); n > 0 {
		p = s.at[n*995/1000]
		if s.scale.diverges {
			p = max(p, -s.at[n*5/1000])
		}
	}
	top = 8
	if s.scale.dear >= breakEven {
		top = 2 * breakEven
	}
	for top < p {
		top *= 1.5
	}
	if s.scale.diverges {
		return -top, top
	}
	return 0, top
}

// size returns the bytes of a unit, on average, or 1 where the axis does not go
// by them.
func (s stats) size() float64 {
	if !s.scale.perByte {
		return 1
	}
	return max(float64(s.len)/float64(max(len(s.at), 1)), 1)
}
