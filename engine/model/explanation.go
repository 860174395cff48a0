package model

import (
	"cmp"
	"math"
	"slices"
)

// An Explainer can tell why the next byte is expected. Telling teaches it
// nothing.
type Explainer interface {
	Explain() Explanation
}

// An Explanation is what a predictor stands on before its next byte.
type Explanation struct {
	Order   int      // bytes of context in use
	Context []byte   // those bytes
	SeenAt  int64    // offset behind the last place where Context stood before, or -1 if it does not know
	Unit    string   // of the weights: InShares or InBits
	Inputs  []Weight // what each part says, largest first
}

// The units of weights. A predictor that adds up probabilities divides the
// prediction into shares. One that adds up in the logistic domain has no
// shares there, since what one part says may take back what another did.
const (
	// InShares is the part of the prediction, of all 256 probabilities together,
	// that comes from an input. The shares sum to 1.
	InShares = "share"
	// InBits is what an input adds to the log-odds, log2 p/(1-p), of the
	// decisions that lead to the likeliest byte. It is below 0 where the input
	// speaks against that byte. Together they are the log-odds.
	InBits = "bits"
)

// A Weight is the say of one part of a predictor, in the unit of its
// [Explanation].
type Weight struct {
	Name   string
	Weight float64
}

// Largest sorts weights by size, the largest first, and returns them.
func Largest(w []Weight) []Weight {
	slices.SortStableFunc(w, func(a, b Weight) int { return cmp.Compare(math.Abs(b.Weight), math.Abs(a.Weight)) })
	return w
}

// Whole is the explanation of a predictor that has one part and no context.
func Whole(name string) Explanation {
	return Explanation{SeenAt: -1, Unit: InShares, Inputs: []Weight{{name, 1}}}
}
