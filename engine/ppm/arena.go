package ppm

// A state is a byte that followed a context.
type state struct {
	next   uint32 // the longest context that it leads to; see below
	symbol uint8
	freq   uint8 // up to maxFreq
}

// next is 0 when nothing is known, a context, or, with textFlag, an offset in
// the text: the byte there is the one that followed. A context with a single
// occurrence is thus kept as a place to read on from, and made only when the
// text comes there again. This is what keeps the memory at a few contexts a
// byte for any order.
const textFlag = 1 << 31

// A context has seen one or more bytes follow.
type context struct {
	shorter uint32 // the context without its oldest byte; 0 for the root's
	states  uint32 // the first of its states, the likelier ones nearer the front
	sum     uint16 // the frequencies and that of an escape; unused with one state
	n       uint16 // states, 1 to 256
}

const (
	stateBytes   = 8
	contextBytes = 12
)

// An arena holds contexts and states by index. States of one context are
// consecutive; room for them comes in a few sizes, and what a context grows
// out of waits for the next one of that size.
type arena struct {
	contexts []context // contexts[0] stands for none
	states   []state   // states[0] stands for none
	free     [len(rooms)]uint32
	text     []byte
}

// rooms are the numbers of states that room is made for.
var rooms = [...]uint16{1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256}

// roomOf is the index of the smallest room for n states.
var roomOf = func() (t [257]uint8) {
	room := 0
	for n := range t {
		if n > int(rooms[room]) {
			room++
		}
		t[n] = uint8(room)
	}
	return t
}()

func newArena() arena {
	return arena{contexts: make([]context, 1, 1024), states: make([]state, 1, 4096)}
}

// bytes is what an arena occupies.
func (a *arena) bytes() int64 {
	return int64(len(a.contexts))*contextBytes + int64(len(a.states))*stateBytes + int64(len(a.text))
}

// of returns the states of c.
func (a *arena) of(c *context) []state { return a.states[c.states:][:c.n] }

// take returns room for n states.
func (m *PPM) take(n uint16) uint32 {
	room := roomOf[n]
	if at := m.free[room]; at != 0 {
		m.saveState(at)
		m.free[room] = m.states[at].next
		return at
	}
	at := uint32(len(m.states))
	m.states = append(m.states, emptyRoom[:rooms[room]]...)
	return at
}

var emptyRoom [256]state

// give gives back the room of n states.
func (m *PPM) give(at uint32, n uint16) {
	room := roomOf[n]
	m.saveState(at)
	m.states[at] = state{next: m.free[room]}
	m.free[room] = at
}

// grow adds a state at the end of those of context c.
func (m *PPM) grow(c uint32, s state) {
	m.saveContext(c)
	x := &m.contexts[c]
	at := x.states
	if roomOf[x.n] != roomOf[x.n+1] {
		at = m.take(x.n + 1)
		for i := range uint32(x.n) {
			m.saveState(at + i)
			m.states[at+i] = m.states[x.states+i]
		}
		m.give(x.states, x.n)
	}
	m.saveState(at + uint32(x.n))
	m.states[at+uint32(x.n)] = s
	x.states = at
	x.n++
}

// make adds a context with the single state s.
func (m *PPM) make(shorter uint32, s state) uint32 {
	c := uint32(len(m.contexts))
	m.contexts = append(m.contexts, context{shorter: shorter, states: m.take(1), n: 1})
	at := m.contexts[c].states
	m.saveState(at)
	m.states[at] = s
	return c
}

// saveState, saveStates, saveContext and saveSee remember what is about to change.
func (m *PPM) saveState(i uint32) {
	if m.On() {
		old, states := m.states[i], m.states
		m.Save(func() { states[i] = old })
	}
}

func (m *PPM) saveStates(c *context) {
	if m.On() {
		for i := range uint32(c.n) {
			m.saveState(c.states + i)
		}
	}
}

func (m *PPM) saveContext(i uint32) {
	if m.On() {
		old, contexts := m.contexts[i], m.contexts
		m.Save(func() { contexts[i] = old })
	}
}

func (m *PPM) saveSee(s *see) {
	if m.On() {
		old := *s
		m.Save(func() { *s = old })
	}
}
