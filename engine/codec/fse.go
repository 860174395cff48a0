package codec

import "math/bits"

// A backReader takes bits from the end of data to its start, as the entropy
// coders of zstd wrote them. Before the start it takes zeros, and left falls
// below 0.
type backReader struct {
	data []byte
	left int // bits
}

// newBackReader finds the first bit: it follows the highest 1 of the last byte.
func newBackReader(data []byte) (r backReader, ok bool) {
	if len(data) == 0 || data[len(data)-1] == 0 {
		return r, false
	}
	return backReader{data, len(data)*8 - 1 - bits.LeadingZeros8(data[len(data)-1])}, true
}

// peek returns the next n <= 32 bits, the first one highest, and leaves them.
func (r *backReader) peek(n int) int {
	start := r.left - n
	var v uint64
	for i := (r.left+7)>>3 - 1; i >= max(start, 0)>>3; i-- {
		v = v<<8 | uint64(r.data[i])
	}
	if start < 0 {
		v <<= min(-start, 63)
	} else {
		v >>= start & 7
	}
	return int(v & (1<<n - 1))
}

func (r *backReader) take(n int) int {
	v := r.peek(n)
	r.left -= n
	return v
}

// An fse is the table of a finite state entropy code (Duda 2009; RFC 8878): a
// state stands for a symbol, and its next state is base plus some bits.
type fse struct {
	states []fseState
	log    int // of their number
}

type fseState struct {
	base   uint16
	symbol uint8
	bits   uint8
}

// fseOf returns the table that always stands for one symbol.
func fseOf(symbol uint8) fse { return fse{states: []fseState{{symbol: symbol}}} }

// newFSE builds a table from how many states each symbol has; -1 is one state
// that takes a whole table's bits. The counts add up to 2^log.
func newFSE(counts []int16, log int) (t fse) {
	t = fse{make([]fseState, 1<<log), log}
	last := len(t.states) - 1
	var next [256]uint16
	for s, n := range counts {
		next[s] = uint16(n)
		if n < 0 {
			t.states[last].symbol = uint8(s)
			next[s] = 1
			last--
		}
	}
	at, step, mask := 0, len(t.states)>>1+len(t.states)>>3+3, len(t.states)-1
	for s, n := range counts {
		for range n {
			t.states[at].symbol = uint8(s)
			for at = (at + step) & mask; at > last; {
				at = (at + step) & mask
			}
		}
	}
	for i := range t.states {
		s := &t.states[i]
		n := next[s.symbol]
		next[s.symbol]++
		s.bits = uint8(log + 1 - bits.Len16(n))
		s.base = n<<s.bits - uint16(len(t.states))
	}
	return t
}

// readFSE reads a table of at most so many symbols and 2^most states, and
// returns how many bytes it took.
func readFSE(data []byte, symbols, most int) (t fse, used int, ok bool) {
	r := bitReader{data: data}
	log := r.take(4) + 5
	if log > most {
		return t, 0, false
	}
	var counts []int16
	for left := 1 << log; left > 0; {
		n := fseCount(&r, left)
		if n < 0 {
			left--
		}
		left -= max(n, 0)
		counts = append(counts, int16(n))
		for again := n == 0; again; {
			zeros := r.take(2)
			counts = append(counts, make([]int16, zeros)...)
			again = zeros == 3 && !r.past
		}
		if len(counts) > symbols || left < 0 || r.past {
			return t, 0, false
		}
	}
	r.align()
	return newFSE(counts, log), r.at / 8, true
}

// fseCount reads how many of the states that are left a symbol has. It takes a
// bit less for the smaller counts where the range is no power of two.
func fseCount(r *bitReader, left int) int {
	n := bits.Len(uint(left+1)) - 1
	v := r.take(n)
	if small := 2<<n - 2 - left; v >= small {
		if v |= r.bit() << n; v >= 1<<n {
			v -= small
		}
	}
	return v - 1
}
