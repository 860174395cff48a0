package model

import (
	"math"
	"testing"
)

// A byte's probability is its weight's share, and Code charges it.
func TestTree(t *testing.T) {
	var tree Tree
	for b := range 256 {
		tree[Leaf+b] = uint32(b*b%97 + 1)
	}
	tree.Sum()
	tree.Add('x', 1000)
	var p [256]float64
	tree.Distribution(&p)
	for b := range p {
		want := float64(tree[Leaf+b]) / float64(tree[1])
		c := product{1}
		tree.Code(&c, byte(b))
		if math.Abs(p[b]-want) > 1e-7 || math.Abs(p[b]-c.p) > 1e-12 {
			t.Fatalf("byte %d: weight's share %.9f, distribution %.9f, code %.9f", b, want, p[b], c.p)
		}
	}
}
