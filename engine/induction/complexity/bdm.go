package complexity

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"sync"

	"bitlens/engine/induction/turing"
)

// ctm is the coding theorem method: the string's -log2 of its share in D(5)
// (Soler-Toscano, Zenil, Delahaye and Gauvrit 2014).
func ctm(s string) Measure {
	b := turing.D(5).Bits(s)
	if math.IsInf(b, 1) {
		return unanswered("ctm", "no Turing machine of five states writes it in 500 steps; nearly all strings of up to 12 are written, few longer ones")
	}
	return inBits("ctm", b, 0, "by how many Turing machines of five states write it; to compare with other values of CTM")
}

// blockLength is that of the blocks of BDM: the greatest at which D(5) misses
// hardly a string.
const blockLength = 12

// blockDecomposition is BDM of one line.
func blockDecomposition(s string) Measure { return bdm("bdm", []string{s}) }

// bdm is the block decomposition method (Zenil et al. 2018): lines are cut
// into blocks of 12 without overlap, what remains of each is a shorter block;
// each block that occurs counts its CTM once, and log2 of how often.
func bdm(method string, lines []string) Measure {
	total, missing := 0.0, 0
	counts := count(lines)
	for _, block := range slices.Sorted(maps.Keys(counts)) { // in one order, so that the sum is always the same
		b := turing.D(5).Bits(block)
		if math.IsInf(b, 1) {
			b = longest()[len(block)] + 1
			missing++
		}
		total += b + math.Log2(float64(counts[block]))
	}
	return inBits(method, total, 0, blockNote(len(counts), missing))
}

// count counts the blocks of lines.
func count(lines []string) map[string]int {
	counts := map[string]int{}
	for _, line := range lines {
		for ; len(line) > blockLength; line = line[blockLength:] {
			counts[line[:blockLength]]++
		}
		counts[line]++
	}
	return counts
}

func blockNote(kinds, missing int) string {
	note := fmt.Sprintf("CTM of the blocks of %d and of what remains, %d different, and how often each stands", blockLength, kinds)
	if missing > 0 {
		note += fmt.Sprintf("; %d that no machine writes taken for 1 bit more than the dearest of the length", missing)
	}
	return note
}

// longest returns the greatest CTM of each length that a block may have.
var longest = sync.OnceValue(func() (most [blockLength + 1]float64) {
	d := turing.D(5)
	for s := range d.All() {
		if len(s) <= blockLength {
			most[len(s)] = max(most[len(s)], d.Bits(s))
		}
	}
	return most
})
