package ppm

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"bitlens/engine/model"
)

// The longest context's share is the probability that Code does not escape.
func TestShareIsNoEscape(t *testing.T) {
	m := New(5, 1)
	model.Teach(m, []byte(strings.Repeat("she sells sea shells by the sea shore. ", 5)+"she se")...)
	kept := 0.0
	for _, s := range m.of(m.at) {
		m.Mark()
		kept += model.Probability(m, s.symbol())
		m.Rewind()
		m.Forget()
	}
	name := fmt.Sprintf("order %d", m.orderOf(m.at))
	for _, in := range m.Explain().Inputs {
		if in.Name == name && math.Abs(in.Weight-kept) < 1e-9 {
			return
		}
	}
	t.Errorf("%s keeps %f: %v", name, kept, m.Explain().Inputs)
}
