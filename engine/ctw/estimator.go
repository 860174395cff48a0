package ctw

// An estimator gives the probability of a decision in one context, from how
// often each outcome was seen there (Krichevsky and Trofimov 1981):
//
//	p(1) = (ones + a) / (zeros + ones + 2a)
//
// With a = 1/2 it is the KT estimator, which costs least in the worst case. In
// text most contexts have seen one outcome only, and go on so: there a smaller
// a costs less (Volf 2002).
type estimator struct {
	alpha uint64          // a, in 1/shares
	sure  [sureMax]uint32 // the outcome that alone was seen so often, times 2^32
}

const (
	shares         = 64
	sureMax        = 1 << 10 // counts in the table; the rest are divided
	estimatorBytes = 8 + 4*sureMax
)

func newEstimator(alpha int) *estimator {
	e := &estimator{alpha: uint64(alpha)}
	for n := range e.sure {
		e.sure[n] = e.divide(uint64(n), uint64(n))
	}
	return e
}

// one returns the probability of an outcome that was seen n times, the other
// never.
func (e *estimator) one(n uint16) uint32 {
	if n < sureMax {
		return e.sure[n]
	}
	return e.divide(uint64(n), uint64(n))
}

// both returns that of a 1 after zeros and ones.
func (e *estimator) both(counts [2]uint16) uint32 {
	return e.divide(uint64(counts[1]), uint64(counts[0])+uint64(counts[1]))
}

func (e *estimator) divide(n, all uint64) uint32 {
	return uint32((n*shares + e.alpha) << 32 / (all*shares + 2*e.alpha))
}
