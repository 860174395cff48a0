package search

import (
	"maps"
	"slices"

	"bitlens/engine/induction/language"
)

// Branches finds conditionals whose parts each give some of the terms. It keeps
// the shortest expression for each set of positions where it is right, and the
// shortest condition for each set where it holds.
type branches struct {
	m     *meeting
	right []term // by set; op is 0 bits where there is none
	holds map[uint32]term
	fresh bool
}

func newBranches(m *meeting) *branches {
	return &branches{m: m, right: make([]term, 1<<m.line.grid.size()), holds: map[uint32]term{}}
}

// see is shown each new expression.
func (b *branches) see(t term, value []int64) {
	right, holds := uint32(0), uint32(0)
	for i, v := range value {
		if v == b.m.line.grid.terms[i] {
			right |= 1 << i
		}
		if v > 0 {
			holds |= 1 << i
		}
	}
	if b.right[right].bits == 0 {
		b.right[right] = t
		b.fresh = true
	}
	if _, ok := b.holds[holds]; !ok && len(b.holds) < maxConditions {
		b.holds[holds] = t
		b.fresh = true
	}
}

// maxConditions bounds the conditions that are kept; the shortest come first.
const maxConditions = 1 << 12

// try joins what was seen.
func (b *branches) try() {
	if !b.fresh {
		return
	}
	b.fresh = false
	best := b.supersets()
	all := uint32(len(best) - 1)
	for _, holds := range slices.Sorted(maps.Keys(b.holds)) {
		for given := range b.m.line.grid.skipped + 1 {
			asked := all &^ (1<<given - 1)
			b.join(b.holds[holds], best[holds&asked], best[asked&^holds])
		}
	}
}

// join offers a conditional if all its parts are there.
func (b *branches) join(c, x, y term) {
	if x.bits == 0 || y.bits == 0 || x == y {
		return
	}
	if n := language.If.Bits() + int(c.bits) + int(x.bits) + int(y.bits) + headerBits; n > b.m.out.limit() {
		return
	}
	w := b.m.line.write
	b.m.out.take(b.m.line.grid.first, language.New(language.If, w(c), w(x), w(y)))
}

// supersets returns, for each set of positions, the shortest expression that is
// right on all of them.
func (b *branches) supersets() []term {
	best := slices.Clone(b.right)
	for bit := 1; bit < len(best); bit <<= 1 {
		for set := range best {
			if set&bit != 0 {
				continue
			}
			if t := best[set|bit]; t.bits > 0 && (best[set].bits == 0 || t.bits < best[set].bits) {
				best[set] = t
			}
		}
	}
	return best
}
