package letters

import (
	"math/bits"
	"slices"

	"bitlens/engine/model"
)

// recency tells how much more or less likely than its contexts say a letter is,
// by when it was seen last and how often in all.
type recency struct {
	now    uint32 // characters read
	latest [mostLatest]letter
	held   int // of the latest
	boosts [ages][counts]ratio
	said   [ages][counts]float32 // what was said of the next character before the boost
}

const (
	ages   = 16 // in powers of two
	counts = 12 // likewise

	mostLatest  = 128 // letters that are lifted above the order 0
	mostBoosted = 200 // that a boost is learned from
	firstBoost  = 3
)

func newRecency() recency {
	var r recency
	for i := range r.boosts {
		for k := range r.boosts[i] {
			r.boosts[i][k] = ratio{firstBoost, firstBoost}
		}
	}
	return r
}

// kind returns where e belongs among the boosts.
func (r *recency) kind(e *record) (age, count int) {
	return min(bits.Len32(r.now-e.at), ages-1), min(bits.Len32(e.count), counts-1)
}

// boost multiplies the candidates, which are letters so far, by what their
// recency is worth, and lifts the latest above the order 0. Where characters
// are as few as the letters of the Latin alphabet it tells nothing.
func (m *Model) boost() {
	r, records := &m.recency, m.alphabet.records
	clear(r.said[:])
	if !m.wide() {
		for i := range m.candidates {
			c := &m.candidates[i]
			c.bytes = records[c.bytes].bytes
		}
		return
	}
	for i := range m.candidates {
		c := &m.candidates[i]
		e := &records[c.bytes]
		age, count := r.kind(e)
		r.said[age][count] += c.mass
		c.bytes, c.mass = e.bytes, c.mass*r.boosts[age][count].of()
	}
	for _, l := range r.latest[:r.held] {
		e := &records[l]
		if e.zero == 0 {
			continue
		}
		age, count := r.kind(e)
		mass := float32(m.zero * discounted(e.zero))
		r.said[age][count] += mass
		if more := r.boosts[age][count].of() - 1; more > 0 {
			m.candidates = append(m.candidates, candidate{e.bytes, mass * more})
		}
	}
}

// wide reports whether the last character takes three bytes or more.
func (m *Model) wide() bool { return m.alphabet.records[m.before[0]].bytes >= 0xE0<<24 }

// learn takes in that l came, of which expected reports whether it was among
// what was boosted.
func (r *recency) learn(e *record, expected bool, j *model.Journal) {
	keep(j, &r.boosts)
	age, count := r.kind(e)
	if expected {
		r.boosts[age][count].came++
	}
	for i := range r.said {
		for k, said := range r.said[i] {
			if said > 0 {
				r.boosts[i][k].said += said
				r.boosts[i][k].fade(mostBoosted)
			}
		}
	}
}

// read moves l to the front of the latest.
func (r *recency) read(l letter, j *model.Journal) {
	keep(j, &r.now)
	keep(j, &r.latest)
	keep(j, &r.held)
	r.now++
	i := slices.Index(r.latest[:r.held], l)
	if i < 0 {
		i = min(r.held, mostLatest-1)
		r.held = i + 1
	}
	copy(r.latest[1:i+1], r.latest[:i])
	r.latest[0] = l
}
