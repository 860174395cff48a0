package codec

const (
	bzip2Group   = 50 // codes that one selector serves
	bzip2MinCode = 1
	bzip2MaxCode = 20
)

// bzip2Tables are what the codes of a block are read with.
type bzip2Tables struct {
	used      []byte // the bytes that come in the block
	codes     []huffman
	selectors []uint8 // of codes, for each group
}

// tables reads the tables of a block.
func (b *bzip2Bill) tables() (t bzip2Tables, ok bool) {
	ranges := b.bits.number(16)
	for i := range 16 {
		if ranges>>(15-i)&1 == 0 {
			continue
		}
		bytes := b.bits.number(16)
		for j := range 16 {
			if bytes>>(15-j)&1 == 1 {
				t.used = append(t.used, byte(16*i+j))
			}
		}
	}
	n := b.bits.number(3)
	if len(t.used) == 0 || n < 2 || n > 6 || !b.selectors(&t, n) {
		return t, false
	}
	for range n {
		code, ok := b.code(len(t.used) + 2)
		if !ok {
			return t, false
		}
		t.codes = append(t.codes, code)
	}
	return t, true
}

// selectors reads which of n codes serves each group: how far to the front of
// a list each stands, which then moves there.
func (b *bzip2Bill) selectors(t *bzip2Tables, n int) (ok bool) {
	front := []byte{0, 1, 2, 3, 4, 5}[:n]
	t.selectors = make([]uint8, b.bits.number(15))
	for i := range t.selectors {
		at := 0
		for b.bits.bit() == 1 {
			if at++; at >= n {
				return false
			}
		}
		t.selectors[i] = toFront(front, at)
	}
	return !b.bits.past
}

// toFront moves an element of a list to its front, and returns it.
func toFront(list []byte, at int) byte {
	x := list[at]
	copy(list[1:at+1], list[:at])
	list[0] = x
	return x
}

// code reads a code of n symbols: the length of the first, then by how much
// each differs from the one before.
func (b *bzip2Bill) code(n int) (h huffman, ok bool) {
	lengths := make([]uint8, n)
	length := b.bits.number(5)
	for i := range lengths {
		for {
			if length < bzip2MinCode || length > bzip2MaxCode || b.bits.past {
				return h, false
			}
			if b.bits.bit() == 0 {
				break
			}
			length += 1 - 2*b.bits.bit()
		}
		lengths[i] = uint8(length)
	}
	return newHuffman(lengths)
}
