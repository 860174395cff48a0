package num

import "math/bits"

const (
	// Bit is one bit in the units of Log2 and Odds.
	Bit = 1 << 20
	// OddsMax bounds Odds: beyond 2^32 to 1 a share is 0 or all.
	OddsMax = 32 * Bit

	logSteps  = 1 << 10 // of a doubling, in the table of Log2; linear between
	logBits   = 24      // binary places there, four more than it returns
	oddsSteps = 1 << 8  // of a bit, in the table of Odds; linear between
	oddsShift = 12      // bits of x below a step: Bit / oddsSteps
)

var (
	logTable  = makeLog()
	oddsTable = makeOdds()
)

// Log2 returns log2(p / 2^32) in 2^-20 bit, for p from 1 to 2^32, within one
// unit.
func Log2(p uint64) int32 {
	shift := bits.LeadingZeros64(p)
	m := p << shift
	i, part := m>>53&(logSteps-1), int64(m>>37&0xffff)
	low, high := int64(logTable[i]), int64(logTable[i+1])
	log := low + (high-low)*part>>16
	return int32(31-shift)*Bit + int32((log+8)>>4)
}

// Odds returns 2^32 times 2^x / (1 + 2^x), for x in 2^-20 bit: the share of
// what is 2^x times as probable as the rest. It is right within 2^-23.
func Odds(x int32) uint32 {
	if x >= 0 {
		return ^lessOdds(-x)
	}
	return lessOdds(x)
}

// lessOdds is Odds for x <= 0.
func lessOdds(x int32) uint32 {
	x = min(-x, OddsMax-1)
	i, part := x>>oddsShift, int64(x&(1<<oddsShift-1))
	high, low := int64(oddsTable[i]), int64(oddsTable[i+1])
	return uint32(high - (high-low)*part>>oddsShift)
}

// makeLog computes log2(1 + i/logSteps).
func makeLog() *[logSteps + 1]int32 {
	t := new([logSteps + 1]int32)
	for i := range logSteps {
		t[i] = int32(LogDigits(uint64(logSteps+i)<<53, logBits))
	}
	t[logSteps] = 1 << logBits
	return t
}

// LogDigits returns log2(x / 2^63) with so many binary places, for x from 2^63
// on: each squaring doubles the logarithm, whose whole part is its next digit.
// The digits come from integers alone, as math.Log2's do not, whose last bit
// differs between processors.
func LogDigits(x uint64, places int) (log uint64) {
	for range places {
		high, low := bits.Mul64(x, x) // x/2^63 squared, in 2^-62
		digit := high >> 63
		log = log<<1 | digit
		// No branch on the digit: nobody could foresee it.
		x = high<<(digit^1) | low>>63&(digit^1)
	}
	return log
}

// makeOdds computes 2^-k / (1 + 2^-k) for k in steps, from powers of the step.
func makeOdds() *[OddsMax>>oddsShift + 1]uint32 {
	t := new([OddsMax>>oddsShift + 1]uint32)
	step := stepRoot()
	power := uint64(1<<64 - 1) // 2^-k in 2^-64
	for k := range t {
		t[k] = uint32(power >> 1 / (1<<31 + power>>33))
		power, _ = bits.Mul64(power, step)
	}
	return t
}

// stepRoot returns 2^(-1/oddsSteps) in 2^-64: the greatest number whose power,
// by eight squarings, is no more than one half.
func stepRoot() (root uint64) {
	for place := uint64(1 << 63); place > 0; place >>= 1 {
		power := root | place
		for range 8 {
			power, _ = bits.Mul64(power, power)
		}
		if power <= 1<<63 {
			root |= place
		}
	}
	return root
}
