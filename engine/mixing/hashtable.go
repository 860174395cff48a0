package mixing

import "slices"

// A hashTable keeps the bit histories of contexts. A slot of 16 bytes serves
// one context for half a byte: a check of the hash, then the histories of the
// 15 nodes that four bits can pass (node 1, then 2 or 3, ... 8 to 15).
//
// Four slots share a line of 64 bytes, so that a look costs one cache miss;
// both halves of a byte fall into the same 512 bytes, so that it costs one
// look into the page table.
//
// The table doubles with the text. A doubled table repeats itself, so every
// context is found where it was; the copies in the half where a context does
// not belong are overwritten by and by.
type hashTable []byte

const (
	slotLen = 16
	lineLen = 64
	nearby  = 8 // lines among which the second half of a byte is spread

	tablePerByte = 128     // bytes of table that a byte of text wants
	minTable     = 1 << 22 // bytes at first
	maxTable     = 1 << 26 // and at last
)

func newHashTable() hashTable { return make(hashTable, minTable) }

// full reports whether n bytes of text want a larger table.
func (t hashTable) full(n int64) bool {
	return n*tablePerByte > int64(len(t)) && len(t) < maxTable
}

// doubled returns t twice as large. Room is made for two doublings at a time.
// Touching each page first is several times faster than to copy into memory
// that the system has not handed out yet.
func (t hashTable) doubled() hashTable {
	n := len(t)
	if cap(t) < 2*n {
		larger := make(hashTable, n, 4*n)
		touch(larger)
		copy(larger, t)
		t = larger
	}
	t = t[:2*n]
	touch(t[n:])
	copy(t[n:], t[:n])
	return t
}

const pageLen = 4096

// touch writes to each page of memory that is about to be overwritten.
func touch(b []byte) {
	for i := 0; i < len(b); i += pageLen {
		b[i] = 0
	}
}

// line returns the offset of the line for the first half of a byte after the
// context of hash h.
func (t hashTable) line(h uint64) int { return int(h>>8) * lineLen & (len(t) - 1) }

// second returns that for the second half, after the bits in partial.
func (t hashTable) second(h uint64, partial int) int {
	return t.line(h) ^ partial%nearby*lineLen
}

// find returns the offset of the slot with the check in a line, or of the one
// to give up: the least seen, which its first node tells.
func (t hashTable) find(at int, check byte) (slot int, found bool) {
	line := t[at : at+lineLen : at+lineLen]
	least, which := 256, 0
	for s := 0; s < lineLen; s += slotLen {
		if line[s] == check {
			return at + s, true
		}
		if n := int(line[s+1]); n < least {
			least, which = n, s
		}
	}
	return at + which, false
}

// clear empties a slot for another context.
func (t hashTable) clear(slot int, check byte) {
	s := t[slot : slot+slotLen]
	clear(s)
	s[0] = check
}

func (t hashTable) clone() hashTable { return slices.Clone(t) }
