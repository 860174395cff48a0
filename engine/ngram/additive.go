package ngram

import "bitlens/engine/model"

// halves is the unit of weights: a byte seen once more adds two halves.
const halves = 2

// maxWeight is the sum of weights at which all are halved: the tree of sums
// holds less than 2^32. Texts of less than 1 GB never reach it.
const maxWeight = 1 << 31

// Additive counts bytes without context and adds the same constant to every
// count: 1 is Laplace's rule, 1/2 that of Krichevsky and Trofimov.
type Additive struct {
	model.Journal
	weights model.Tree // in halves
}

// NewLaplace returns the rule of succession, (n+1) / (N+256).
func NewLaplace() *Additive { return newAdditive(halves) }

// NewKT returns the estimator of Krichevsky and Trofimov, (n+1/2) / (N+128).
func NewKT() *Additive { return newAdditive(halves / 2) }

func newAdditive(constant uint32) *Additive {
	a := &Additive{}
	for b := range 256 {
		a.weights[model.Leaf+b] = constant
	}
	a.weights.Sum()
	return a
}

// Code implements model.Predictor.
func (a *Additive) Code(c model.Coder, b byte) byte {
	b = a.weights.Code(c, b)
	if a.weights[1] >= maxWeight {
		a.halve()
	}
	if a.On() {
		for n := model.Leaf + int(b); n > 0; n >>= 1 {
			a.Save32(&a.weights[n])
		}
	}
	a.weights.Add(b, halves)
	return b
}

func (a *Additive) halve() {
	if a.On() {
		old := a.weights
		a.Save(func() { a.weights = old })
	}
	for b := range 256 {
		w := &a.weights[model.Leaf+b]
		*w = max(1, *w/2)
	}
	a.weights.Sum()
}

// Distribution implements model.Distribution.
func (a *Additive) Distribution(p *[256]float64) { a.weights.Distribution(p) }

// Explain implements model.Explainer.
func (a *Additive) Explain() model.Explanation { return model.Whole("counts") }

// Clone implements model.Cloner.
func (a *Additive) Clone() model.Predictor { return &Additive{weights: a.weights} }

// StateBytes implements model.Sizer.
func (a *Additive) StateBytes() int64 { return int64(len(a.weights) * 4) }
