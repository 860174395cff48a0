package mixing

import "slices"

// A tail keeps the end of the text: all of it up to maxTail bytes, then the
// last maxTail.
type tail struct {
	bytes  []byte // a ring once it is full; its length is a power of two
	n      uint32 // bytes read, modulo 2^32
	recent uint64 // the last eight
}

const (
	minTail = 1 << 16
	maxTail = 1 << 25
)

func newTail() tail { return tail{bytes: make([]byte, minTail)} }

func (t *tail) clone() tail {
	c := *t
	c.bytes = slices.Clone(t.bytes)
	return c
}

// full reports whether the next byte wants more room.
func (t *tail) full() bool { return int(t.n) == len(t.bytes) && len(t.bytes) < maxTail }

// at returns the byte at offset i, one of the last maxTail.
func (t *tail) at(i uint32) byte { return t.bytes[int(i)&(len(t.bytes)-1)] }

// slot is where the next byte will stand.
func (t *tail) slot() *byte { return &t.bytes[int(t.n)&(len(t.bytes)-1)] }

// append adds b.
func (t *tail) append(b byte) {
	*t.slot() = b
	t.n++
	t.recent = t.recent<<8 | uint64(b)
}

// last returns the last k bytes as a number, k < 8.
func (t *tail) last(k int) uint64 { return t.recent & (1<<(8*k) - 1) }

// hash returns a number that tells the last k bytes.
func (t *tail) hash(k int) uint64 {
	if k < 8 {
		return t.last(k)
	}
	h := t.recent
	for i := 8; i < k; i++ {
		h = mixed(h, uint64(t.at(t.n-uint32(i)-1)))
	}
	return h
}

// end returns the last k bytes.
func (t *tail) end(k int) (b []byte) {
	for i := range uint32(k) {
		b = append(b, t.at(t.n-uint32(k)+i))
	}
	return b
}
