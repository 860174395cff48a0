package mixing

import "bitlens/engine/num"

// An estimate is the probability of a 1 in the upper 22 bits and a count of
// what it was learned from in the lower 10: first it is a mean, and once the
// count is full a decaying one.
type estimate uint32

const (
	even      estimate = 1 << 31 // has seen nothing
	mostCount          = 1<<num.CountBits - 1
)

// seen reports whether anything was learned.
func (e estimate) seen() bool { return e%(1<<num.CountBits) > 0 }

// stretch returns what e says, in nats.
func (e estimate) stretch() float32 { return num.Stretch(uint32(e)) }

// learn moves e towards bit.
func (e *estimate) learn(bit int) { *e = estimate(num.Revised(uint32(*e), bit, mostCount)) }

// counts are estimates of contexts that need no history, since they are seen
// often. They are kept xor even, so that memory that nobody has touched yet is
// right as it is.
type counts []estimate

// stretch returns what context i says, in nats: 0 if it has seen nothing.
func (c counts) stretch(i int) float32 {
	if e := c[i] ^ even; e.seen() {
		return e.stretch()
	}
	return 0
}

func (c counts) learn(i, bit int) {
	e := c[i] ^ even
	e.learn(bit)
	c[i] = e ^ even
}
