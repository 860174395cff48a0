package codec

import "errors"

// A bill walks a deflate stream (RFC 1951) and charges each byte the bits that
// bought it. It needs no byte of the text: only how many each code stands for.
//
//   - a literal pays its code;
//   - the bits of a match (length, distance, their extra bits) are spread
//     evenly over the bytes it copies;
//   - the rest of a block (header, code tables, end code, padding) is spread
//     evenly over the block; that of an empty block over the whole text.
type bill struct {
	bits bitReader
	ledger
}

var errDeflate = errors.New("not a deflate stream")

func newBill(stream []byte, costs []uint32) *bill {
	return &bill{bits: bitReader{data: stream}, ledger: ledger{costs: costs}}
}

// run charges the stream and returns how many of its bytes were used.
func (b *bill) run() (used int, err error) {
	empty := 0 // bits of blocks without a byte
	for last := false; !last; {
		start, at := b.out, b.bits.at
		var paid int
		if last, paid, err = b.block(); err != nil {
			return 0, err
		}
		if last {
			b.bits.align()
		}
		rest := b.bits.at - at - paid
		if b.out == start {
			empty += rest
		} else if err = spread(b.costs[start:b.out], rest); err != nil {
			return 0, err
		}
	}
	if b.out != len(b.costs) {
		return 0, errLength
	}
	return b.bits.at / 8, spread(b.costs, empty)
}

// block charges the bytes of one block, and returns how many bits they paid.
func (b *bill) block() (last bool, paid int, err error) {
	last = b.bits.take(1) == 1
	switch b.bits.take(2) {
	case 0:
		paid, err = b.stored()
	case 1:
		paid, err = b.codes(&fixedLiterals, &fixedDistances)
	case 2:
		var literals, distances huffman
		if err = b.tables(&literals, &distances); err == nil {
			paid, err = b.codes(&literals, &distances)
		}
	default:
		err = errDeflate
	}
	if err == nil && b.bits.past {
		err = errDeflate
	}
	return last, paid, err
}

// stored charges the bytes of a block that is not compressed.
func (b *bill) stored() (paid int, err error) {
	b.bits.align()
	n, check := b.bits.take(16), b.bits.take(16)
	if n^check != 0xffff || b.bits.past {
		return 0, errDeflate
	}
	b.bits.at += n * 8
	b.bits.past = b.bits.at > len(b.bits.data)*8
	return n * 8, b.charge(n, n*8)
}

const endOfBlock = 256

// codes charges literals and matches up to the end of the block.
func (b *bill) codes(literals, distances *huffman) (paid int, err error) {
	for {
		start := b.bits.at
		symbol := literals.decode(&b.bits)
		n := 1
		switch {
		case symbol < 0 || symbol > maxLength || b.bits.past:
			return 0, errDeflate
		case symbol == endOfBlock:
			return paid, nil
		case symbol > endOfBlock:
			if n = b.match(symbol-endOfBlock-1, distances); n == 0 {
				return 0, errDeflate
			}
		}
		bits := b.bits.at - start
		paid += bits
		if err := b.charge(n, bits); err != nil {
			return 0, err
		}
	}
}

// match reads the rest of a match and returns its length, or 0 if it is wrong.
func (b *bill) match(code int, distances *huffman) (length int) {
	length = int(lengthBase[code]) + b.bits.take(int(lengthExtra[code]))
	d := distances.decode(&b.bits)
	if d < 0 || d >= len(distanceBase) {
		return 0
	}
	if distance := int(distanceBase[d]) + b.bits.take(int(distanceExtra[d])); distance > b.out {
		return 0
	}
	return length
}
