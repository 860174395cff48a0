package workspace

import (
	"errors"
	"math"

	"bitlens/assets/lang"
	"bitlens/engine/measure"
	"bitlens/engine/zoo"
)

// A Measure turns a unit of the text into a number. The zero Measure is none.
type Measure struct {
	Name     string // in links, the word that the command bits has for it
	Diverges bool   // has a middle, and two ends
	// Surveyed measures need a whole distribution at every byte, and Compared
	// ones a second model.
	Surveyed, Compared bool

	value func(w *Workspace, lo, hi int) (float64, bool)
}

// The measures. All but Probability, Rank and RunningRate are in bits.
var (
	Bits        = Measure{Name: "bits", value: bitsOf}
	Probability = Measure{Name: "probability", value: probabilityOf}
	Rank        = Measure{Name: "rank", Surveyed: true, value: rankOf}
	Expected    = Measure{Name: "expected", Surveyed: true, value: surveyedOf}
	Unexpected  = Measure{Name: "bits-expected", Surveyed: true, Diverges: true, value: unexpectedOf}
	RunningRate = Measure{Name: "running", value: runningOf} // bits/byte
	Difference  = Measure{Name: "a-b", Compared: true, Diverges: true, value: differenceOf}
	Divergence  = Measure{Name: "kl", Surveyed: true, Compared: true, value: surveyedOf}
)

// Measures lists them, the plainest first.
var Measures = []Measure{Bits, Probability, Rank, Expected, Unexpected, RunningRate, Difference, Divergence}

// Is reports whether two measures are one.
func (m Measure) Is(n Measure) bool { return m.Name == n.Name }

// ParseMeasure returns the measure of a name.
func ParseMeasure(name string) (Measure, error) {
	for _, m := range Measures {
		if m.Name == name {
			return m, nil
		}
	}
	return Measure{}, errors.New(lang.T("There is no measure called %q.", name))
}

// Measure returns the chosen measure.
func (w *Workspace) Measure() Measure { return w.measure }

// SetMeasure chooses a measure. One that compares chooses a second model where
// there is none.
func (w *Workspace) SetMeasure(m Measure) {
	w.measure = m
	if m.Compared && w.rival == nil {
		w.setRival(w.opponent())
	}
	w.resurvey()
	w.tell(UnitTopic)
}

// opponent is the model that the chosen one is compared with at first: one of
// another kind.
func (w *Workspace) opponent() string {
	for _, id := range []string{"gzip", "cm"} {
		if e, err := zoo.Open(id); err == nil && e.ID != w.model.ID && (e.New != nil || !w.measure.Surveyed) {
			return id
		}
	}
	return "ppm"
}

// Value returns the number of the bytes [lo,hi), which are a unit, and whether
// it is known yet.
func (w *Workspace) Value(lo, hi int) (v float64, known bool) { return w.measure.value(w, lo, hi) }

func bitsOf(w *Workspace, lo, hi int) (float64, bool) {
	cost, known, _ := w.reading.trace.Cost(lo, hi)
	return measure.Bits(cost), known
}

// probabilityOf is 2^-bits; of a long unit it may be too small for a number,
// and then is 0.
func probabilityOf(w *Workspace, lo, hi int) (float64, bool) {
	bits, known := bitsOf(w, lo, hi)
	return math.Exp2(-bits), known
}

// rankOf is the rank of the unit's least expected byte.
func rankOf(w *Workspace, lo, hi int) (float64, bool) {
	if w.survey == nil {
		return 0, false
	}
	rank, known := w.survey.found.Rank(lo, hi)
	return float64(rank), known
}

// surveyedOf is the sum of what the survey found in bits.
func surveyedOf(w *Workspace, lo, hi int) (float64, bool) {
	if w.survey == nil {
		return 0, false
	}
	sum, known := w.survey.found.Bits(lo, hi)
	return measure.Bits(sum), known
}

func unexpectedOf(w *Workspace, lo, hi int) (float64, bool) {
	bits, paid := bitsOf(w, lo, hi)
	expected, known := surveyedOf(w, lo, hi)
	return bits - expected, paid && known
}

// runningOf is the bits/byte of all that stands before the unit's end.
func runningOf(w *Workspace, _, hi int) (float64, bool) {
	t := w.reading.trace
	return t.Total(hi) / float64(max(hi, 1)), hi <= t.Known()
}

// differenceOf is what the chosen model pays more than the other.
func differenceOf(w *Workspace, lo, hi int) (float64, bool) {
	if w.rival == nil {
		return 0, false
	}
	a, known := bitsOf(w, lo, hi)
	cost, knownB, _ := w.rival.trace.Cost(lo, hi)
	return a - measure.Bits(cost), known && knownB
}

// NoMeasure returns why the chosen measure cannot be had of these models, or
// "" where it can.
func (w *Workspace) NoMeasure() string {
	if !w.measure.Surveyed {
		return ""
	}
	for _, r := range w.surveyed() {
		if r.entry.New == nil {
			return lang.T("%s gives no probabilities", r.entry.ID)
		}
	}
	return ""
}

// surveyed are the readings that the chosen measure surveys.
func (w *Workspace) surveyed() []*Reading {
	if w.measure.Compared && w.rival != nil {
		return []*Reading{w.reading, w.rival}
	}
	return []*Reading{w.reading}
}

// Frozen returns Value as it is now, to be used apart from the window.
func (w *Workspace) Frozen() func(lo, hi int) (v float64, known bool) { return w.Still().Value }

// Still returns the text, and what is known of it, as they are now: to be read
// apart from the window, and not to be changed.
func (w *Workspace) Still() *Workspace {
	f := &Workspace{doc: w.doc, brush: w.brush, model: w.model, unit: w.unit, measure: w.measure,
		reading: w.reading.frozen(), rival: w.rival.frozen()}
	if w.survey != nil {
		found := *w.survey.found
		f.survey = &Survey{found: &found, compared: w.survey.compared}
	}
	return f
}

// frozen returns a reading that keeps the costs of now; none stays none.
func (r *Reading) frozen() *Reading {
	if r == nil {
		return nil
	}
	trace := *r.trace // its sequences do not change, only which it holds
	return &Reading{entry: r.entry, trace: &trace, receipt: r.receipt}
}
