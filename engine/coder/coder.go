// Package coder turns predictions into bits and back.
//
// An [Encoder] and a [Decoder] are the two ends of a binary arithmetic coder
// (Rissanen 1976; the carry is handled as in Martin's range coder, 1979). A
// [Meter] charges what an encoder would write. All three are a model.Coder,
// so a predictor cannot tell them apart.
//
// The coder keeps an interval [low, low+width) of 64-bit numbers. A decision
// splits it in proportion to p; the part of what happened remains. Invariants
// between decisions:
//
//   - width >= 2^56, so that a probability of 32 bits, clamped to
//     [2^-22, 1-2^-22], always leaves both parts non-empty, and rounding
//     loses less than 2^-24 of a bit;
//   - the bytes written, followed by low, are a number at most the code, and
//     code < that number + width.
package coder

import (
	"errors"
	"io"

	"bitlens/engine/model"
)

// minWidth is the narrowest interval between decisions: 56 bits.
const minWidth = 1 << 56

// split returns the width of the part that stands for a 1, for width >= minWidth.
func split(width uint64, p uint32) uint64 {
	return (width >> 32) * uint64(model.Clamp(p))
}

// An Encoder writes decisions as bytes. Close ends the code.
type Encoder struct {
	w     io.ByteWriter
	low   uint64
	width uint64
	// A carry may still change bytes already due: cache is the first of them,
	// followed by pending bytes of 0xff. started is false before the first.
	cache   byte
	pending int
	started bool
	err     error
}

// NewEncoder returns an encoder that writes to w.
func NewEncoder(w io.ByteWriter) *Encoder {
	return &Encoder{w: w, width: 1<<64 - 1}
}

// Bit implements model.Coder. It does not branch on bit, which nobody could
// foresee.
func (e *Encoder) Bit(bit int, p uint32) int {
	one := split(e.width, p)
	zero := uint64(bit&1) - 1 // all bits set for a 0
	up := one & zero
	e.low += up
	width := one ^ (one^(e.width-one))&zero
	if e.low < up {
		e.carry()
	}
	e.width = width
	if width < minWidth {
		e.widen()
	}
	return bit
}

// widen makes bytes due until the interval is wide enough again.
func (e *Encoder) widen() {
	for e.width < minWidth {
		e.shift()
		e.width <<= 8
	}
}

// carry adds 1 to the bytes that are due.
func (e *Encoder) carry() {
	e.cache++
	for ; e.pending > 0; e.pending-- {
		e.put(e.cache)
		e.cache = 0
	}
}

// shift makes the top byte of low due.
func (e *Encoder) shift() {
	top := byte(e.low >> 56)
	e.low <<= 8
	if e.started && top == 0xff {
		e.pending++
		return
	}
	e.flushDue()
	e.cache, e.started = top, true
}

// flushDue writes the bytes that no carry can reach any more.
func (e *Encoder) flushDue() {
	if !e.started {
		return
	}
	e.put(e.cache)
	for ; e.pending > 0; e.pending-- {
		e.put(0xff)
	}
}

func (e *Encoder) put(b byte) {
	if e.err == nil {
		e.err = e.w.WriteByte(b)
	}
}

// Close writes the shortest code that lies in the interval when followed by
// zeros, which is how a decoder reads past the end. The encoder then starts
// anew, so that frames can be coded one after another.
func (e *Encoder) Close() error {
	// Round low up to a multiple of 2^k, the largest that stays inside.
	for k := 56; k >= 0; k -= 8 {
		unit := uint64(1) << k
		up := -e.low & (unit - 1)
		if up < e.width {
			if e.low += up; e.low < up {
				e.carry()
			}
			break
		}
	}
	for e.low != 0 {
		e.shift()
	}
	e.flushDue()
	err := e.err
	*e = *NewEncoder(e.w)
	return err
}

// ErrPastEnd is the error of a decoder that was asked for more decisions than
// its code holds.
var ErrPastEnd = errors.New("the compressed data ends too early")

// A Decoder reads the decisions that an Encoder wrote.
type Decoder struct {
	r     io.ByteReader
	code  uint64 // the next bytes of the code, less low
	width uint64
	past  int // zeros read past the end
	err   error
}

// maxPast is how many zeros a decoder may need past the end of a code: the
// encoder drops zeros at the end, and a decoder holds 8 bytes at a time.
const maxPast = 8

// NewDecoder returns a decoder of the code in r.
func NewDecoder(r io.ByteReader) *Decoder {
	d := &Decoder{r: r, width: 1<<64 - 1}
	for range 8 {
		d.code = d.code<<8 | uint64(d.next())
	}
	return d
}

// Bit implements model.Coder; it ignores bit.
func (d *Decoder) Bit(_ int, p uint32) int {
	one := split(d.width, p)
	bit := 0
	if d.code < one {
		d.width, bit = one, 1
	} else {
		d.code -= one
		d.width -= one
	}
	for d.width < minWidth {
		d.code = d.code<<8 | uint64(d.next())
		d.width <<= 8
	}
	return bit
}

// next reads a byte of the code, or a zero past its end.
func (d *Decoder) next() byte {
	if d.err == nil {
		b, err := d.r.ReadByte()
		if err == nil {
			return b
		}
		if err != io.EOF {
			d.err = err
		}
	}
	d.past++
	if d.past > maxPast && d.err == nil {
		d.err = ErrPastEnd
	}
	return 0
}

// Err returns nil while the decisions read so far may be true, else why not:
// ErrPastEnd, or the reader's own error. Whoever decodes asks after each byte
// and stops.
func (d *Decoder) Err() error { return d.err }
