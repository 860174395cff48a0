package model

// A Tree turns weights of the 256 bytes into eight decisions, highest bit
// first. It is a binary tree of sums: node 1 is the root, node n has the
// children 2n (next bit 0) and 2n+1 (next bit 1), and byte b is leaf 256+b.
// The probability of a 1 at a node is the share of its right child, so the
// eight together give b its weight divided by the root's.
//
// The root must stay below 2^32. A byte of weight 0 can still be coded, at the
// coder's limit of 22 bits a decision.
type Tree [512]uint32

// Leaf is the node of byte 0.
const Leaf = 256

// Sum fills the inner nodes from the leaves.
func (t *Tree) Sum() {
	for n := Leaf - 1; n > 0; n-- {
		t[n] = t[2*n] + t[2*n+1]
	}
}

// Add adds w to the weight of b, in its leaf and every node above.
func (t *Tree) Add(b byte, w uint32) {
	for n := Leaf + int(b); n > 0; n >>= 1 {
		t[n] += w
	}
}

// p returns the probability, times 2^32, that the decision at node n is 1.
func (t *Tree) p(n int) uint32 {
	one, all := uint64(t[2*n+1]), uint64(t[n])
	if one == all {
		if all == 0 {
			return 1 << 31
		}
		return 1<<32 - 1
	}
	return uint32(one << 32 / all)
}

// Code codes b as [Predictor.Code] does, but learns nothing.
func (t *Tree) Code(c Coder, b byte) byte {
	n := 1
	for shift := 7; shift >= 0; shift-- {
		n = n<<1 | c.Bit(int(b>>shift&1), t.p(n))
	}
	return byte(n)
}

// Distribution fills p with what Code charges for each byte.
func (t *Tree) Distribution(p *[256]float64) {
	var q [512]float64
	q[1] = 1
	for n := 1; n < Leaf; n++ {
		one := float64(Clamp(t.p(n))) / (1 << 32)
		q[2*n], q[2*n+1] = q[n]*(1-one), q[n]*one
	}
	copy(p[:], q[Leaf:])
}
