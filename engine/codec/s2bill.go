package codec

import (
	"encoding/binary"
	"errors"
)

// The frame of an S2 stream: chunks of a type, a length of three bytes, and
// their body. That of a block begins with a CRC.
const (
	s2Compressed = 0x00
	s2Stored     = 0x01
	s2Skipped    = 0x80 // from here on, chunks bring no byte
	s2Header     = 4
	s2CRC        = 4
)

// The kinds of element in a block, the two lowest bits of its tag.
const (
	s2Literal = iota
	s2Copy1
	s2Copy2
	s2Copy4
)

var errS2 = errors.New("not an S2 stream")

// chargeS2 spreads each element of a block over its bytes, literals or copied
// ones; what frames a block over the block, the rest over all.
func chargeS2(stream []byte, n int) (costs []uint32, exact bool, err error) {
	l := ledger{costs: make([]uint32, n)}
	rest := 0 // bytes of chunks that bring none
	for at := 0; at < len(stream); {
		chunk, ok := s2Chunk(stream[at:])
		if !ok {
			return nil, false, errS2
		}
		at += len(chunk)
		start := l.out
		paid, err := l.s2Block(chunk[0], chunk[s2Header:])
		if err != nil {
			return nil, false, err
		}
		if l.out == start {
			rest += len(chunk)
		} else if err := spread(l.costs[start:l.out], (len(chunk)-paid)*8); err != nil {
			return nil, false, err
		}
	}
	if l.out != n {
		return nil, false, errLength
	}
	return l.costs, true, spread(l.costs, rest*8)
}

// s2Chunk returns the chunk that b starts with.
func s2Chunk(b []byte) (chunk []byte, ok bool) {
	if len(b) < s2Header {
		return nil, false
	}
	n := s2Header + int(b[1]) + int(b[2])<<8 + int(b[3])<<16
	if n > len(b) {
		return nil, false
	}
	return b[:n], true
}

// s2Block charges the bytes of one chunk, and returns how many bytes of the
// stream they paid.
func (l *ledger) s2Block(kind byte, body []byte) (paid int, err error) {
	if kind >= s2Skipped {
		return 0, nil
	}
	if kind > s2Stored || len(body) < s2CRC {
		return 0, errS2
	}
	body = body[s2CRC:]
	if kind == s2Stored {
		return len(body), l.charge(len(body), len(body)*8)
	}
	size, k := binary.Uvarint(body)
	end := uint64(l.out) + size
	if k <= 0 || end > uint64(len(l.costs)) || end < size {
		return 0, errS2
	}
	for body = body[k:]; len(body) > 0; {
		taken, n := s2Element(body)
		if taken == 0 {
			return 0, errS2
		}
		if err := l.charge(n, taken*8); err != nil {
			return 0, err
		}
		body, paid = body[taken:], paid+taken
	}
	if uint64(l.out) != end {
		return 0, errS2
	}
	return paid, nil
}

// s2Element returns how many bytes of the stream the element takes that b
// starts with, and how many it brings. It takes none if it is cut.
func s2Element(b []byte) (taken, n int) {
	tag := b[0]
	long := int(tag >> 2)
	switch tag & 3 {
	case s2Literal:
		taken, n = 1, long+1
		if long >= 60 { // the length follows
			var ok bool
			if n, ok = little(b[1:], long-59); !ok || n > len(b) {
				return 0, 0
			}
			taken, n = long-58, n+1
		}
		taken += n
	case s2Copy1:
		return s2Short(b)
	case s2Copy2:
		taken, n = 3, long+1
	case s2Copy4:
		taken, n = 5, long+1
	}
	if taken > len(b) {
		return 0, 0
	}
	return taken, n
}

// s2Short is s2Element for a copy of 4 to 11 bytes, or one from the last offset,
// whose length may follow.
func s2Short(b []byte) (taken, n int) {
	if len(b) < 2 {
		return 0, 0
	}
	long := int(b[0] >> 2 & 7)
	again := b[0]>>5 == 0 && b[1] == 0
	if !again || long < 5 {
		return 2, long + 4
	}
	more, ok := little(b[2:], long-4)
	if !ok {
		return 0, 0
	}
	base := [3]int{4, 1 << 8, 1 << 16}[long-5]
	return 2 + long - 4, base + more + 4
}

// little returns the number in the first n <= 4 bytes of b, the lowest first.
func little(b []byte, n int) (v int, ok bool) {
	if len(b) < n {
		return 0, false
	}
	for i := range n {
		v |= int(b[i]) << (8 * i)
	}
	return v, v >= 0
}
