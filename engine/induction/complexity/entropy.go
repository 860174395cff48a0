package complexity

import (
	"fmt"
	"math"
	"math/bits"
)

// entropy is what all symbols cost if 0 and 1 came by chance, as often as they
// do here (Shannon 1948). What it takes to say how often is not in it.
func entropy(s string) Measure {
	h := blocks(s, 1)
	return inBits("entropy", h*float64(len(s)), 0, fmt.Sprintf("%.3f bits a symbol; it counts, and is blind to order", h))
}

// blockEntropy is what all symbols cost by the entropy of blocks.
func blockEntropy(s string) Measure {
	size := blockSize(len(s))
	if size < 2 {
		return unanswered("block entropy", "too short: it takes 16 symbols")
	}
	h := blocks(s, size) / float64(size)
	return inBits("block entropy", h*float64(len(s)), 0,
		fmt.Sprintf("%.3f bits a symbol, by blocks of %d at every place; it is blind to what is longer", h, size))
}

// blockSize is the longest block, to 12, of which each may stand at as many
// places as there are blocks: 2^2k <= n. Of longer ones too few would be seen,
// and the entropy seem low.
func blockSize(n int) int { return min(12, (bits.Len(uint(n))-1)/2) }

// blocks returns the entropy of the blocks of a size, at every place, in bits.
func blocks(s string, size int) (h float64) {
	counts := make([]int, 1<<size)
	at, mask := 0, 1<<size-1
	for i := range len(s) {
		at = (at<<1 | int(s[i]-'0')) & mask
		if i >= size-1 {
			counts[at]++
		}
	}
	all := float64(len(s) - size + 1)
	for _, n := range counts {
		if n > 0 {
			p := float64(n) / all
			h -= p * math.Log2(p)
		}
	}
	return h
}
