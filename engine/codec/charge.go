package codec

import (
	"errors"
	"math"
)

// costBits is the number of binary places of a cost in bits.
const costBits = 20

var (
	errCost   = errors.New("a byte costs more than 4096 bits")
	errLength = errors.New("the stream decodes to another length")
)

// A ledger charges the bytes of a text in their order.
type ledger struct {
	costs []uint32
	out   int // bytes charged so far
}

// charge spreads bits over the next n bytes.
func (l *ledger) charge(n, bits int) error { return l.chargeUnits(n, uint64(bits)<<costBits) }

// chargeUnits is charge for a number of units.
func (l *ledger) chargeUnits(n int, units uint64) error {
	if n > len(l.costs)-l.out {
		return errLength
	}
	l.out += n
	return spreadUnits(l.costs[l.out-n:l.out], units)
}

// spread adds bits, evenly and without rest, to all costs. Where it cannot be
// even, the first bytes pay one unit of 2^-20 bit more.
func spread(costs []uint32, bits int) error { return spreadUnits(costs, uint64(bits)<<costBits) }

// spreadUnits is spread for a number of units.
func spreadUnits(costs []uint32, units uint64) error {
	if len(costs) == 0 {
		return nil
	}
	n := uint64(len(costs))
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
