package codec

import (
	"compress/lzw"
	"errors"
	"io"

	"bitlens/engine/model"
)

func lzwEntry() *model.Entry {
	return &model.Entry{
		Name: "lzw", Title: "LZW with 9 to 12 bits, as in GIF", Paper: "Ziv and Lempel 1978; Welch 1984",
		NewCodec: func([]int) model.Codec { return newLZW() },
	}
}

// lzwState is measured: the writer's hash table of codes.
const lzwState = 77e3

func newLZW() *codec {
	return &codec{
		write:  func(w io.Writer) (io.WriteCloser, error) { return lzw.NewWriter(w, lzw.LSB, 8), nil },
		read:   func(r io.Reader) (io.Reader, error) { return lzw.NewReader(r, lzw.LSB, 8), nil },
		charge: chargeLZW,
		state:  lzwState,
	}
}

const (
	lzwClear = 256 // code that empties the dictionary
	lzwEnd   = 257 // code that ends the stream
	lzwWidth = 12  // bits of the longest code
)

var errLZW = errors.New("not an LZW stream of bytes")

// A phrases follows the dictionary of an LZW reader, of which it needs only
// how long each phrase is.
type phrases struct {
	length [1 << lzwWidth]int32 // of the phrase of each code, 0 for none
	next   int                  // the code that the next phrase will get
	last   int                  // the code before, or -1
	width  int                  // bits of the next code
}

func (p *phrases) clear() { p.next, p.last, p.width = lzwEnd, -1, 9 }

// take returns how many bytes code stands for, or 0 if it stands for none.
func (p *phrases) take(code int) int {
	n := int32(1)
	if p.last >= 0 {
		p.length[p.next] = p.length[p.last] + 1
	}
	if code >= lzwClear {
		if code > p.next || code == p.next && p.last < 0 {
			return 0
		}
		n = p.length[code]
	} else {
		p.length[code] = 1
	}
	p.last, p.next = code, p.next+1
	if p.next >= 1<<p.width {
		if p.width < lzwWidth {
			p.width++
		} else { // full: no phrase is added until a clear
			p.last, p.next = -1, p.next-1
		}
	}
	return int(n)
}

// chargeLZW spreads each code over the bytes of its phrase, and the codes that
// bring no byte over all.
func chargeLZW(stream []byte, n int) (costs []uint32, exact bool, err error) {
	costs = make([]uint32, n)
	bits := bitReader{data: stream}
	var p phrases
	p.clear()
	out, paid := 0, 0
	for {
		width := p.width
		code := bits.take(width)
		if code == lzwEnd || bits.past {
			break
		}
		if code == lzwClear {
			p.clear()
			continue
		}
		k := p.take(code)
		if k == 0 || k > n-out {
			return nil, false, errLZW
		}
		if err := spread(costs[out:out+k], width); err != nil {
			return nil, false, err
		}
		out += k
		paid += width
	}
	if bits.past {
		return nil, false, errLZW
	}
	if out != n {
		return nil, false, errLength
	}
	return costs, true, spread(costs, len(stream)*8-paid)
}
