package coder

import (
	"bytes"

	"bitlens/engine/model"
)

// A Part is where a stretch of decisions lies within what was possible before
// it: of the interval [0,1) it keeps [Low, Low+Width).
type Part struct{ Low, Width float64 }

// A Trail is an encoder that can be watched: it tells how the interval narrows
// and which bytes have left it.
type Trail struct {
	enc   *Encoder
	meter Meter
	out   bytes.Buffer
	part  Part
}

// NewTrail returns a trail that has coded nothing.
func NewTrail() *Trail {
	t := &Trail{part: Part{0, 1}}
	t.enc = NewEncoder(&t.out)
	return t
}

// Bit implements model.Coder. A 1 keeps the lower part of the interval, as in
// the encoder.
func (t *Trail) Bit(bit int, p uint32) int {
	one := float64(model.Clamp(p)) / (1 << 32)
	if bit == 1 {
		t.part.Width *= one
	} else {
		t.part.Low += float64(t.part.Width * one)
		t.part.Width *= 1 - one
	}
	t.meter.Bit(bit, p)
	return t.enc.Bit(bit, p)
}

// Take returns where the decisions since the last Take lie, and what they cost
// in 2^-20 bit.
func (t *Trail) Take() (Part, uint32) {
	p := t.part
	t.part = Part{0, 1}
	return p, t.meter.Take()
}

// Bits returns what has been paid in all, in bits.
func (t *Trail) Bits() float64 { return t.meter.Bits() }

// Sent returns the bytes that have left the encoder: no later decision changes
// them. What is paid but not sent is still open.
func (t *Trail) Sent() []byte { return t.out.Bytes() }
