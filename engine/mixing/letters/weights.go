package letters

import "math/bits"

// A ratio is how often something came, over how often it was said.
type ratio struct{ came, said float32 }

// of returns the factor by which what is said should be multiplied.
func (r ratio) of() float32 { return r.came / r.said }

// fade forgets a little of what r was learned from, where it is much.
func (r *ratio) fade(most float32) {
	if r.said > most {
		r.came *= kept
		r.said *= kept
	}
}

const (
	kept = 0.98

	mostPassed  = 60  // that a ratio of weights is learned from
	firstPassed = 3   // as if seen before the first
	leastKept   = 0.3 // of what an order says itself, whatever the ratio
	lastShare   = 0.05
)

// discounts holds what is taken from a count of one, of two, and of more.
var discounts = [3]float32{0.65, 0.9, 1.1}

// discounted returns a count less its discount.
func discounted(count uint32) float32 { return float32(count) - discounts[min(count, 3)-1] }

// A share is how an order divides what it is given: each follower gets own for
// each of its counts less the discount, the last one gets last besides, and the
// next shorter order passed.
type share struct {
	own, last, passed float32
	discounted        float32 // what the discounts alone would pass
	ratio             *ratio  // by which that was corrected
}

// weights corrects, by order and by what a context has seen, how much of the
// discounts is passed to shorter ones.
type weights [Orders + 1][totals][singles][sizes]ratio

const (
	totals  = 16 // kinds of contexts by how much they have seen, in powers of two
	singles = 8  // by how many eighths of the followers were seen once
	sizes   = 16 // by how many followers there are, in powers of two
)

func newWeights() *weights {
	w := new(weights)
	for i := range w {
		for j := range w[i] {
			for k := range w[i][j] {
				for l := range w[i][j][k] {
					w[i][j][k][l] = ratio{firstPassed, firstPassed}
				}
			}
		}
	}
	return w
}

// share returns the share of c, of so many characters, which is not empty.
func (w *weights) share(order int, c *context) (s share) {
	size, total := uint32(c.size), float32(c.total)
	more := size - uint32(c.few[0]) - uint32(c.few[1])
	s.ratio = &w[order][min(bits.Len32(c.total), totals-1)][7*uint32(c.few[0])/size][min(bits.Len32(size), sizes-1)]
	s.discounted = (float32(discounts[0]*float32(c.few[0])) + float32(discounts[1]*float32(c.few[1])) + float32(discounts[2]*float32(more))) / total
	rest := 1 - s.discounted
	s.passed = min(float32(s.discounted*s.ratio.of()), 1-float32(rest*leastKept))
	s.own = (1 - s.passed) / float32(rest*total)
	if order > 0 {
		s.own *= 1 - lastShare
		s.last = lastShare * (1 - s.passed)
	}
	return s
}
