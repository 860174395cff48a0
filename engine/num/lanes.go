package num

import (
	"math"
	"slices"
)

// LaneLen is the number of estimates of a lane: one for each bit history.
const LaneLen = 256

// CountBits is the number of low bits of an estimate that count what it was
// learned from; the upper 22 are the probability of a 1.
const CountBits = 10

// Lanes asks and teaches many bit histories at a time (indirect contexts:
// Mahoney 2005). Lane i has a history, the byte histories[where[i]+node], and
// 256 estimates in table, which tell what each history means there.
type Lanes struct {
	Where []int32  // set by the caller; their number is a multiple of 8
	table []uint32 // estimates, LaneLen a lane
	at    []uint32 // which of them are in use
	used  []uint32 // and what they are
	n     int      // lanes in use, the first ones
}

// NewLanes returns n lanes, whose estimates start as in first.
func NewLanes(n int, first *[LaneLen]uint32) Lanes {
	if n <= 0 || n%8 != 0 {
		panic("num: lanes come in eights")
	}
	l := Lanes{make([]int32, n), nil, make([]uint32, n), make([]uint32, n), n}
	for range n {
		l.table = append(l.table, first[:]...)
	}
	return l
}

// Clone returns a copy.
func (l *Lanes) Clone() Lanes {
	return Lanes{slices.Clone(l.Where), slices.Clone(l.table), slices.Clone(l.at), slices.Clone(l.used), l.n}
}

// Len returns the number of lanes.
func (l *Lanes) Len() int { return len(l.Where) }

// Use makes the first n lanes, a multiple of 8, all that is asked and taught.
func (l *Lanes) Use(n int) {
	if n <= 0 || n%8 != 0 || n > len(l.Where) {
		panic("num: lanes are used in eights")
	}
	l.n = n
}

// Bytes returns the memory that the lanes occupy.
func (l *Lanes) Bytes() int { return 4 * (len(l.Where) + len(l.table) + len(l.at) + len(l.used)) }

// Recall leaves in x[i] what lane i says: the stretch of its estimate in nats,
// or 0 where the history is 0, for it has seen nothing.
//
// All of Where+node lie within histories.
func (l *Lanes) Recall(x []float32, histories []byte, node int) {
	recall(x[:l.n], l, histories, node)
}

func recallPlain(x []float32, l *Lanes, histories []byte, node int) {
	for i, w := range l.Where[:l.n] {
		h := histories[int(w)+node]
		j := uint32(LaneLen*i + int(h))
		e := l.table[j]
		l.at[i], l.used[i] = j, e
		x[i] = stretchTable[e>>(32-stretchBits)]
		if h == 0 {
			x[i] = 0
		}
	}
}

// Lean leaves in x[i] how far what Recall found for lane i is from even, as
// [Lean] says, or 0 where it has seen nothing: an input that grows less than
// the stretch where a lane is sure.
func (l *Lanes) Lean(x []float32) { lean(x[:l.n], l) }

func leanPlain(x []float32, l *Lanes) {
	for i, e := range l.used[:l.n] {
		x[i] = Lean(e)
		if l.at[i]%LaneLen == 0 {
			x[i] = 0
		}
	}
}

// Filter leaves in x[i] what Recall left in said[i], where all bits of the mask
// of lane i's history are set, and 0 where they are not.
func (l *Lanes) Filter(x, said []float32, masks *[LaneLen]uint32) {
	filter(x[:l.n], said[:l.n], l, masks)
}

func filterPlain(x, said []float32, l *Lanes, masks *[LaneLen]uint32) {
	for i, j := range l.at[:l.n] {
		x[i] = math.Float32frombits(math.Float32bits(said[i]) & masks[j%LaneLen])
	}
}

// Lean returns how far the estimate e is from even: -2 for a certain 0, 2 for a
// certain 1.
func Lean(e uint32) float32 { return float32(int32(e>>CountBits)-1<<(31-CountBits)) * leanUnit }

const leanUnit = 1.0 / (1 << (30 - CountBits))

// Revise tells the lanes that Recall asked the bit that came: each estimate
// moves towards it by 1/(n+1.5) of the error, where n is its count, which
// stops at limit; and each history becomes what next says.
func (l *Lanes) Revise(histories []byte, node int, next *[256]uint8, bit int, limit uint32) {
	revise(l, histories, node, next, target(bit), limit)
}

func revisePlain(l *Lanes, histories []byte, node int, next *[256]uint8, target, limit uint32) {
	for i, w := range l.Where[:l.n] {
		l.used[i] = revised(l.used[i], target, limit)
		l.table[l.at[i]] = l.used[i]
		h := &histories[int(w)+node]
		*h = next[*h]
	}
}

// target returns the probability that an estimate moves to when bit comes.
func target(bit int) uint32 { return uint32(bit) * (1<<(32-CountBits) - 1) }

// Revised returns the estimate e after bit, as [Lanes.Revise] does.
func Revised(e uint32, bit int, limit uint32) uint32 { return revised(e, target(bit), limit) }

func revised(e, target, limit uint32) uint32 {
	n := e & (1<<CountBits - 1)
	err := int32(target) - int32(e>>CountBits)
	step := math.RoundToEven(float64(float32(err) / (float32(n) + 1.5)))
	e += uint32(int32(step)) << CountBits
	if n < limit {
		e++
	}
	return e
}

// A LanesBefore keeps what a bit changes in lanes and their histories, to be
// used again and again.
type LanesBefore struct {
	n     int
	where []int32
	at    []uint32
	used  []uint32
	old   []byte
}

// Keep keeps what the next Revise, Recall and change of Where overwrite.
func (b *LanesBefore) Keep(l *Lanes, histories []byte, node int) {
	n := l.n
	b.n, b.where, b.at, b.used, b.old = n, append(b.where[:0], l.Where[:n]...), append(b.at[:0], l.at[:n]...), append(b.used[:0], l.used[:n]...), b.old[:0]
	for _, w := range b.where {
		b.old = append(b.old, histories[int(w)+node])
	}
}

// PutBack puts back what was kept; what has been done to the histories since
// otherwise must be undone already.
func (b *LanesBefore) PutBack(l *Lanes, histories []byte, node int) {
	l.n = b.n
	copy(l.Where, b.where)
	copy(l.at, b.at)
	copy(l.used, b.used)
	for i, w := range b.where {
		l.table[b.at[i]] = b.used[i]
		histories[int(w)+node] = b.old[i]
	}
}
