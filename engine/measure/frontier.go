package measure

import (
	"cmp"
	"math"
	"slices"

	"bitlens/engine/model"
	"bitlens/engine/zoo"
)

// A Price is what a result costs in two currencies.
type Price struct {
	Seconds float64
	Bytes   int64
}

// Frontier returns the prices that no other beats in both seconds and bytes
// (Pareto), as indexes, the quickest first.
func Frontier(prices []Price) []int {
	order := make([]int, len(prices))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(prices[a].Seconds, prices[b].Seconds), cmp.Compare(prices[a].Bytes, prices[b].Bytes))
	})
	least := int64(math.MaxInt64)
	var front []int
	for _, i := range order {
		if prices[i].Bytes < least {
			least, front = prices[i].Bytes, append(front, i)
		}
	}
	return front
}

// TwoPart returns the bytes of a two-part code: the file, the prior knowledge
// that its decoder must own, and the decoder's program (zoo.ProgramBytes).
func TwoPart(e *model.Entry, compressed int64) int64 {
	return compressed + e.PriorBytes + zoo.ProgramBytes(e)
}

// SpeedPrior returns the bits of the file plus log2 of the nanoseconds that
// encoding took: time charged as Schmidhuber's speed prior (2002) charges it,
// a bit for every doubling. Nanoseconds of processor time stand for steps.
func (r Receipt) SpeedPrior() float64 {
	return 8*float64(r.CompressedBytes) + math.Log2(max(r.EncodeSeconds*1e9, 1))
}
