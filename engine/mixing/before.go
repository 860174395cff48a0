package mixing

import (
	"bitlens/engine/model"
	"bitlens/engine/num"
)

// A before is all that a bit within a byte changes, kept to be put back. What
// the end of a byte changes besides is the journal's.
type before struct {
	turn
	match
	past        scalars
	lanes       num.LanesBefore
	first, last num.MixersBefore
	expected    *estimate
	was         estimate // *expected
	one, three  int
	direct      [2]estimate // of counts
	near        [2]int      // steps of the maps
	off         [2]uint16
	x           [inputs]float32
	p           uint32
	lines       []keptLine
}

// A keptLine is a line of the table before a slot of it was taken.
type keptLine struct {
	at  int
	old [lineLen]byte
}

// keep keeps m as it is before a bit.
func (b *before) keep(m *CM) {
	b.turn, b.match, b.past = m.turn, m.matcher.match, m.past.scalars()
	b.lanes.Keep(&m.lanes, m.table, m.node)
	b.first.Keep(&m.first)
	b.last.Keep(&m.last)
	if b.expected = m.expected; b.expected != nil {
		b.was = *m.expected
	}
	b.one, b.three = m.one, m.three
	b.direct = [2]estimate{m.counts[0][m.one], m.counts[1][m.three]}
	for i, a := range m.apms {
		b.near[i], b.off[i] = a.near, a.off[a.near]
	}
	b.x, b.p, b.lines = m.x, m.p, b.lines[:0]
}

// kept returns the line at an offset, of which a slot is about to be taken.
func (t hashTable) kept(at int) keptLine { return keptLine{at, [lineLen]byte(t[at : at+lineLen])} }

// saveLine lets the journal save that line.
func (t hashTable) saveLine(at int, j *model.Journal) {
	line := t[at : at+lineLen]
	old := [lineLen]byte(line)
	j.Save(func() { copy(line, old[:]) })
}

// restore puts lines back, the latest first.
func (t hashTable) restore(lines []keptLine) {
	for i := len(lines) - 1; i >= 0; i-- {
		copy(t[lines[i].at:], lines[i].old[:])
	}
}

// putBack makes m what it was, from the last change to the first.
func (b *before) putBack(m *CM) {
	m.table.restore(b.lines)
	m.turn, m.matcher.match = b.turn, b.match
	m.past.restore(b.past)
	b.lanes.PutBack(&m.lanes, m.table, m.node)
	b.first.PutBack(&m.first)
	b.last.PutBack(&m.last)
	if m.expected = b.expected; m.expected != nil {
		*m.expected = b.was
	}
	m.one, m.three = b.one, b.three
	m.counts[0][m.one], m.counts[1][m.three] = b.direct[0], b.direct[1]
	for i := range m.apms {
		a := &m.apms[i]
		a.near = b.near[i]
		a.off[a.near] = b.off[i]
	}
	m.x, m.p = b.x, b.p
}

// remember lets the journal save what the next bit will change.
func (m *CM) remember() {
	b := new(before)
	b.keep(m)
	m.Save(func() { b.putBack(m) })
}

// rememberLine keeps a line of which a slot is about to serve another context.
func (m *CM) rememberLine(at int) {
	if m.step != nil {
		m.step.lines = append(m.step.lines, m.table.kept(at))
	}
	if m.On() {
		m.table.saveLine(at, &m.Journal)
	}
}
