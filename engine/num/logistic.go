package num

import "math/bits"

const (
	// Nat is one nat in the units of Squash.
	Nat = 256
	// StretchMax bounds the logistic domain at 12 nats, where the less likely
	// outcome has 2^-17.3: a certain byte then costs 0.00007 bit.
	StretchMax = 12*Nat - 1
	// stretchBits is the resolution of p in the table of Stretch.
	stretchBits = 12
)

var (
	squashTable  = makeSquash()
	stretchTable = makeStretch()
)

// Squash returns 1 / (1 + e^-x) times 2^32, for x in 1/256 nat, held within
// StretchMax.
func Squash(x int32) uint32 {
	x = min(max(x, -StretchMax), StretchMax)
	return squashTable[x+StretchMax]
}

// Stretch returns ln(p / (1-p)) in nats, for p times 2^32.
func Stretch(p uint32) float32 { return stretchTable[p>>(32-stretchBits)] }

// makeSquash computes the table from powers of e^(-1/256).
func makeSquash() *[2*StretchMax + 1]uint32 {
	t := new([2*StretchMax + 1]uint32)
	step := expUnit()
	power := uint64(1<<64 - 1) // e^(-k/256) in 2^-64
	for k := range StretchMax + 1 {
		// 2^32 / (1 + power), both scaled by 2^31.
		p := uint64(1<<63) / (1<<31 + power>>33)
		t[StretchMax+k] = uint32(min(p, 1<<32-1))
		t[StretchMax-k] = uint32(1<<32 - max(p, 1<<31))
		power, _ = bits.Mul64(power, step)
	}
	return t
}

// expUnit returns e^(-1/256) in 2^-64, by its power series: ten terms leave an
// error below 2^-64.
func expUnit() uint64 {
	sum, term := uint64(0), uint64(1<<63) // term = 1/(256^k k!) in 2^-63
	for k := uint64(1); k <= 10; k++ {
		if k%2 == 1 {
			sum += term
		} else {
			sum -= term
		}
		term /= Nat * k
	}
	return sum << 1
}

// makeStretch inverts squash, for the middle of each step of p, with a line
// drawn between two steps of squash. Quotients are rounded alike everywhere.
// The last entry, which no probability has, is 0.
func makeStretch() *[1<<stretchBits + 1]float32 {
	t := new([1<<stretchBits + 1]float32)
	x := int32(-StretchMax)
	for i := range 1 << stretchBits {
		middle := uint32(2*i+1) << (31 - stretchBits)
		for Squash(x) < middle {
			x++
		}
		above, below := Squash(x), Squash(x-1)
		t[i] = (float32(x) - float32(above-middle)/float32(above-below)) / Nat
	}
	return t
}
