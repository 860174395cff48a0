package zoo

import (
	"bytes"
	"cmp"
	"math"
	"slices"
	"testing"

	"bitlens/engine/coder"
	"bitlens/engine/model"
)

// Every predictor can be peeked at anywhere and says why.
func TestFaces(t *testing.T) {
	eachPredictor(t, func(t *testing.T, e *model.Entry) {
		q := e.Predictor()
		_, rewinds := q.(model.Rewinder)
		_, distributes := q.(model.Distribution)
		_, clones := q.(model.Cloner)
		_, explains := q.(model.Explainer)
		_, sizes := q.(model.Sizer)
		for _, face := range []struct {
			name string
			has  bool
		}{
			{"Rewinder", rewinds}, {"Distribution", distributes}, {"Cloner", clones},
			{"Explainer", explains}, {"Sizer", sizes},
		} {
			if !face.has {
				t.Errorf("%s is no %s", e.ID, face.name)
			}
		}
	})
}

// What a model says of itself must be true of the text, and saying it must
// change nothing.
func TestExplain(t *testing.T) {
	eachPredictor(t, func(t *testing.T, e *model.Entry) {
		early := 100
		if testing.Short() {
			early = 30
		}
		for _, in := range inputsOf(e) {
			q, twin := e.Predictor(), e.Predictor()
			var m, silent coder.Meter
			for i, b := range in.data {
				if i < early || i%97 == 0 {
					checkExplanation(t, in, i, q.(model.Explainer).Explain())
				}
				q.Code(&m, b)
				if twin.Code(&silent, b); m != silent {
					t.Fatalf("%s: byte %d: explaining changed the model", in.name, i)
				}
			}
		}
	})
}

// checkExplanation holds what is said before byte i against the text.
func checkExplanation(t *testing.T, in input, i int, x model.Explanation) {
	t.Helper()
	if len(x.Context) != x.Order || !bytes.HasSuffix(in.data[:i], x.Context) {
		t.Fatalf("%s: byte %d: order %d, context %q", in.name, i, x.Order, x.Context)
	}
	if at := x.SeenAt; at >= 0 && (at >= int64(i) || !bytes.HasSuffix(in.data[:at], x.Context)) {
		t.Fatalf("%s: byte %d: context %q was not seen at %d", in.name, i, x.Context, at)
	}
	checkInputs(t, in, i, x)
}

// checkInputs holds the weights against their unit.
func checkInputs(t *testing.T, in input, i int, x model.Explanation) {
	t.Helper()
	if !slices.IsSortedFunc(x.Inputs, func(a, b model.Weight) int { return cmp.Compare(math.Abs(b.Weight), math.Abs(a.Weight)) }) {
		t.Fatalf("%s: byte %d: inputs are not sorted: %v", in.name, i, x.Inputs)
	}
	sum := 0.0
	for _, w := range x.Inputs {
		if sum += w.Weight; w.Name == "" || x.Unit == model.InShares && w.Weight < 0 {
			t.Fatalf("%s: byte %d: input %+v", in.name, i, w)
		}
	}
	switch {
	case len(x.Inputs) == 0 || x.Unit != model.InShares && x.Unit != model.InBits:
		t.Fatalf("%s: byte %d: inputs %v in unit %q", in.name, i, x.Inputs, x.Unit)
	case x.Unit == model.InShares && math.Abs(sum-1) > 1e-6:
		t.Fatalf("%s: byte %d: shares sum to %f: %v", in.name, i, sum, x.Inputs)
	}
}
