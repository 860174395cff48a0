package mixing

import "bitlens/engine/num"

// A maxBefore is all that a bit within a byte changes, kept to be put back.
// What the end of a byte changes besides is the journal's.
type maxBefore struct {
	bench       bench
	past        scalars
	sight       sight
	matches     [matchers]match
	lanes       num.LanesBefore
	first, last num.MixersBefore
	matched     [matchers]*estimate
	was         [matchers]estimate // *matched
	counted     [maxCounts]int
	direct      [maxCounts]estimate // of counts
	near        [hostAPMs]int       // steps of the maps
	off         [hostAPMs]uint16
	x           []float32
	p           uint32
	runs        num.LanesBefore // of a Max with guests
	runsAt      []int32
	lines       []keptLine
}

// keep keeps a bench in b, whose slices are used again.
func (b *bench) keep(m *bench) {
	hashes, aims, checks := append(b.hashes[:0], m.hashes...), append(b.aims[:0], m.aims...), append(b.checks[:0], m.checks...)
	*b = *m
	b.hashes, b.aims, b.checks = hashes, aims, checks
}

// keep keeps m as it is before a bit.
func (b *maxBefore) keep(m *Max) {
	b.bench.keep(&m.bench)
	b.past, b.sight = m.past.scalars(), m.sight
	b.lanes.Keep(&m.lanes, m.table, m.node)
	b.first.Keep(m.mixers())
	b.last.Keep(&m.last)
	b.matched, b.counted = m.matched, m.counted
	for i := range m.matchers {
		b.matches[i] = m.matchers[i].match
		if e := m.matched[i]; e != nil {
			b.was[i] = *e
		}
	}
	for i, at := range m.counted {
		b.direct[i] = m.counts[i][at]
	}
	for i, a := range m.apms {
		b.near[i], b.off[i] = a.near, a.off[a.near]
	}
	if m.runs != nil {
		b.runs.Keep(&m.runs.lanes, m.runs.said, 0)
		b.runsAt = append(b.runsAt[:0], m.runs.at...)
	}
	b.x, b.p, b.lines = append(b.x[:0], m.x...), m.p, b.lines[:0]
}

// putBack makes m what it was, from the last change to the first.
func (b *maxBefore) putBack(m *Max) {
	m.table.restore(b.lines)
	m.bench.keep(&b.bench)
	m.past.restore(b.past)
	m.sight = b.sight
	b.lanes.PutBack(&m.lanes, m.table, m.node)
	b.first.PutBack(m.mixers())
	b.last.PutBack(&m.last)
	m.matched, m.counted = b.matched, b.counted
	for i := range m.matchers {
		m.matchers[i].match = b.matches[i]
		if e := m.matched[i]; e != nil {
			*e = b.was[i]
		}
	}
	for i, at := range m.counted {
		m.counts[i][at] = b.direct[i]
	}
	for i := range m.apms {
		a := &m.apms[i]
		a.near = b.near[i]
		a.off[a.near] = b.off[i]
	}
	if m.runs != nil {
		b.runs.PutBack(&m.runs.lanes, m.runs.said, 0)
		m.runs.at = append(m.runs.at[:0], b.runsAt...)
	}
	m.x = append(m.x[:0], b.x...)
	m.p = b.p
}

// remember lets the journal save what the next bit will change.
func (m *Max) remember() {
	b := new(maxBefore)
	b.keep(m)
	m.Save(func() { b.putBack(m) })
}

// rememberLine keeps a line of which a slot is about to serve another context.
func (m *Max) rememberLine(at int) {
	if m.step != nil {
		m.step.lines = append(m.step.lines, m.table.kept(at))
	}
	if m.On() {
		m.table.saveLine(at, &m.Journal)
	}
}
