package ppm

import (
	"unsafe"

	"bitlens/engine/pages"
)

// A unit is a state, or one of the two halves of a context. In memory it takes
// 48 bits, as a packed; as a number they are the lower ones of 64:
//
//	bits     a state              a context: head      and body
//	 0..31   next, see below      the shorter context  the first of its states
//	32..39   the byte             how many states      sum
//	40..47   frequency             (16 bits)            (16 bits)
//
// A state is a byte that followed a context. The states of a context are
// consecutive, the likelier ones nearer the front; sum is of their frequencies
// and that of an escape. A context with one state, the commonest kind, has the
// state itself for its body, so that both lie next to each other.
type unit uint64

const (
	symbolAt = 32
	freqAt   = 40
	countAt  = 32

	unitBytes = 6
)

// A packed is a unit in memory, 16 bits at a time, the lowest first. A model
// waits for its memory more than it computes: what matters is how much of it
// the caches can hold.
type packed [3]uint16

func (p *packed) unit() unit { return unit(p.link()) | unit(p[2])<<countAt }

func (p *packed) set(u unit) {
	p[0], p[1], p[2] = uint16(u), uint16(u>>16), uint16(u>>countAt)
}

// point gives p another link.
func (p *packed) point(link uint32) { p[0], p[1] = uint16(link), uint16(link>>16) }

// add adds to a count or a sum.
func (p *packed) add(n uint32) { p[2] += uint16(n) }

// hit adds to a frequency.
func (p *packed) hit(n uint32) { p[2] += uint16(n << 8) }

func (p *packed) link() uint32  { return uint32(p[0]) | uint32(p[1])<<16 }
func (p *packed) symbol() uint8 { return uint8(p[2]) }
func (p *packed) freq() uint32  { return uint32(p[2] >> 8) }
func (p *packed) count() uint32 { return uint32(p[2]) }

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
func (u unit) freq() uint32  { return uint32(u >> freqAt) }

// to returns u with another link.
func (u unit) to(link uint32) unit { return u&^(1<<32-1) | unit(link) }

// An arena holds contexts and states by index. Room for states comes in a few
// sizes, and what a context grows out of waits for the next one of that size.
type arena struct {
	units []packed // units[0] and [1] stand for no context
	used  uint32   // of units
	free  [len(rooms)]uint32
	text  []byte
}

// rooms are the numbers of states that room is made for.
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
	a := arena{units: make([]packed, 2*slack), used: root + 2 + 256, text: make([]byte, 0, slack)}
	a.units[root].set(newHalf(0, 256))
	a.units[root+1].set(newHalf(root+2, 257))
	for b := range 256 {
		a.units[root+2+b].set(newState(0, uint8(b), 1))
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
func (a *arena) of(c uint32) []packed {
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

// own returns a unit that is about to be written, and lets the journal
// remember what stands there.
func (m *PPM) own(i uint32) *packed {
	if m.On() {
		m.keep(i)
	}
	return &m.units[i]
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
	m.own(at).set(newHalf(m.free[room], 0))
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
	m.own(c).set(newHalf(shorter, 1))
	m.own(c + 1).set(s)
	return c
}
