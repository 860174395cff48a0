package mixing

import (
	"encoding/binary"
	"math/bits"

	"bitlens/engine/pages"
)

// A hashTable keeps the bit histories of contexts. A slot serves one context
// for half a byte: the histories of the 15 nodes that four bits can pass (node
// 1, then 2 or 3, ... 8 to 15).
//
// Four slots share a line of 64 bytes, which starts with a check of each
// slot's hash, so that a look costs one cache miss; both halves of a byte fall
// into the same 512 bytes, so that it costs one look into the page table.
//
// The table doubles with the text. A doubled table repeats itself, so every
// context is found where it was; the copies in the half where a context does
// not belong are overwritten by and by.
type hashTable []byte

const (
	lineLen = 64
	slots   = 4 // of a line
	slotLen = 15
	nearby  = 8 // lines among which the second half of a byte is spread

	tablePerByte = 256     // bytes of table that a byte of text wants
	minTable     = 1 << 24 // bytes at first
	maxTable     = 1 << 27 // and at last
)

func newHashTable() hashTable { return pages.Make[byte](minTable, minTable) }

// full reports whether a text that wants so many bytes of table wants a larger
// one, of at most so many bytes.
func (t hashTable) full(wanted int64, most int) bool {
	return wanted > int64(len(t)) && len(t) < most
}

// doubled returns t twice as large. Where there is no room, more is made: room
// costs nothing until it is written, a table left behind does.
func (t hashTable) doubled(room int) hashTable {
	n := len(t)
	if cap(t) < 2*n {
		larger := pages.Make[byte](n, room)
		pages.Copy(larger, t)
		t = larger
	}
	t = t[:2*n]
	pages.Copy(t[n:], t[:n])
	return t
}

// aim finds the lines and checks of contexts for the first half of a byte.
func (t hashTable) aim(aims []int32, checks []byte, hashes []uint64) {
	for i, h := range hashes {
		aims[i], checks[i] = int32(t.line(h)), byte(h)
	}
}

// aimSecond finds them for the second half, after the bits in partial.
func (t hashTable) aimSecond(aims []int32, checks []byte, hashes []uint64, partial int) {
	for i, h := range hashes {
		aims[i] = int32(t.second(h, partial))
		checks[i] = byte(h) + byte(partial*97)
	}
}

// line returns the offset of the line for the first half of a byte after the
// context of hash h.
func (t hashTable) line(h uint64) int { return int(h>>8) * lineLen & (len(t) - 1) }

// second returns that for the second half, after the bits in partial.
func (t hashTable) second(h uint64, partial int) int {
	return t.line(h) ^ partial%nearby*lineLen
}

// find returns where the slot with the check lies in a line, or the one to
// give up: the least seen, which its first node tells. Node n of a slot at s
// is t[s+n].
func (t hashTable) find(at int, check byte) (slot int, found bool) {
	line := (*[lineLen]byte)(t[at:])
	// The lowest byte of same that is 0x80 is that of the first equal check.
	differ := binary.LittleEndian.Uint32(line[:]) ^ uint32(check)*0x01010101
	if same := (differ - 0x01010101) &^ differ & 0x80808080; same != 0 {
		return at + slots - 1 + bits.TrailingZeros32(same)/8*slotLen, true
	}
	least, which := line[slots], 0
	for s := 1; s < slots; s++ {
		if n := line[slots+s*slotLen]; n < least {
			least, which = n, s
		}
	}
	return at + slots - 1 + which*slotLen, false
}

// take empties a slot for another context.
func (t hashTable) take(slot int, check byte) {
	clear(t[slot+1 : slot+1+slotLen])
	at := slot &^ (lineLen - 1)
	t[at+(slot-at)/slotLen] = check
}

func (t hashTable) clone() hashTable {
	c := pages.Make[byte](len(t), len(t))
	pages.Copy(c, t)
	return c
}
