package letters

import (
	"slices"

	"bitlens/engine/model"
)

// A letter is a character, by its number in an alphabet; 0 is none.
type letter uint16

// A record is what is known of a letter.
type record struct {
	bytes uint32 // the character, its first byte uppermost
	count uint32 // how often it was seen
	at    uint32 // when it was last: the number of characters before
	zero  uint32 // its count in the order 0
	size  uint8  // its bytes
}

// An alphabet numbers the characters in the order in which they first come, and
// finds them by their bytes. It is the order 0 too, whose followers are too
// many to be walked through.
type alphabet struct {
	records []record // by letter
	blocks  [][256]entry
	zero    context // its followers are the records
}

// An entry tells of the characters that begin with the bytes that lead to it.
type entry struct {
	block   int32   // of the bytes behind, or 0
	letter  letter  // that ends here, or 0
	letters uint16  // that begin so
	mass    float32 // their counts in order 0, less the discounts
}

const mostLetters = 1<<16 - 1

func newAlphabet() alphabet {
	return alphabet{records: make([]record, 1), blocks: make([][256]entry, 1)}
}

func (a *alphabet) clone() alphabet {
	c := *a
	c.records, c.blocks = slices.Clone(a.records), slices.Clone(a.blocks)
	return c
}

// bytes returns the memory that the alphabet occupies.
func (a *alphabet) bytes() int { return 20*cap(a.records) + 12*256*cap(a.blocks) }

// byteAt returns byte i of a character.
func byteAt(bytes uint32, i int) byte { return byte(bytes >> (24 - 8*i)) }

// find returns the letter of a character of n bytes, or none.
func (a *alphabet) find(bytes uint32, n int) letter {
	block := int32(0)
	for i := range n - 1 {
		if block = a.blocks[block][byteAt(bytes, i)].block; block == 0 {
			return 0
		}
	}
	return a.blocks[block][byteAt(bytes, n-1)].letter
}

// add numbers a character of n bytes and returns its letter, or none if there
// are too many.
func (a *alphabet) add(bytes uint32, n int, j *model.Journal) letter {
	if len(a.records) > mostLetters {
		return 0
	}
	l := letter(len(a.records))
	keep(j, &a.records)
	a.records = append(a.records, record{bytes: bytes, size: uint8(n)})
	block := int32(0)
	for i := range n - 1 {
		block = a.below(block, byteAt(bytes, i), j)
	}
	a.entry(block, byteAt(bytes, n-1), j).letter = l
	return l
}

// below returns the block behind b in a block, which is made if there is none.
func (a *alphabet) below(block int32, b byte, j *model.Journal) int32 {
	e := a.entry(block, b, j)
	if e.block == 0 {
		e.block = int32(len(a.blocks))
		keep(j, &a.blocks)
		a.blocks = append(a.blocks, [256]entry{})
		return int32(len(a.blocks)) - 1
	}
	return e.block
}

// entry returns an entry that is about to change.
func (a *alphabet) entry(block int32, b byte, j *model.Journal) *entry {
	e := &a.blocks[block][b]
	keep(j, e)
	return e
}

// count counts l in the order 0.
func (a *alphabet) count(l letter, j *model.Journal) {
	e := &a.records[l]
	keep(j, e)
	keep(j, &a.zero)
	was := float32(0)
	if e.zero == 0 {
		a.zero.first()
	} else {
		was = discounted(e.zero)
		a.zero.again(e.zero)
	}
	e.zero++
	a.weigh(e, discounted(e.zero)-was, j)
}

// weigh adds to the mass of the entries that lead to e, and if it is seen for
// the first time to their letters.
func (a *alphabet) weigh(e *record, more float32, j *model.Journal) {
	block := int32(0)
	for i := range int(e.size) {
		x := a.entry(block, byteAt(e.bytes, i), j)
		x.mass += more
		if e.zero == 1 {
			x.letters++
		}
		block = x.block
	}
}
