package codec

import (
	"errors"
	"math"
)

// costBits is the number of binary places of a cost in bits.
const costBits = 20

var errCost = errors.New("a byte costs more than 4096 bits")

// spread adds bits, evenly and without rest, to all costs. Where it cannot be
// even, the first bytes pay one unit of 2^-20 bit more.
func spread(costs []uint32, bits int) error {
	if len(costs) == 0 {
		return nil
	}
	units, n := uint64(bits)<<costBits, uint64(len(costs))
	each, rest := units/n, units%n
	if each >= math.MaxUint32 {
		return errCost
	}
	for i := range costs {
		more := uint32(each)
		if uint64(i) < rest {
			more++
		}
		if costs[i] > math.MaxUint32-more {
			return errCost
		}
		costs[i] += more
	}
	return nil
}

// chargeEvenly takes the whole stream for one block.
func chargeEvenly(stream []byte, n int) (costs []uint32, exact bool, err error) {
	costs = make([]uint32, n)
	err = spread(costs, len(stream)*8)
	return costs, false, err
}
