package letters

import (
	"slices"

	"bitlens/engine/model"
)

// nothingKnown is the probability of a character of which no order knows.
const nothingKnown = 1.0 / 20000

// A term is what an order says of the character that came, and on top of what
// the shorter ones say.
type term struct {
	share
	known bool
	own   float32
	below float32 // what shorter orders say
}

// learn takes in the character that was read.
func (m *Model) learn(j *model.Journal) {
	l := m.alphabet.find(m.part, m.read)
	if l == 0 {
		if l = m.alphabet.add(m.part, m.read, j); l == 0 {
			return
		}
	}
	keep(j, &m.before)
	terms := m.terms(l)
	teach(&terms, j)
	e := &m.alphabet.records[l]
	if m.wide() {
		m.recency.learn(e, m.boosted(l, &terms), j)
	}
	m.count(l, j)
	keep(j, e)
	m.recency.read(l, j)
	e.count++
	e.at = m.recency.now
	copy(m.before[1:], m.before[:])
	m.before[0] = l
}

// terms returns what each order says of l.
func (m *Model) terms(l letter) (t [Orders + 1]term) {
	p := float32(nothingKnown)
	for k := range t {
		c, count := m.lookUp(k, l)
		if c.size == 0 {
			continue
		}
		t[k] = term{share: m.weights.share(k, c), known: true, below: p}
		if count > 0 {
			t[k].own = float32(t[k].share.own * discounted(count))
		}
		if c.last == l {
			t[k].own += t[k].last
		}
		p = t[k].own + float32(t[k].passed*p)
	}
	return t
}

// lookUp returns the context of k characters, and how often l has followed it.
func (m *Model) lookUp(k int, l letter) (c *context, count uint32) {
	if k == 0 {
		return &m.alphabet.zero, m.alphabet.records[l].zero
	}
	c = m.contexts.find(m.hash(k))
	for _, f := range m.contexts.followers(c) {
		if f.letter == l {
			return c, uint32(f.count)
		}
	}
	return c, 0
}

// boosted reports whether l was among what a boost was given to.
func (m *Model) boosted(l letter, t *[Orders + 1]term) bool {
	for k := range Orders {
		if t[k+1].own > 0 {
			return true
		}
	}
	return t[0].own > 0 && slices.Contains(m.recency.latest[:m.recency.held], l)
}

// teach tells the ratios how much of what came was each order's own.
func teach(t *[Orders + 1]term, j *model.Journal) {
	left := float32(1)
	for k := Orders; k >= 0; k-- {
		if !t[k].known {
			continue
		}
		passed := float32(t[k].passed * t[k].below)
		passed /= t[k].own + passed
		r := t[k].ratio
		keep(j, r)
		r.came += float32(left * passed)
		r.said += float32(left * t[k].discounted)
		r.fade(mostPassed)
		left *= passed
	}
}

// count counts l behind the longest context, and behind shorter ones as long as
// it is new.
func (m *Model) count(l letter, j *model.Journal) {
	for k := Orders; k > 0; k-- {
		h := m.hash(k)
		c := m.contexts.find(h)
		if c.hash == 0 {
			if c = m.contexts.add(h, j); c == nil {
				continue
			}
		}
		if !m.contexts.count(c, l, j) {
			return
		}
	}
	m.alphabet.count(l, j)
}
