package measure

import (
	"math"

	"bitlens/engine/text"
)

// Profile returns the bits a byte of each of n stretches, as equal as can be,
// of the bytes [lo,hi); NaN where a stretch is empty or lies behind the known
// bytes.
func Profile(costs text.Seq[uint32], known, lo, hi, n int) []float64 {
	out := make([]float64, n)
	for i := range out {
		from, to := lo+(hi-lo)*i/n, min(lo+(hi-lo)*(i+1)/n, known)
		if from >= to {
			out[i] = math.NaN()
			continue
		}
		var sum uint64
		for part := range costs.Parts(from, to) {
			for _, c := range part {
				sum += uint64(c)
			}
		}
		out[i] = Bits(sum) / float64(to-from)
	}
	return out
}
