package codec

import "math/bits"

// The kinds of literals of a block; zstdAgain has the code of the block before.
const (
	zstdHuffman = 2
	zstdAgain   = 3
)

// readLiterals finds what each literal of a block pays, and returns how many
// bytes they take and the bits paid.
func (b *zstdBill) readLiterals(data []byte) (used, paid int, ok bool) {
	if len(data) == 0 {
		return 0, 0, false
	}
	kind, form := data[0]&3, data[0]>>2&3
	if kind >= zstdHuffman {
		return b.readCoded(data, kind, form)
	}
	header, size := [4]int{1, 2, 1, 3}[form], [4]int{5, 12, 5, 20}[form]
	v, ok := little(data, header)
	n := v >> (header*8 - size)
	bytes := n
	if kind == zstdSame {
		bytes = 1
	}
	if !ok || n > zstdBlockSize || header+bytes > len(data) {
		return 0, 0, false
	}
	b.literals = append(b.literals[:0], make([]uint32, n)...)
	if n == 0 { // one byte for none
		return header + bytes, 0, true
	}
	return header + bytes, bytes * 8, spread(b.literals, bytes*8) == nil
}

// readCoded is readLiterals for those with a Huffman code.
func (b *zstdBill) readCoded(data []byte, kind, form uint8) (used, paid int, ok bool) {
	header, size := [4]int{3, 3, 4, 5}[form], [4]int{10, 10, 14, 18}[form]
	if len(data) < header {
		return 0, 0, false
	}
	r := bitReader{data: data, at: 4}
	n, coded := r.take(size), r.take(size)
	if n > zstdBlockSize || header+coded > len(data) {
		return 0, 0, false
	}
	used = header + coded
	data = data[header:used]
	if kind == zstdHuffman {
		tree, ok := b.readTree(data)
		if !ok {
			return 0, 0, false
		}
		data = data[tree:]
	}
	b.literals = b.literals[:0]
	if form == 0 {
		paid, ok = b.stream(data, n)
	} else {
		paid, ok = b.streams(data, n)
	}
	return used, paid, ok
}

// streams reads n literals in four streams, whose lengths stand before them.
func (b *zstdBill) streams(data []byte, n int) (paid int, ok bool) {
	const jumps = 6
	if len(data) < jumps {
		return 0, false
	}
	rest, each := data[jumps:], (n+3)/4
	for i := range 4 {
		size, k := len(rest), n-3*each
		if i < 3 {
			size, _ = little(data[2*i:], 2)
			k = each
		}
		if size > len(rest) || k < 0 {
			return 0, false
		}
		bits, ok := b.stream(rest[:size], k)
		if !ok {
			return 0, false
		}
		paid, rest = paid+bits, rest[size:]
	}
	return paid, true
}

// stream reads n literals in one stream.
func (b *zstdBill) stream(data []byte, n int) (paid int, ok bool) {
	r, ok := newBackReader(data)
	if !ok || len(b.huffman) == 0 {
		return 0, false
	}
	all, width := r.left, bits.Len(uint(len(b.huffman)))-1
	for range n {
		cost := b.huffman[r.peek(width)]
		r.left -= int(cost)
		if r.left < 0 {
			return 0, false
		}
		b.literals = append(b.literals, uint32(cost)<<costBits)
	}
	return all, r.left == 0
}

const (
	zstdMaxCode    = 11  // bits of a literal's code
	zstdDirect     = 128 // from here on, the first byte tells how many weights follow, 4 bits each
	zstdMaxWeights = 255
)

// readTree reads the weights of the literals' code, and returns how many bytes
// they take. A code of weight w takes width+1-w bits; the last weight follows
// from the others, since 2^(w-1) add up to 2^width.
func (b *zstdBill) readTree(data []byte) (used int, ok bool) {
	if len(data) == 0 {
		return 0, false
	}
	var weights []uint8
	head := int(data[0])
	used = 1 + head
	if head >= zstdDirect {
		used = 1 + (head-zstdDirect+2)/2
	}
	if used > len(data) {
		return 0, false
	}
	if head < zstdDirect {
		if weights, ok = fseWeights(data[1:used]); !ok {
			return 0, false
		}
	} else {
		for i := range head - zstdDirect + 1 {
			weights = append(weights, data[1+i/2]>>(4-i%2*4)&15)
		}
	}
	return used, b.setTree(weights)
}

// setTree tabulates the length of the code that any bits begin with. Codes of
// the least weight come first.
func (b *zstdBill) setTree(weights []uint8) (ok bool) {
	var count [zstdMaxCode + 2]int
	sum := 0
	for _, w := range weights {
		if w > zstdMaxCode {
			return false
		}
		count[w]++
		sum += 1 << w >> 1
	}
	width := bits.Len(uint(sum))
	left := 1<<width - sum
	if sum == 0 || width > zstdMaxCode || left&(left-1) != 0 {
		return false
	}
	count[bits.Len(uint(left))]++
	b.huffman = b.huffman[:0]
	for w := 1; w <= width; w++ {
		for range count[w] << (w - 1) {
			b.huffman = append(b.huffman, uint8(width+1-w))
		}
	}
	return true
}

// fseWeights reads weights coded by two states in turn, up to the end of data.
func fseWeights(data []byte) (weights []uint8, ok bool) {
	t, used, ok := readFSE(data, zstdMaxCode+2, 6)
	if !ok {
		return nil, false
	}
	r, ok := newBackReader(data[used:])
	if !ok {
		return nil, false
	}
	states := [2]int{r.take(t.log), r.take(t.log)}
	for turn := 0; len(weights) < zstdMaxWeights && r.left >= 0; turn ^= 1 {
		s := t.states[states[turn]]
		weights = append(weights, s.symbol)
		states[turn] = int(s.base) + r.take(int(s.bits))
		if r.left < 0 { // no bits for it: the other state's symbol is the last
			return append(weights, t.states[states[turn^1]].symbol), true
		}
	}
	return nil, false
}
