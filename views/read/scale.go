package read

import (
	"math"

	"bitlens/assets/lang"
	"bitlens/views/widgets"
	"bitlens/views/workspace"
)

// A scale says how the numbers of a measure are spread over an axis and over a
// ramp. On the axis stands the number itself, or its logarithm to the base 2;
// the ramp goes by the level: what stands on the axis, for each byte of the
// unit where units of other lengths have other numbers.
type scale struct {
	name, title string // in the current language; the title has a place for the unit
	tip         string
	axis        func(v float64) float64
	label       func(x float64) string // nil writes the number
	perByte     bool
	cheap       float64 // the level up to which nothing is tinted
	dear        float64 // the least level of the dear end
	mark        float64 // what is marked on the axis, for each byte where perByte
	markLabel   func(x float64) string
	diverges    bool
}

func same(v float64) float64 { return v }

// log2 is the logarithm of a rank.
func log2(v float64) float64 { return math.Log2(max(v, 1)) }

// surprise is the bits of a probability. One that is too small for a number
// has more bits than anything drawn.
func surprise(p float64) float64 { return -math.Log2(max(p, math.SmallestNonzeroFloat64)) }

func power(x float64) string { return widgets.Short(math.Exp2(x)) }

func oneIn(x float64) string {
	if x <= 0 {
		return "1"
	}
	return "1/" + power(x)
}

func unpredicted(x float64) string {
	return lang.T("%s = unpredicted", widgets.Fixed(x, 0))
}

// scaleOf returns the scale of a measure, in the current language.
func scaleOf(m workspace.Measure) scale {
	s := scale{axis: same, perByte: true, cheap: cheap, dear: breakEven, mark: breakEven, markLabel: unpredicted, diverges: m.Diverges}
	switch m.Name {
	case workspace.Probability.Name:
		s.name, s.title = lang.T("probability"), lang.T("PROBABILITY OF EACH %s")
		s.tip = lang.T("What the model gave the unit that came: 2 to the minus bits")
		s.axis, s.label = surprise, oneIn
		s.markLabel = func(float64) string { return lang.T("unpredicted") }
	case workspace.Rank.Name:
		s.name, s.title = lang.T("rank"), lang.T("RANK IN EACH %s, OF 256")
		s.tip = lang.T("The rank of its least expected byte among all 256")
		s.axis, s.label, s.perByte, s.cheap, s.dear, s.mark = log2, power, false, 0.5, 4, math.NaN()
	case workspace.Expected.Name:
		s.name, s.title = lang.T("expected bits"), lang.T("EXPECTED PER %s, IN BITS")
		s.tip = lang.T("The entropy of the predictions at its bytes: what was to be paid on average")
		s.dear = 4
	case workspace.Unexpected.Name:
		s.name, s.title = lang.T("bits minus expected"), lang.T("BITS MINUS EXPECTED PER %s")
		s.tip = lang.T("More than was expected is orange, less is blue")
		s.middle(lang.T("as expected"))
	case workspace.RunningRate.Name:
		s.name, s.title = lang.T("running bits/byte"), lang.T("RUNNING BITS/BYTE AT EACH %s")
		s.tip = lang.T("The bits/byte of all the text up to here")
		s.perByte, s.cheap, s.dear = false, 0, 1
	case workspace.Difference.Name:
		s.name, s.title = lang.T("A minus B"), lang.T("A MINUS B PER %s, IN BITS")
		s.tip = lang.T("Where A pays more than B it is orange, where less, blue")
		s.middle(lang.T("equal"))
	case workspace.Divergence.Name:
		s.name, s.title = lang.T("KL(A||B)"), lang.T("KL(A||B) PER %s, IN BITS")
		s.tip = lang.T("How many bits B's prediction loses, were A's the truth")
		s.cheap, s.dear, s.mark = 0.25, 2, math.NaN()
	default:
		s.name, s.title = lang.T("bits"), lang.T("SURPRISE PER %s, IN BITS")
		s.tip = lang.T("What the unit cost: the sum of its bytes' bits")
	}
	return s
}

// middle makes the scale one of two sides.
func (s *scale) middle(label string) {
	s.cheap, s.dear, s.mark = 0.25, 2, 0
	s.markLabel = func(float64) string { return label }
}

// level returns what the ramp goes by: the number of a unit of some bytes.
func (s *scale) level(v float64, bytes int) float64 {
	x := s.axis(v)
	if s.perByte {
		return x / float64(max(bytes, 1))
	}
	return x
}
