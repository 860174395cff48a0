package mixing

import (
	"bitlens/engine/model"
	"bitlens/engine/num"
	"bitlens/engine/pages"
)

// A turn is where the model stands between two bits.
type turn struct {
	partial int // the bits of this byte that are known, after a 1
	node    int // those of this half byte, after a 1: the node in a slot
	hashes  [contexts]uint64
	aims    [contexts]int32 // lines of the table
	checks  [contexts]byte
	triple  int   // hash of the last three bytes and the half, for 16 nodes
	total   int64 // bytes read
}

// A CM predicts by context mixing.
type CM struct {
	model.Journal
	turn
	past
	table   hashTable
	lanes   num.Lanes // a lane a context
	matcher matcher
	counts  [2]counts // of orders 1 and 3
	first   num.Mixers
	last    num.Mixers
	apms    [2]apm

	// What predict finds out.
	expected *estimate // what the match's length is worth, or nil
	one      int       // the context of order 1 with the bits that are known
	three    int       // and of order 3
	x        [inputs]float32
	p        uint32 // of a 1, times 2^32

	// For a walk over what may come next.
	steps *[8]before
	step  *before // what is being tried now, or nil
}

// New returns a model that has read nothing.
func New() *CM {
	m := &CM{
		turn: turn{partial: 1, node: 1}, past: newPast(),
		table: newHashTable(), lanes: num.NewLanes(contexts, firstEstimates()), matcher: newMatcher(minMatch, leastMatch),
		counts: [2]counts{make(counts, 1<<16), pages.Make[estimate](1<<20, 1<<20)},
		first:  newFirst(), last: newLast(),
		apms: [2]apm{newAPM(1 << 16), newAPM(1 << 16)},
	}
	m.aimByte()
	m.enter()
	m.predict()
	return m
}

// Code implements model.Predictor.
func (m *CM) Code(c model.Coder, b byte) byte {
	out := 1
	for shift := 7; shift >= 0; shift-- {
		bit := c.Bit(int(b>>shift&1), m.p)
		m.Update(bit)
		out = out<<1 | bit
	}
	return byte(out)
}

// P implements model.Bitwise.
func (m *CM) P() uint32 { return m.p }

// Update implements model.Bitwise.
func (m *CM) Update(bit int) {
	if m.On() {
		m.remember()
	}
	m.partial = m.partial<<1 | bit
	whole, half := m.partial >= 256, m.node >= 8
	switch {
	case whole:
		m.endByte(byte(m.partial))
		m.aimByte()
	case half:
		m.aimHalf()
	}
	m.learn(bit) // while the memory arrives
	if whole {
		m.matcher.move(&m.tail, &m.Journal)
	}
	m.node = m.node<<1 | bit
	if half {
		m.enter()
	}
	m.predict()
}

// endByte takes in a byte that is complete.
func (m *CM) endByte(b byte) {
	if m.tail.full() || m.table.full(m.total*tablePerByte, maxTable) || m.matcher.full(m.total) {
		m.enlarge()
	}
	m.past.read(b, &m.Journal)
	num.Fetch(m.matcher.place(&m.tail))
	m.total++
	m.partial = 1
}

// enlarge doubles what is full.
func (m *CM) enlarge() {
	if m.On() {
		bytes, table, places := m.tail.bytes, m.table, m.matcher.table
		m.Save(func() { m.tail.bytes, m.table, m.matcher.table = bytes, table, places })
	}
	if m.tail.full() {
		m.tail.bytes = append(m.tail.bytes, make([]byte, len(m.tail.bytes))...)
	}
	if m.table.full(m.total*tablePerByte, maxTable) {
		m.table = m.table.doubled(maxTable)
	}
	if m.matcher.full(m.total) {
		m.matcher.table = append(m.matcher.table, m.matcher.table...)
	}
}

// aimByte finds the lines for the first four bits of a byte.
func (m *CM) aimByte() {
	m.past.contexts(&m.hashes)
	m.triple = tripleOf(m.tail.last(3), 0)
	m.table.aim(m.aims[:], m.checks[:], m.hashes[:])
	m.fetch()
}

// aimHalf finds the lines for the last four bits.
func (m *CM) aimHalf() {
	m.triple = tripleOf(m.tail.last(3), m.partial)
	m.table.aimSecond(m.aims[:], m.checks[:], m.hashes[:], m.partial)
	m.fetch()
}

// fetch asks for the memory that the next bits need.
func (m *CM) fetch() {
	num.Prefetch(m.table, m.aims[:])
	num.Fetch(&m.counts[1][m.triple])
	m.apms[0].fetch(int(m.tail.last(1))<<8 | m.partial)
	m.apms[1].fetch(m.triple&0xffff | 1)
}

// fetchNext asks for what the adaptive maps need after this bit, which shares
// a cache line for either outcome. Where a byte or half of it ends, fetch does.
func (m *CM) fetchNext(last int) {
	if m.node < 8 {
		m.apms[0].fetch(last<<8 | 2*m.partial)
		m.apms[1].fetch(m.triple&0xffff | 2*m.node)
	}
}

// tripleOf spreads three bytes and half of the next over 2^16 places of 16 nodes.
func tripleOf(last uint64, half int) int { return int(mixed(last, uint64(half)) >> 16 & 0xffff0) }

// enter finds the slot of each lane in its line, emptied if it is new.
func (m *CM) enter() {
	m.node = 1
	for i, line := range m.aims {
		slot, found := m.table.find(int(line), m.checks[i])
		if !found {
			if m.On() || m.step != nil {
				m.rememberLine(int(line))
			}
			m.table.take(slot, m.checks[i])
		}
		m.lanes.Where[i] = int32(slot)
	}
}

// predict makes p from the histories, the match and the mixers.
func (m *CM) predict() {
	last := int(byte(m.tail.recent))
	m.one, m.three = last<<8|m.partial, m.triple|m.node
	m.fetchNext(last)
	m.x[longer] = m.expect()
	m.x[bias] = biasInput
	m.x[direct1] = m.counts[0].stretch(m.one)
	m.x[direct3] = m.counts[1].stretch(m.three)
	m.choose(last)
	m.lanes.Recall(m.x[:contexts], m.table, m.node)
	m.first.Mix(m.x[:])
	m.last.Mix(m.first.Y)
	y := int32((m.last.Y[lastByBits] + m.last.Y[lastByMatch]) * (num.Nat / 2))
	m.p = (m.apms[0].refine(y, m.one) + m.apms[1].refine(y, m.three&0xffff)) << 15
}

// expect returns what the match says, 0 if there is none or it has failed in
// this byte.
func (m *CM) expect() float32 {
	if m.expected = m.matcher.expect(&m.tail, m.partial); m.expected == nil {
		return 0
	}
	return m.expected.stretch()
}

// learn tells all parts the bit that came.
func (m *CM) learn(bit int) {
	m.lanes.Revise(m.table, m.node, &nextHistory[bit], bit, mostCount)
	if m.expected != nil {
		m.expected.learn(bit)
	}
	m.counts[0].learn(m.one, bit)
	m.counts[1].learn(m.three, bit)
	m.first.Learn(m.x[:], bit)
	m.last.Learn(m.first.Y, bit)
	for i := range m.apms {
		m.apms[i].learn(bit)
	}
}
