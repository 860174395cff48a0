package ppm

// Secondary estimation (Bloom 1998; Shkarin 2002): how often was it right to
// escape from contexts like this one?

const (
	binBits   = 14 // a probability of a hit in a context of one state
	binPeriod = 7  // it moves by 2^-7 of the error
	seeBits   = 7  // period of escapes, fully adapted
	seeStart  = 3  // and at first: a new estimate moves faster
)

// A see estimates the frequency of an escape, sum >> shift.
type see struct {
	sum   uint16
	shift uint8
	count uint8 // hits until shift grows
}

// A secondary is all secondary statistics.
type secondary struct {
	bin [128][64]uint16 // by frequency of the state, and circumstances
	see [25 * 16]see    // by number of states left, and 16 circumstances
}

// binStart is what an escape from a context of one state is worth at first,
// by 3 bits of the circumstances; divided by the frequency (Shkarin 2002).
var binStart = [8]uint16{0x3CDD, 0x1F3F, 0x59BF, 0x48F3, 0x64A1, 0x5ABC, 0x6632, 0x6051}

// freshSecondary is what nothing has been learned from yet.
var freshSecondary = newSecondary()

func newSecondary() secondary {
	var s secondary
	for i := range s.bin {
		for k := range s.bin[i] {
			s.bin[i][k] = 1<<binBits - binStart[k&7]/uint16(i+2)
		}
	}
	for i := range s.see {
		s.see[i] = see{sum: uint16(5*(i/16)+10) << seeStart, shift: seeStart, count: 4}
	}
	return s
}

// learnBin moves *p towards a hit, 1, or a miss, 0.
func learnBin(p *uint16, hit int) {
	*p += uint16(hit)<<binPeriod - (*p+1<<(binPeriod-2))>>binPeriod
}

// keepBin lets the journal remember an estimate of a context of one state.
//
//go:noinline
func (m *PPM) keepBin(p *uint16) { m.Save16(p) }

// saveSee returns estimate i, which is about to change, and lets the journal
// remember it.
func (m *PPM) saveSee(i uint32) *see {
	s := &m.secondary.see[i]
	if m.On() {
		old := *s
		m.Save(func() { *s = old })
	}
	return s
}

// frequency is what an escape counts for among the frequencies of the states.
func (s *see) frequency() uint32 { return max(1, uint32(s.sum>>s.shift)) }

// hit tells s that there was no escape.
func (s *see) hit() {
	s.sum -= s.sum >> s.shift
	if s.shift < seeBits {
		if s.count--; s.count == 0 {
			s.sum <<= 1
			s.count = 3 << s.shift
			s.shift++
		}
	}
}

// escaped tells s that there was an escape, from frequencies that add up to
// sum with it.
func (s *see) escaped(sum uint32) {
	s.sum -= s.sum >> s.shift
	s.sum += uint16(sum)
}

// escapeStart is what an escape counts for in a context that gets its second
// state, by the probability of the hit that failed.
var escapeStart = [16]uint16{25, 14, 9, 7, 5, 5, 4, 4, 4, 3, 3, 3, 2, 2, 2, 2}

// statesLeft quantises the number of states that may come, less one: 0, 1, 2,
// then steps that widen by one each.
var statesLeft = func() (t [256]uint8) {
	value, step := 0, 1
	width := 1
	for i := range t {
		t[i] = uint8(value)
		if step--; step == 0 {
			value++
			if value > 3 {
				width++
			}
			step = width
		}
	}
	return t
}()

// statesShorter quantises the number of states of the shorter context, less
// one, in two bits: 1, 2, up to 11, more.
var statesShorter = func() (t [256]uint8) {
	for i := range t {
		switch {
		case i == 0:
		case i == 1:
			t[i] = 2
		case i <= 10:
			t[i] = 4
		default:
			t[i] = 6
		}
	}
	return t
}()
