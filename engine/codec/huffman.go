package codec

// A bitReader takes bits from data, the lowest of each byte first, or the
// highest. Past the end it takes zeros and says so.
type bitReader struct {
	data []byte
	at   int // in bits
	past bool
	high bool
}

// take returns the next n <= 30 bits, the first one lowest.
func (r *bitReader) take(n int) (v int) {
	for i := range n {
		v |= r.bit() << i
	}
	return v
}

// number returns the next n <= 31 bits, the first one highest.
func (r *bitReader) number(n int) (v int) {
	for range n {
		v = v<<1 | r.bit()
	}
	return v
}

func (r *bitReader) bit() (b int) {
	shift := r.at & 7
	if r.high {
		shift = 7 - shift
	}
	if i := r.at >> 3; i < len(r.data) {
		b = int(r.data[i] >> shift & 1)
	} else {
		r.past = true
	}
	r.at++
	return b
}

// align skips to the next byte.
func (r *bitReader) align() { r.at = (r.at + 7) &^ 7 }

// maxCode is the longest code, in bits: 15 in deflate, 20 in bzip2.
const maxCode = 20

// A huffman is a canonical code: codes of one length are consecutive numbers,
// in the order of their symbols.
type huffman struct {
	count   [maxCode + 1]int // codes of each length
	symbols []uint16         // by code
}

// newHuffman builds the code from the length of each symbol's code, 0 for
// none. It reports false when there are more codes than the lengths allow.
func newHuffman(lengths []uint8) (h huffman, ok bool) {
	for _, n := range lengths {
		h.count[n]++
	}
	var first [maxCode + 2]int // where the symbols of each length start
	left := 1                  // codes not yet taken
	for n := 1; n <= maxCode; n++ {
		left = left<<1 - h.count[n]
		if left < 0 {
			return h, false
		}
		first[n+1] = first[n] + h.count[n]
	}
	h.symbols = make([]uint16, first[maxCode+1])
	for s, n := range lengths {
		if n > 0 {
			h.symbols[first[n]] = uint16(s)
			first[n]++
		}
	}
	return h, true
}

// decode returns the next symbol, or -1 if no code matches.
func (h *huffman) decode(r *bitReader) int {
	code, first, index := 0, 0, 0
	for n := 1; n <= maxCode; n++ {
		code |= r.bit()
		if k := code - first; k < h.count[n] {
			return int(h.symbols[index+k])
		}
		index += h.count[n]
		first = (first + h.count[n]) << 1
		code <<= 1
	}
	return -1
}
