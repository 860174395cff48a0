package turing

import (
	"cmp"
	"iter"
	"math"
	"slices"
	"strings"
)

// An Output is a string of 0 and 1, and how many machines write it.
type Output struct {
	String   string
	Machines uint64 // on a tape of 0, and on a tape of 1
}

// A Distribution is what the machines of some states write: an algorithmic
// probability, after Levin's coding theorem.
type Distribution struct {
	States  int    // of each machine, the halting one apart
	Steps   int    // that each was given
	Halting uint64 // machines that halt, on a tape of 0 and on a tape of 1
	outputs []Output
	count   map[string]uint64
}

// newDistribution puts outputs in order.
func newDistribution(states, steps int, outputs []Output) *Distribution {
	d := &Distribution{States: states, Steps: steps, outputs: outputs, count: make(map[string]uint64, len(outputs))}
	slices.SortFunc(outputs, func(a, b Output) int {
		return cmp.Or(cmp.Compare(b.Machines, a.Machines), cmp.Compare(len(a.String), len(b.String)), strings.Compare(a.String, b.String))
	})
	for _, o := range outputs {
		d.count[o.String] = o.Machines
		d.Halting += o.Machines
	}
	return d
}

// Machines returns how many machines there are, those that do not halt too, on
// a tape of 0 and on a tape of 1: 2(4n+2)^2n for n states.
func (d *Distribution) Machines() uint64 { return 2 * choices(d.States, 2*d.States) }

// Len returns how many strings are written.
func (d *Distribution) Len() int { return len(d.outputs) }

// All yields the strings with how many machines write each, the commonest
// first; of equals the shortest, then by the alphabet.
func (d *Distribution) All() iter.Seq2[string, uint64] {
	return func(yield func(string, uint64) bool) {
		for _, o := range d.outputs {
			if !yield(o.String, o.Machines) {
				return
			}
		}
	}
}

// Count returns how many machines write s.
func (d *Distribution) Count(s string) uint64 { return d.count[s] }

// Probability returns the share of s among what the halting machines write.
func (d *Distribution) Probability(s string) float64 {
	return float64(d.count[s]) / float64(d.Halting)
}

// Bits returns -log2 of the probability of s, which the coding theorem method
// takes for its complexity (Delahaye and Zenil 2012): +Inf where no machine
// writes s, which says nothing about s.
func (d *Distribution) Bits(s string) float64 { return -math.Log2(d.Probability(s)) }
