package ensemble

import (
	"math"
	"strings"
	"testing"

	"bitlens/engine/coder"
	"bitlens/engine/mixing"
	"bitlens/engine/model"
	"bitlens/engine/ppm"
)

// quick is a mix without a network.
func quick() *Mix { return newMix(byDefault(ppm.Entries())) }

// cost returns what text costs, in bits.
func cost(q model.Predictor, text string) float64 {
	var m coder.Meter
	for i := range len(text) {
		q.Code(&m, text[i])
	}
	return m.Bits()
}

const verse = "In the house that Jack built lay the malt, and the rat ate the malt that lay in the house. "

// A mix is smaller than the best of its parts, on a text that has two kinds of
// regularity.
func TestMixBeatsItsParts(t *testing.T) {
	text := strings.Repeat(verse, 3) + strings.Repeat("the cat and the rat sat; ", 40) + strings.Repeat(verse, 3)
	best := cost(mixing.NewMax(), text)
	for _, g := range quick().guests {
		best = min(best, cost(g.whole, text))
	}
	if mixed := cost(quick(), text); mixed >= best {
		t.Errorf("the mix takes %.1f bits, the best part %.1f", mixed, best)
	}
}

// The weights of a gate move to the part that is right.
func TestGateLearnsWhoIsRight(t *testing.T) {
	g := newGate(1, []float32{0.5, 0.5, 0}, func(*sight) int { return 0 })
	var j model.Journal
	for range 300 {
		g.learn(opinion{3, -3, bias}, &sight{}, 1, &j)
	}
	if w := g.row(0, 3); w[0] <= 0.6 || w[1] >= 0.4 {
		t.Errorf("weights %v after the first part was always right", w)
	}
}

func TestSecondaryLearnsWhatCameTrue(t *testing.T) {
	s := newSecondary(1)
	var j model.Journal
	for i := range 4000 {
		s.learn(2, 0, i%2, &j)
	}
	if got := s.refine(2, 0); math.Abs(float64(got)) > 0.3 {
		t.Errorf("what comes half of the time is said at %.2f bits", got)
	}
}

// The votes add up to the log-odds of the decisions that lead to the byte.
func TestVotesAddUp(t *testing.T) {
	m := quick()
	cost(m, verse)
	sum := 0.0
	for _, w := range m.Explain().Inputs {
		sum += w.Weight
	}
	want, trees, node := 0.0, m.trees(), 1
	best := m.likeliest(trees)
	for shift := 7; shift >= 0; shift-- {
		bit := int(best >> shift & 1)
		want += float64(2*bit-1) * float64(stretch(m.ask(trees, node)))
		node = 2*node + bit
	}
	if math.Abs(sum-want) > 1e-3 {
		t.Errorf("the votes add up to %.4f, the log-odds are %.4f", sum, want)
	}
}
