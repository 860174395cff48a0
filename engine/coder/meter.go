package coder

import (
	"math/bits"

	"bitlens/engine/model"
	"bitlens/engine/num"
)

// CostBits is the number of binary places of a byte's cost: costs are in
// units of 2^-CostBits bit.
const CostBits = 20

// meterBits is the number of binary places of a meter's running total.
const meterBits = 28

// A Meter adds up what decisions cost, in integers, so that the sum is the
// same in any grouping and on any machine.
type Meter struct {
	total uint64 // in 2^-28 bit
	taken uint64 // the rounded total at the last Take, in 2^-20 bit
}

// Bit implements model.Coder.
func (m *Meter) Bit(bit int, p uint32) int {
	p = model.Clamp(p)
	if bit == 0 {
		p = -p // 2^32 - p
	}
	m.total += Surprise(p)
	return bit
}

// Take returns the cost since the last Take, in 2^-20 bit: the rise of the
// rounded total, so that costs add up to the total without drift.
func (m *Meter) Take() uint32 {
	const half = 1 << (meterBits - CostBits - 1)
	now := (m.total + half) >> (meterBits - CostBits)
	cost := now - m.taken
	m.taken = now
	return uint32(cost)
}

// Bits returns the total in bits.
func (m *Meter) Bits() float64 { return float64(m.total) / (1 << meterBits) }

// logSize is the number of steps between 1 and 2 in the table of logarithms;
// linear interpolation between them is off by less than 2^-28.
const logSize = 1 << 13

// logTable holds log2(1+i/logSize) in 2^-32, for i in [0, logSize].
var logTable = func() *[logSize + 1]uint64 {
	t := new([logSize + 1]uint64)
	for i := range uint64(logSize) {
		t[i] = num.LogDigits((logSize+i)<<50, 32)
	}
	t[logSize] = 1 << 32
	return t
}()

// Surprise returns -log2(p / 2^32) in units of 2^-28 bit, for p > 0.
func Surprise(p uint32) uint64 {
	n := bits.LeadingZeros32(p)
	x := p << n // in [2^31, 2^32)
	i := x >> 18 & (logSize - 1)
	rest := uint64(x & (1<<18 - 1))
	lo, hi := logTable[i], logTable[i+1]
	log := lo + (hi-lo)*rest>>18 // log2(x / 2^31) in 2^-32
	return (uint64(n+1)<<32 - log + 8) >> 4
}

// A Tee is an encoder and a meter in one: what is written is also charged.
type Tee struct {
	*Encoder
	*Meter
}

// Bit implements model.Coder.
func (t Tee) Bit(bit int, p uint32) int {
	t.Meter.Bit(bit, p)
	return t.Encoder.Bit(bit, p)
}
