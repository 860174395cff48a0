package letters

import "bitlens/engine/model"

// Orders is the number of characters that the longest context holds.
const Orders = 5

// A Model predicts the next character of a text, and in it the next bit.
type Model struct {
	alphabet alphabet
	contexts contexts
	weights  *weights
	recency  recency
	before   [Orders]letter // the latest first
	reading
}

// New returns a model that has read nothing.
func New() *Model {
	m := &Model{alphabet: newAlphabet(), contexts: newContexts(), weights: newWeights(), recency: newRecency()}
	m.begin()
	return m
}

// Clone returns a copy.
func (m *Model) Clone() *Model {
	c := *m
	c.alphabet, c.contexts = m.alphabet.clone(), m.contexts.clone()
	weights := *m.weights
	c.weights = &weights
	c.candidates = append([]candidate(nil), m.candidates...)
	return &c
}

// Bytes returns the memory that the model occupies.
func (m *Model) Bytes() int {
	return m.alphabet.bytes() + m.contexts.bytes() + 8*(Orders+1)*totals*singles*sizes + 8*cap(m.candidates)
}

// Read reads the next byte, the last of its character or not; j remembers what
// that changes.
func (m *Model) Read(b byte, last bool, j *model.Journal) {
	m.remember(j)
	m.part |= uint32(b) << (24 - 8*m.read)
	m.read++
	if last || m.read == longest {
		m.end(j)
		return
	}
	m.narrow(b)
	m.spread()
}

// Cut ends the character that is being read, of which bytes are missing.
func (m *Model) Cut(j *model.Journal) {
	m.remember(j)
	m.end(j)
}

func (m *Model) end(j *model.Journal) {
	m.learn(j)
	m.begin()
}

// remember lets j find back to what is being read. What follows from it and
// from the tables is found again, rather than kept.
func (m *Model) remember(j *model.Journal) {
	if !j.On() {
		return
	}
	part, read := m.part, m.read
	j.Save(func() {
		m.begin()
		for i := range read {
			b := byteAt(part, i)
			m.part |= uint32(b) << (24 - 8*i)
			m.read++
			m.narrow(b)
		}
		m.spread()
	})
}
