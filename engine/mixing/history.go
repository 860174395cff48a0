package mixing

import (
	"slices"

	"bitlens/engine/num"
)

// A history is the bits seen in a context, summed up: how many zeros and ones,
// and which came last. All that can come about are numbered, fewest bits
// first, so that a byte holds one and a greater byte is worth more to keep; 0
// has seen nothing.
//
// Recent bits tell more than old ones: when a bit comes, the count of its
// opposite falls to 7 if it was above.
type history struct {
	n    [2]int // zeros and ones
	last int    // the last bit, while few were seen; else 0
}

// mostSeen[k] is the largest count that is told apart beside one of k. Beyond
// it both shrink in proportion. The numbers give a pure run room to become
// certain, and were chosen over all texts of the corpus so that the histories
// fit a byte.
var mostSeen = [...]int{30, 40, 16, 10, 7, 6}

const (
	// lastSeen is the number of bits up to which the last one is told.
	lastSeen = 17
	// mostOpposite is what a bit leaves of the count of its opposite.
	mostOpposite = 7
)

var (
	histories   = numberHistories()
	nextHistory = makeNext()
)

// after returns the history that follows when bit comes.
func (h history) after(bit int) history {
	h.n[bit]++
	h.n[1-bit] = min(h.n[1-bit], mostOpposite)
	h.last = bit
	return h.bounded()
}

// bounded brings h within the bounds.
func (h history) bounded() history {
	small, large := &h.n[0], &h.n[1]
	if *small > *large {
		small, large = large, small
	}
	for *small >= len(mostSeen) || *large > mostSeen[*small] {
		if *small < 2 {
			*large--
			continue
		}
		*large = (*large*(*small-1) + *small/2) / *small
		*small--
	}
	if *small == 0 || *small+*large > lastSeen {
		h.last = 0
	}
	return h
}

// numberHistories lists all histories that can come about, by bits seen.
func numberHistories() []history {
	known := map[history]bool{{}: true}
	all := []history{{}}
	for i := 0; i < len(all); i++ {
		for bit := range 2 {
			if h := all[i].after(bit); !known[h] {
				known[h] = true
				all = append(all, h)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b history) int { return a.n[0] + a.n[1] - b.n[0] - b.n[1] })
	return all
}

// makeNext tabulates by bit the number of the history after each.
func makeNext() *[2][256]uint8 {
	t := new([2][256]uint8)
	for i, h := range histories {
		for bit := range 2 {
			t[bit][i] = uint8(slices.Index(histories, h.after(bit)))
		}
	}
	return t
}

// firstEstimates is what each history means before anything was learned: the
// share of its ones, each count with 0.4 added.
func firstEstimates() *[num.LaneLen]uint32 {
	t := new([num.LaneLen]uint32)
	for i, h := range histories {
		ones := uint64(10*h.n[1]+4) << 32 / uint64(10*(h.n[0]+h.n[1])+8)
		t[i] = uint32(ones) >> num.CountBits << num.CountBits
	}
	return t
}
