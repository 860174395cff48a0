package measure

import (
	"slices"

	"bitlens/engine/coder"
	"bitlens/engine/text"
)

// costUnit is one bit in the units of costs.
const costUnit = 1 << coder.CostBits

// Bits turns a cost into bits.
func Bits(cost uint64) float64 { return float64(cost) / costUnit }

// unknown is the cost of a byte that no model has read.
const unknown = ^uint32(0)

// A Trace is what each byte of a document cost one model. It is edited with
// the document: bytes before the edit keep their costs, those behind keep
// theirs too until they have been read again, and say that they are old.
type Trace struct {
	costs text.Seq[uint32]
	curve Curve
	asked struct { // the last answer of Total, from where the next goes on
		at    int
		total uint64
	}
}

// NewTrace returns the trace of a document of n bytes that nobody has read.
func NewTrace(n int) *Trace {
	t := new(Trace)
	t.Splice(0, 0, n)
	return t
}

// Clone returns a copy that changes by itself.
func (t *Trace) Clone() *Trace {
	c := *t
	c.curve.at, c.curve.total = slices.Clone(t.curve.at), slices.Clone(t.curve.total)
	return &c
}

// Known returns how many bytes, from the start, have been read as they now
// stand.
func (t *Trace) Known() int { return t.curve.n }

// Len returns the length of the document.
func (t *Trace) Len() int { return t.costs.Len() }

// Curve returns the running cost up to Known. It changes with the trace.
func (t *Trace) Curve() *Curve { return &t.curve }

// Put stores the costs of bytes from offset at on, which is at most Known.
func (t *Trace) Put(at int, costs []uint32) {
	costs = costs[:min(len(costs), t.Len()-at)]
	t.costs = t.costs.Splice(at, at+len(costs), costs)
	t.keep(at)
	t.curve.Append(costs)
}

// Splice follows an edit: [lo,hi) is replaced by n bytes that nobody has read.
func (t *Trace) Splice(lo, hi, n int) {
	t.costs = t.costs.SpliceSeq(lo, hi, text.Repeat(unknown, n))
	t.keep(min(lo, t.Known()))
}

// keep makes the curve end at offset i, which is at most Known.
func (t *Trace) keep(i int) {
	if t.asked.at > i {
		t.asked.at, t.asked.total = 0, 0
	}
	from := t.curve.cut(i)
	for part := range t.costs.Parts(from, i) {
		t.curve.Append(part)
	}
}

// Cost returns what [lo,hi) cost, in 2^-20 bit. Known is false where a byte of
// it has never been read; current is false where it has changed since.
func (t *Trace) Cost(lo, hi int) (cost uint64, known, current bool) {
	lo, hi = max(lo, 0), min(hi, t.Len())
	for part := range t.costs.Parts(lo, hi) {
		for _, c := range part {
			if c == unknown {
				return 0, false, false
			}
			cost += uint64(c)
		}
	}
	return cost, true, hi <= t.Known()
}

// Total returns the bits of the first i bytes, i <= Known. Asked in order, for
// one unit after the other, it looks at each byte once.
func (t *Trace) Total(i int) float64 {
	i = min(i, t.Known())
	at, total := t.curve.before(i)
	if t.asked.at <= i && t.asked.at > at {
		at, total = t.asked.at, t.asked.total
	}
	for part := range t.costs.Parts(at, i) {
		for _, c := range part {
			total += uint64(c)
		}
	}
	t.asked.at, t.asked.total = i, total
	return Bits(total)
}

// Costs returns the costs of all bytes as they stand now; what is not Known
// may be old or stand for nothing.
func (t *Trace) Costs() text.Seq[uint32] { return t.costs }
