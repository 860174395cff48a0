package codec

import (
	"errors"
	"strings"
)

// The frame of a bzip2 stream: a header with the size of blocks, blocks, and an
// end, each with a magic number and a CRC, to the bit.
const (
	bzip2Magic = "BZh"
	bzip2Unit  = 100000 // bytes of block for each level
)

// The magic numbers, in two halves of 24 bits: the digits of pi, and of its root.
var (
	bzip2BlockMark = [2]int{0x314159, 0x265359}
	bzip2EndMark   = [2]int{0x177245, 0x385090}
)

var errBzip2 = errors.New("not a bzip2 stream")

// A bzip2Bill charges each byte of a bzip2 stream for the code that bought its
// place in the last column of the sorted rotations (Burrows and Wheeler 1994):
//
//   - a code that brings one byte of the column is charged to it, those of a
//     run evenly to the run;
//   - the count that stands for the bytes after four equal ones is charged to
//     these, or to the four if it is 0;
//   - a block that is one text several times over has equal rotations, whose
//     codes cannot be told apart: it is charged evenly;
//   - the rest of a block (magic, tables, selectors, end code) is spread evenly
//     over the block, what frames the stream over the text.
type bzip2Bill struct {
	bits bitReader
	ledger
	limit  int      // bytes in the column of a block; no more than n take with their counts
	column []byte   // the last column of this block
	paid   []uint32 // for each of its bytes, in units
}

// chargeBzip2 bills each byte of a bzip2 stream for its own codes.
func chargeBzip2(stream []byte, n int) (costs []uint32, exact bool, err error) {
	frame := len(bzip2Magic) + 1
	if len(stream) < frame || !strings.HasPrefix(string(stream[:frame]), bzip2Magic) ||
		stream[frame-1] < '1' || stream[frame-1] > '9' {
		return nil, false, errBzip2
	}
	b := bzip2Bill{
		bits:   bitReader{data: stream, at: frame * 8, high: true},
		ledger: ledger{costs: make([]uint32, n)},
		limit:  min(int(stream[frame-1]-'0')*bzip2Unit, n+n/bzip2Equal),
	}
	return b.costs, true, b.run(frame * 8)
}

// run charges all blocks, and the bits of the frame, of which some were read.
func (b *bzip2Bill) run(frame int) error {
	for {
		start, at := b.out, b.bits.at
		mark := [2]int{b.bits.number(24), b.bits.number(24)}
		b.bits.number(32) // CRC
		if mark == bzip2EndMark && !b.bits.past {
			return b.end(frame + len(b.bits.data)*8 - at)
		}
		if mark != bzip2BlockMark || b.bits.past {
			return errBzip2
		}
		paid, err := b.block()
		if err != nil {
			return err
		}
		if rest := b.bits.at - at - paid; b.out == start {
			frame += rest
		} else if err := spread(b.costs[start:b.out], rest); err != nil {
			return err
		}
	}
}

// end checks that the stream ends here, and spreads the bits of its frame.
func (b *bzip2Bill) end(frame int) error {
	b.bits.align()
	if b.bits.at != len(b.bits.data)*8 {
		return errTrailing
	}
	if b.out != len(b.costs) {
		return errLength
	}
	return spread(b.costs, frame)
}

// block charges the bytes of one block, and returns how many bits they paid.
func (b *bzip2Bill) block() (paid int, err error) {
	old := b.bits.number(1) // blocks were once shuffled; no encoder does it now
	first := b.bits.number(24)
	tables, ok := b.tables()
	if old != 0 || !ok {
		return 0, errBzip2
	}
	if paid, ok = b.codes(tables); !ok || first >= max(1, len(b.column)) {
		return 0, errBzip2
	}
	next := successors(b.column)
	if !inOneRound(next, first) {
		clear(b.paid)
		paid = 0
	}
	return paid, b.unsort(next, first)
}
