package complexity

import (
	"context"
	"fmt"
	"math"

	"bitlens/engine/coder"
	"bitlens/engine/model"
)

// Depth is the longest context of Tree, in symbols.
const Depth = 16

// Slack bounds what a file takes beyond the code length of CTW, in bits: an
// arithmetic coder writes whole bytes.
const Slack = 8

// A Tree predicts bits by context-tree weighting (Willems, Shtarkov and
// Tjalkens 1995), as package ctw does bytes: a byte as one symbol would hide
// what depends on single bits. Its contexts are the 0 to 16 symbols before, 0
// where there are none, its estimator is KT. All contexts exist from the start:
// 2 MB.
//
// A node keeps the odds that its context is as long as matters, the estimate
// of all that came here over the product of those of longer contexts; they are
// multiplied, step by step, by what each gave the bit that came. Odds that
// would pass 2^500 stay there, which a decoder does alike. Each step rounds the
// same on every machine.
type Tree struct {
	nodes [2 << Depth]node // the context is the bits after the first 1, the latest first
	past  int              // the last symbols, the latest in the lowest place
}

// A node is a context.
type node struct {
	seen [2]uint32
	odds float64 // to stop here : to go on
}

// farOdds bounds odds, either way.
const farOdds = 1 << 500

// NewTree returns a tree that has read nothing.
func NewTree() *Tree {
	t := new(Tree)
	for i := range t.nodes {
		t.nodes[i].odds = 1
	}
	return t
}

// path returns the contexts of the next bit, by length.
func (t *Tree) path() (path [Depth + 1]*node) {
	context := 1
	for d := range path {
		path[d] = &t.nodes[context]
		context = context<<1 | t.past>>d&1
	}
	return path
}

// Code codes a bit through c and learns it: an encoder, a decoder or a meter.
func (t *Tree) Code(c model.Coder, bit int) int {
	path := t.path()
	ones := weigh(&path)
	bit = c.Bit(bit, uint32(min(ones[0]*(1<<32), 1<<32-1)))
	for d, n := range path {
		if d < Depth {
			n.odds = min(max(n.odds*of(bit, n.one())/of(bit, ones[d+1]), 1/farOdds), farOdds)
		}
		n.seen[bit]++
	}
	t.past = (t.past<<1 | bit) & (1<<Depth - 1)
	return bit
}

// weigh returns P(1) in each context, the longer ones taken in. A product is
// rounded before it is added to: else some processors would not.
func weigh(path *[Depth + 1]*node) (ones [Depth + 1]float64) {
	ones[Depth] = path[Depth].one()
	for d := Depth - 1; d >= 0; d-- {
		n := path[d]
		stop := n.stop()
		ones[d] = float64(stop*n.one()) + float64((1-stop)*ones[d+1])
	}
	return ones
}

// one is the KT estimate of a 1 (Krichevsky and Trofimov 1981).
func (n *node) one() float64 {
	return (float64(n.seen[1]) + 0.5) / (float64(n.seen[0]+n.seen[1]) + 1)
}

// stop is the posterior probability that what is longer does not matter.
func (n *node) stop() float64 { return n.odds / (1 + n.odds) }

// of returns the probability of a bit, from that of a 1.
func of(bit int, one float64) float64 {
	if bit == 1 {
		return one
	}
	return 1 - one
}

// A ContextTree is what CTW makes of a string.
type ContextTree struct {
	Bits float64 // its code length; a file takes up to Slack more
	// Depths is how many symbols before matter: the posterior probability of 0
	// to Depth, once all is read, the mean over all places. It sums to 1.
	Depths []float64
}

// Weight runs CTW over a string of 0 and 1. Its error is that of ctx, which is
// asked every 2^14 symbols.
func Weight(ctx context.Context, s string) (ContextTree, error) {
	t, m := NewTree(), coder.Meter{}
	for i := range len(s) {
		if i%(1<<14) == 0 && ctx.Err() != nil {
			return ContextTree{}, ctx.Err()
		}
		t.Code(&m, int(s[i]-'0'))
	}
	return ContextTree{Bits: m.Bits(), Depths: t.depths(s)}, nil
}

// depths returns the posterior of the depth, over the places of s.
func (t *Tree) depths(s string) []float64 {
	mean := make([]float64, Depth+1)
	t.past = 0
	for i := range len(s) {
		rest := 1 / float64(len(s))
		path := t.path()
		for d, n := range path[:Depth] {
			mean[d] += rest * n.stop()
			rest *= 1 - n.stop()
		}
		mean[Depth] += rest
		t.past = (t.past<<1 | int(s[i]-'0')) & (1<<Depth - 1)
	}
	return mean
}

// contextTree measures by CTW, with KT estimators.
func contextTree(ctx context.Context, s string) (Measure, error) {
	w, err := Weight(ctx, s)
	if err != nil {
		return Measure{}, err
	}
	best := 0
	for d, p := range w.Depths {
		if p > w.Depths[best] {
			best = d
		}
	}
	note := fmt.Sprintf("contexts of 0 to %d symbols; %s (posterior %.0f%%)", Depth, matters(best), 100*w.Depths[best])
	m := inBits("ctw", w.Bits, int(math.Ceil(w.Bits))+Slack, note)
	m.Depths = w.Depths
	return m, nil
}

func matters(depth int) string {
	switch depth {
	case 0:
		return "what stands before does not matter"
	case 1:
		return "the last one matters"
	}
	return fmt.Sprintf("the last %d matter", depth)
}
