package ppm

import (
	"slices"

	"bitlens/engine/model"
)

const (
	// MinOrder and MaxOrder bound the longest context, in bytes.
	MinOrder, MaxOrder = 2, 16
	// maxFreq is where the frequencies of a context are halved.
	maxFreq = 124
	// gain is what a hit adds to a frequency.
	gain = 4
	root = 2
)

// A turn is where the model stands between two bytes.
type turn struct {
	at      uint32 // the longest context of the last bytes
	last    uint8  // the last byte
	fall    int    // how far the order of at is below the longest possible one
	run     int32  // bytes in a row that were expected
	success uint8  // 1 if the last byte was expected, else 0
	second  uint16 // what an escape counts for in the next context of two states
	read    int64  // bytes read in all
}

// A PPM predicts a text by partial matching.
type PPM struct {
	model.Journal
	arena
	turn
	secondary *secondary
	order     int
	limit     int64 // bytes
	// firstRun is the length of a run after a surprise: only a run longer than
	// the order means that the text repeats itself.
	firstRun int32
	sieve    *sieve // means nothing between two bytes
}

// New returns a model with contexts of up to order bytes, that takes at most
// memory megabytes.
func New(order, memory int) *PPM {
	m := &PPM{sieve: new(sieve), order: order, limit: int64(memory) << 20, firstRun: int32(-min(order, 12) - 1)}
	m.restart()
	return m
}

// restart forgets everything but the number of bytes read.
func (m *PPM) restart() {
	s := freshSecondary
	m.arena, m.secondary = newArena(), &s
	m.turn = turn{at: root, fall: m.order, run: m.firstRun, read: m.read}
}

// Code implements model.Predictor.
func (m *PPM) Code(c model.Coder, b byte) byte {
	if m.On() {
		m.remember()
	}
	if m.bytes() > m.limit {
		m.renew()
	}
	b = m.step(c, b)
	m.read++
	return b
}

// remember lets the journal save what is not saved as it is written.
func (m *PPM) remember() {
	a, t, s := m.arena, m.turn, m.secondary
	m.Save(func() { m.arena, m.turn, m.secondary = a, t, s })
}

// recent is the part of its memory, in bytes, that a full model rereads of the
// text: 1/256 of it, or 256 KB of 64 MB.
const recent = 256

// renew starts again from the end of the text. Since text may take more memory
// than it usually does, it stops early when half is full.
func (m *PPM) renew() {
	text := m.text[max(0, len(m.text)-int(m.limit/recent)):]
	m.restart()
	for _, b := range text {
		if m.bytes() < m.limit/2 {
			m.step(silent{}, b)
		}
	}
}

// A silent coder takes what it is told and charges nothing.
type silent struct{}

func (silent) Bit(bit int, _ uint32) int { return bit }

// Clone implements model.Cloner.
func (m *PPM) Clone() model.Predictor {
	n := &PPM{sieve: new(sieve), arena: m.arena, turn: m.turn, order: m.order, limit: m.limit, firstRun: m.firstRun}
	n.units, n.text = slices.Clone(m.units[:m.used]), slices.Clone(m.text)
	s := *m.secondary
	n.secondary = &s
	return n
}

// StateBytes implements model.Sizer.
func (m *PPM) StateBytes() int64 { return m.bytes() + secondaryBytes }

// secondaryBytes is the size of a secondary.
const secondaryBytes = 128*64*2 + 25*16*4
