package mixing

import (
	"math/bits"

	"bitlens/engine/model"
	"bitlens/engine/num"
)

const (
	// stateLimit is the count from which an estimate of a history decays.
	stateLimit = 1023
	// selectors is the number of weight sets that are in use at a time.
	selectors = 4
	orders    = 6 // how many of the orders 2 to 6 are known: 0 to 5

	// startWeight is what each prediction counts for at first, times 2^16.
	startWeight = 12000
	mixRate     = 40
	finalRate   = 10
)

// A turn is where the model stands between two bits.
type turn struct {
	partial int // the bits of this byte that are known, after a 1
	node    int // those of this half byte, after a 1: the node in a slot
	words   words
	hashes  [hashed]uint64
	slots   [hashed]int // offsets in the table
	pair    int         // hash of the last two bytes and the half, for the second apm
	read    int64       // bytes
}

// A CM predicts by context mixing.
type CM struct {
	model.Journal
	turn
	tail    tail
	table   hashTable
	byte0   []byte // bit histories of order 0, by partial
	byte1   []byte // and of order 1, by last byte and partial
	maps    [direct]stateMap
	matcher matcher
	mixers  [selectors]mixer
	final   mixer
	apms    [2]apm

	// What predict finds out.
	history  [direct]*byte // the bit histories in use
	expected *estimate     // what the match's length is worth, or nil
	x        [inputs]int32
	y        [selectors]int32 // what each mixer makes of x
	p        uint32           // of a 1, times 2^32
	touched  byte             // so that early reads are not dropped
}

// New returns a model that has read nothing.
func New() *CM {
	m := &CM{
		turn:  turn{partial: 1, node: 1},
		tail:  newTail(),
		table: newHashTable(), byte0: make([]byte, 1<<8), byte1: make([]byte, 1<<16),
		matcher: newMatcher(),
		mixers: [selectors]mixer{
			newMixer(inputs, 8*orders, startWeight, mixRate),
			newMixer(inputs, 256, startWeight, mixRate),
			newMixer(inputs, 256, startWeight, mixRate),
			newMixer(inputs, matchKinds*orders, startWeight, mixRate),
		},
		final: newMixer(selectors, 256, 1<<weightBits/selectors, finalRate),
		apms:  [2]apm{newAPM(1 << 16), newAPM(1 << 16)},
	}
	for i := range m.maps {
		m.maps[i] = newStateMap()
	}
	m.enterByte()
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
	m.learn(bit)
	m.partial = m.partial<<1 | bit
	m.node = m.node<<1 | bit
	switch {
	case m.partial >= 256:
		m.endByte(byte(m.partial))
		m.enterByte()
	case m.node >= 16:
		m.node = 1
		m.enterHalf()
	}
	m.predict()
}

// endByte takes in a byte that is complete.
func (m *CM) endByte(b byte) {
	if m.tail.full() || m.table.full(m.read) || m.matcher.full(m.read) {
		m.enlarge()
	}
	m.Save8(m.tail.slot())
	m.tail.append(b)
	m.matcher.move(&m.tail)
	place := m.matcher.place(&m.tail)
	m.Save32(place)
	*place = m.tail.n
	m.words.read(b)
	m.read++
	m.partial, m.node = 1, 1
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
	if m.table.full(m.read) {
		m.table = m.table.doubled()
	}
	if m.matcher.full(m.read) {
		m.matcher.table = append(m.matcher.table, m.matcher.table...)
	}
}

// enterByte finds the slots for the first four bits of a byte. The lines are
// read before any is searched, so that the cache misses overlap.
func (m *CM) enterByte() {
	hashes(&m.hashes, &m.tail, &m.words)
	m.pair = pairOf(m.tail.last(2), 0)
	for _, h := range m.hashes {
		m.touched += m.table[m.table.line(h)]
	}
	for i, h := range m.hashes {
		m.slots[i] = m.enter(m.table.line(h), byte(h))
	}
}

// enterHalf finds the slots for the last four bits.
func (m *CM) enterHalf() {
	m.pair = pairOf(m.tail.last(2), m.partial)
	for _, h := range m.hashes {
		m.touched += m.table[m.table.second(h, m.partial)]
	}
	for i, h := range m.hashes {
		m.slots[i] = m.enter(m.table.second(h, m.partial), byte(h)+byte(m.partial*97))
	}
}

// pairOf spreads two bytes and half of the next over 4096 places of 16 nodes.
func pairOf(last uint64, half int) int { return int(mixed(last, uint64(half)) >> 16 & 0xfff0) }

// enter returns the slot with the check in a line, emptied if it is new.
func (m *CM) enter(line int, check byte) int {
	slot, found := m.table.find(line, check)
	if !found {
		m.rememberSlot(slot)
		m.table.clear(slot, check)
	}
	return slot
}

// predict makes p from the histories, the match and the mixers.
func (m *CM) predict() {
	for i, s := range m.slots {
		m.history[i] = &m.table[s+m.node]
	}
	last := int(byte(m.tail.recent))
	one, two := last<<8|m.partial, m.pair|m.node
	m.touched += m.apms[0].touch(one) + m.apms[1].touch(two)
	m.history[order0] = &m.byte0[m.partial]
	m.history[order1] = &m.byte1[one]
	for i, h := range m.history {
		m.x[i] = num.Stretch(m.maps[i][*h].p())
	}
	m.x[longer] = m.expect()
	m.x[bias] = num.Nat

	m.y[0] = m.mixers[0].mix(m.x[:], m.words.class(last)*orders+m.known())
	m.y[1] = m.mixers[1].mix(m.x[:], m.partial)
	m.y[2] = m.mixers[2].mix(m.x[:], last)
	m.y[3] = m.mixers[3].mix(m.x[:], m.matched()*orders+m.known())
	y := m.final.mix(m.y[:], m.partial)

	m.p = (m.apms[0].refine(y, one) + m.apms[1].refine(y, two)) << 15
}

// known returns how many of the orders from 2 on have seen what this byte
// begins with.
func (m *CM) known() (n int) {
	for n < orders-1 && *m.history[order2+n] != 0 {
		n++
	}
	return n
}

// matched returns the kind of the match that is in use, 0 for none.
func (m *CM) matched() int {
	if m.expected == nil {
		return 0
	}
	return m.matcher.kind()
}

// expect returns what the match says, 0 if there is none or it has failed in
// this byte.
func (m *CM) expect() int32 {
	m.expected = nil
	if m.matcher.length == 0 {
		return 0
	}
	b := int(m.tail.at(m.matcher.at)) | 256
	left := 9 - bits.Len(uint(m.partial)) // bits of this byte to come
	if b>>left != m.partial {
		return 0
	}
	m.expected = &m.matcher.maps[m.matcher.kind()][b>>(left-1)&1]
	return num.Stretch(m.expected.p())
}

// learn tells all parts the bit that came.
func (m *CM) learn(bit int) {
	for i, h := range m.history {
		m.maps[i][*h].learn(bit, stateLimit)
		*h = nextHistory[*h][bit]
	}
	if m.expected != nil {
		m.expected.learn(bit, matchLimit)
	}
	for i := range m.mixers {
		m.mixers[i].learn(m.x[:], bit)
	}
	m.final.learn(m.y[:], bit)
	for i := range m.apms {
		m.apms[i].learn(bit)
	}
}
