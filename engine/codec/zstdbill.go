package codec

import (
	"encoding/binary"
	"errors"
)

const (
	zstdMagic     = 0xfd2fb528
	zstdBlockSize = 128 << 10 // most bytes that a block brings
	zstdHeader    = 3         // of a block
)

var errZstd = errors.New("not a zstd stream of one frame")

// A zstdBill walks a zstd frame (RFC 8878) and charges each byte the bits that
// bought it. It needs no byte of the text: only how many each code stands for.
//
//   - a literal pays its code;
//   - the bits that bring the length of a run of literals are spread evenly over
//     the run, or belong to the match behind it if the run is empty;
//   - those that bring the length and offset of a match are spread evenly over
//     the bytes it copies; a state's bits belong to the symbol it leads to;
//   - a block that is not compressed, or one byte again and again, and the rest
//     of one that is (headers, tables, padding), is spread evenly over the block;
//     what frames the blocks, over the text.
type zstdBill struct {
	ledger
	literals []uint32 // what each literal of this block pays, in units
	huffman  []uint8  // bits of the code that the next bits begin with, if known
	parts    [3]part  // of a sequence; their tables may serve several blocks
}

// chargeZstd bills each byte of a zstd stream for its own codes.
func chargeZstd(stream []byte, n int) (costs []uint32, exact bool, err error) {
	b := zstdBill{ledger: ledger{costs: make([]uint32, n)}}
	at, check, ok := zstdFrame(stream)
	if !ok {
		return nil, false, errZstd
	}
	frame := at * 8
	for last := false; !last; {
		if len(stream)-at < zstdHeader {
			return nil, false, errZstd
		}
		head, _ := little(stream[at:], zstdHeader)
		start := b.out
		body, paid, err := b.block(stream[at+zstdHeader:], head>>1&3, head>>3)
		if err != nil {
			return nil, false, err
		}
		at += zstdHeader + body
		if rest := (zstdHeader+body)*8 - paid; b.out == start {
			frame += rest
		} else if err := spread(b.costs[start:b.out], rest); err != nil {
			return nil, false, err
		}
		last = head&1 == 1
	}
	if at+check != len(stream) {
		return nil, false, errTrailing
	}
	if b.out != n {
		return nil, false, errLength
	}
	return b.costs, true, spread(b.costs, frame+check*8)
}

// zstdFrame returns the length of the frame's header and that of the checksum
// behind it.
func zstdFrame(b []byte) (header, check int, ok bool) {
	if len(b) < 5 || binary.LittleEndian.Uint32(b) != zstdMagic || b[4]&8 != 0 {
		return 0, 0, false
	}
	single := int(b[4] >> 5 & 1) // the text is the window, which then has no size
	size := [4]int{single, 2, 4, 8}[b[4]>>6]
	dictionary := [4]int{0, 1, 2, 4}[b[4]&3]
	check = int(b[4]>>2&1) * 4
	return 5 + 1 - single + size + dictionary, check, true
}

// The kinds of block.
const (
	zstdRaw = iota
	zstdSame
	zstdCompressed
)

// block charges the block that data begins with, and returns how many bytes of
// the stream it takes, without its header, and the bits paid.
func (b *zstdBill) block(data []byte, kind, size int) (body, paid int, err error) {
	body = size
	if kind == zstdSame {
		body = 1
	}
	if kind > zstdCompressed || size > zstdBlockSize || body > len(data) {
		return 0, 0, errZstd
	}
	if kind != zstdCompressed {
		return body, 0, b.charge(size, 0)
	}
	used, literals, ok := b.readLiterals(data[:body])
	if !ok {
		return 0, 0, errZstd
	}
	sequences, err := b.sequences(data[used:body])
	return body, literals + sequences, err
}
