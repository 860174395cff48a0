package codec

// The tables of RFC 1951, sections 3.2.5 to 3.2.7.

const (
	maxLength     = 285 // last symbol of the literal and length code
	maxLiterals   = 286
	maxDistances  = 30
	lengthsOfCode = 19 // symbols of the code that codes lengths
)

var (
	lengthBase    = [29]uint16{}
	lengthExtra   = [29]uint8{}
	distanceBase  = [30]uint16{}
	distanceExtra = [30]uint8{}

	fixedLiterals  = fixedCode([]run{{144, 8}, {112, 9}, {24, 7}, {8, 8}})
	fixedDistances = fixedCode([]run{{30, 5}})

	// lengthOrder is the order in which the lengths of that code are sent.
	lengthOrder = [lengthsOfCode]uint8{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15}
)

// Each base follows from the extra bits before it; length 258 has a code of
// its own.
func init() {
	base := uint16(3)
	for i := range lengthBase {
		lengthExtra[i] = uint8(max(0, i/4-1))
		lengthBase[i] = base
		base += 1 << lengthExtra[i]
	}
	lengthBase[28], lengthExtra[28] = 258, 0
	base = 1
	for i := range distanceBase {
		distanceExtra[i] = uint8(max(0, i/2-1))
		distanceBase[i] = base
		base += 1 << distanceExtra[i]
	}
}

// A run is n symbols whose codes have the same length.
type run struct {
	n    int
	bits uint8
}

func fixedCode(runs []run) huffman {
	var lengths []uint8
	for _, r := range runs {
		for range r.n {
			lengths = append(lengths, r.bits)
		}
	}
	h, _ := newHuffman(lengths)
	return h
}

// tables reads the two codes of a dynamic block.
func (b *bill) tables(literals, distances *huffman) error {
	nl, nd, nc := b.bits.take(5)+257, b.bits.take(5)+1, b.bits.take(4)+4
	if nl > maxLiterals || nd > maxDistances {
		return errDeflate
	}
	var codeLengths [lengthsOfCode]uint8
	for _, s := range lengthOrder[:nc] {
		codeLengths[s] = uint8(b.bits.take(3))
	}
	code, ok := newHuffman(codeLengths[:])
	if !ok {
		return errDeflate
	}
	lengths := make([]uint8, nl+nd)
	if !b.lengths(&code, lengths) {
		return errDeflate
	}
	var ok1, ok2 bool
	*literals, ok1 = newHuffman(lengths[:nl])
	*distances, ok2 = newHuffman(lengths[nl:])
	if !ok1 || !ok2 {
		return errDeflate
	}
	return nil
}

// lengths fills the code lengths, which are sent with repeats.
func (b *bill) lengths(code *huffman, lengths []uint8) (ok bool) {
	for i := 0; i < len(lengths); {
		symbol := code.decode(&b.bits)
		var value uint8
		n := 1
		switch {
		case symbol < 0 || b.bits.past:
			return false
		case symbol < 16:
			value = uint8(symbol)
		case symbol == 16: // the last one again
			if i == 0 {
				return false
			}
			value, n = lengths[i-1], 3+b.bits.take(2)
		case symbol == 17: // zeros
			n = 3 + b.bits.take(3)
		default: // many zeros
			n = 11 + b.bits.take(7)
		}
		if n > len(lengths)-i {
			return false
		}
		for range n {
			lengths[i] = value
			i++
		}
	}
	return true
}
