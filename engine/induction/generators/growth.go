package generators

import (
	"context"
	"iter"
	"math"

	"bitlens/engine/induction/complexity"
)

// C is the constant of the inequality, in bits: one that says that a generator
// follows, two for its kind, and one that gamma takes beyond 2 log2(length).
const C = 1 + kindBits + 1

// methodBits is what it takes to say which bound of package complexity a code
// is of.
const methodBits = 3

// A Point is the inequality at one length of an output, in bits.
type Point struct {
	Length         int
	Program, Input int
	// Limit is the right side: Program + Input + 2 log2(Length) + C.
	Limit float64
	// Best is the left side, as near as is known: the shortest description
	// that the machine of package doc reads. Method is what it is of: a
	// method of package complexity, or "generator".
	Best   int
	Method string
	// Measures is what the output looks like to who does not know the
	// generator; of these the bounds went into Best, with length and method.
	Measures []complexity.Measure
}

// Growth yields the inequality at some lengths of an output, from 1 to
// complexity.MaxBits, until there is an error: the generator's, or that of ctx.
func Growth(ctx context.Context, g Generator, lengths []int) iter.Seq2[Point, error] {
	return func(yield func(Point, error) bool) {
		for _, n := range lengths {
			p, err := at(ctx, g, n)
			if !yield(p, err) || err != nil {
				return
			}
		}
	}
}

// at returns the point of one length.
func at(ctx context.Context, g Generator, n int) (Point, error) {
	description, err := Describe(g, n)
	if err != nil {
		return Point{}, err
	}
	output, err := g.Output(n)
	if err != nil {
		return Point{}, err
	}
	p := Point{Length: n, Program: len(g.Program()), Input: len(g.Input()), Best: 1 + len(description), Method: "generator"}
	p.Limit = float64(p.Program+p.Input+C) + 2*math.Log2(float64(n))
	p.Measures, err = complexity.Measures(ctx, output)
	for _, m := range p.Measures {
		p.consider(m)
	}
	return p, err
}

// consider takes a bound into account.
func (p *Point) consider(m complexity.Measure) {
	if !m.Bound() {
		return
	}
	if b := 1 + methodBits + len(gamma(p.Length)) + m.Code; b < p.Best {
		p.Best, p.Method = b, m.Method
	}
}
