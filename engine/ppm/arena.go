package ppm

import (
	"unsafe"

	"bitlens/engine/pages"
)

// A unit is a state, or one of the two halves of a context. One number of 64
// bits is read, moved and written whole:
//
//	bits     a state              a context: head      and body
//	 0..31   next, see below      the shorter context  the first of its states
//	32..39   the byte
//	40..47   frequency
//	48..63                        how many states      sum
//
// A state is a byte that followed a context. The states of a context are
// consecutive, the likelier ones nearer the front; sum is of their frequencies
// and that of an escape. A context with one state, the commonest kind, has the
// state itself for its body, so that both lie on one cache line.
type unit uint64

const (
	symbolAt = 32
	freqAt   = 40
	countAt  = 48

	unitBytes = 8
)

// next is 0 when nothing is known, a context, or, with textFlag, an offset in
// the text: the byte there is the one that followed. A context with a single
// occurrence is thus kept as a place to read on from, and made only when the
// text comes there again. This is what keeps the memory at a few contexts a
// byte for any order.
const textFlag = 1 << 31

func newState(next uint32, symbol uint8, freq uint32) unit {
	return unit(next) | unit(symbol)<<symbolAt | unit(freq)<<freqAt
}

// newHalf returns half a context.
func newHalf(link, count uint32) unit { return unit(link) | unit(count)<<countAt }

func (u unit) link() uint32  { return uint32(u) }
func (u unit) symbol() uint8 { return uint8(u >> symbolAt) }
func (u unit) freq() uint32  { return uint32(u >> freqAt & 255) }
func (u unit) count() uint32 { return uint32(u >> countAt) }

// to returns u with another link.
func (u unit) to(link uint32) unit { return u&^(1<<32-1) | unit(link) }

// An arena holds contexts and states by index. Room for states comes in a few
// sizes, and what a context grows out of waits for the next one of that size.
type arena struct {
	units []unit // units[0] and [1] stand for no context
	used  uint32 // of units
	free  [len(rooms)]uint32
	text  []byte
}

// rooms are the numbers of states that room is made for. All are even, so
// that a context never lies across two cache lines.
var rooms = [...]uint16{2, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256}

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

// newArena returns an arena that knows only the root, where each byte is
// equally likely.
func newArena() arena {
	a := arena{units: make([]unit, 2*slack), used: root + 2 + 256, text: make([]byte, 0, slack)}
	a.units[root], a.units[root+1] = newHalf(0, 256), newHalf(root+2, 257)
	for b := range 256 {
		a.units[root+2+b] = newState(0, uint8(b), 1)
	}
	return a
}

// bytes is what an arena occupies.
func (a *arena) bytes() int64 { return int64(a.used)*unitBytes + int64(len(a.text)) }

// states returns the index of the first state of context c, and how many it
// has. It does without a branch, which nobody could foresee.
func (a *arena) states(c uint32) (first, n uint32) {
	n = a.units[c].count()
	body := a.units[c+1].link()
	one := uint32(int32(n-2) >> 31) // all bits set if n == 1
	return body ^ (body^(c+1))&one, n
}

// of returns the states of context c.
func (a *arena) of(c uint32) []unit {
	first, n := a.states(c)
	return a.units[first:][:n]
}

// find returns the state of a byte that context c is sure to hold.
func (a *arena) find(c uint32, b byte) uint32 {
	i, _ := a.states(c)
	for a.units[i].symbol() != b {
		i++
	}
	return i
}

// set writes a unit, and lets the journal remember what stood there.
func (m *PPM) set(i uint32, u unit) {
	if m.On() {
		m.keep(i)
	}
	m.units[i] = u
}

// keep lets the journal remember a unit. It is rare, and would only be in the
// way of what is not.
//
//go:noinline
func (m *PPM) keep(i uint32) {
	old, units := m.units[i], m.units
	m.Save(func() { units[i] = old })
}

// keepAll lets the journal remember n units.
func (m *PPM) keepAll(i, n uint32) {
	if m.On() {
		for end := i + n; i < end; i++ {
			m.keep(i)
		}
	}
}

// take returns room for n states.
func (m *PPM) take(n uint32) uint32 {
	room := roomOf[n]
	if at := m.free[room]; at != 0 {
		m.free[room] = m.units[at].link()
		return at
	}
	return m.extra(uint32(rooms[room]))
}

// extra returns n units that were never used.
func (m *PPM) extra(n uint32) uint32 {
	m.used += n
	return m.used - n
}

// slack is more units, and more text, than a byte takes.
const slack = 1 << 13

// reserve makes room for what the next byte takes.
func (m *PPM) reserve() {
	if int(m.used)+slack > len(m.units) {
		m.units = wider(m.units[:m.used], int(m.limit/unitBytes))
	}
	if len(m.text) == cap(m.text) {
		m.text = wider(m.text, int(m.limit))[:len(m.text)]
	}
}

// wider returns a copy of s with zeros behind it, many, but where that does
// for what is still missing, not for more than most elements. Memory that is
// never written costs next to nothing, while each copy has to be paid.
func wider[T any](s []T, most int) []T {
	least := 2 * pages.Large / int(unsafe.Sizeof(*new(T)))
	n := max(min(max(16*len(s), least), most), len(s)) + 2*slack
	t := pages.Make[T](n, n)
	copy(t, s)
	return t
}

// give gives back the room of n states.
func (m *PPM) give(at, n uint32) {
	room := roomOf[n]
	m.set(at, newHalf(m.free[room], 0))
	m.free[room] = at
}

// move copies n states to new room for k, gives the old room back, and returns
// the new one.
func (m *PPM) move(from, n, k uint32) uint32 {
	to := m.take(k)
	m.keepAll(to, min(n, k))
	copy(m.units[to:][:min(n, k)], m.units[from:])
	m.give(from, n)
	return to
}

// make adds a context with the single state s.
func (m *PPM) make(shorter uint32, s unit) uint32 {
	c := m.take(2)
	m.set(c, newHalf(shorter, 1))
	m.set(c+1, s)
	return c
}
