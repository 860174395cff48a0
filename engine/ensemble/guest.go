package ensemble

import (
	"math"

	"bitlens/engine/model"
)

// A whole is what a predictor must be able to do to be a guest: all that the
// ensemble can do itself.
type whole interface {
	model.Rewinder
	model.Distribution
	model.Cloner
	model.Explainer
	model.Sizer
}

// A guest is a predictor whose opinion is weighed by the host, and then beside
// the host. It implements mixing.Guest.
type guest struct {
	name string
	whole
	bitwise model.Bitwise // the same, or nil if it takes bytes only
	node    int           // where that stands
	next    prospect      // what it expects of the next byte, if it was asked
	asked   bool          // since the last byte
}

// A prospect is a distribution of the next byte.
type prospect struct {
	sums
	best, share byte // the likeliest one, and its probability times 256
}

// sums are the probabilities of what begins with the same bits: node n, the bits
// after a 1, is the sum of 2n and 2n+1.
type sums [512]float64

func newGuest(name string, w whole) *guest {
	g := &guest{name: name, whole: w, node: 1}
	g.bitwise, _ = w.(model.Bitwise)
	return g
}

func (g *guest) clone() *guest { return newGuest(g.name, g.whole.Clone().(whole)) }

// Name implements mixing.Guest.
func (g *guest) Name() string { return g.name }

// P implements mixing.Guest. One that goes bit by bit is asked where it stands:
// its distribution is dear, and would say the same.
func (g *guest) P(node int) uint32 {
	if g.bitwise != nil && node == g.node {
		return model.Clamp(g.bitwise.P())
	}
	return g.prospect().p(node)
}

// Likeliest implements mixing.Guest.
func (g *guest) Likeliest() (b, share byte) { return g.prospect().best, g.next.share }

// update tells the guest the bit that came, to a node.
func (g *guest) update(bit, node int) {
	if g.bitwise != nil {
		g.bitwise.Update(bit)
		g.node = node
	}
	if node >= model.Leaf {
		if g.bitwise == nil {
			model.Teach(g.whole, byte(node))
		}
		g.begin()
	}
}

// begin makes ready for the first decision of a byte.
func (g *guest) begin() { g.node, g.asked = 1, false }

// prospect returns what the guest expects of the next byte.
func (g *guest) prospect() *prospect {
	if !g.asked {
		g.asked = true
		g.next.fill(g)
		g.next.best = g.next.likeliest()
		g.next.share = byte(min(256*g.next.sums[model.Leaf+int(g.next.best)]/g.next.sums[1], 255))
	}
	return &g.next
}

// fill makes the sums of what d expects.
func (s *sums) fill(d model.Distribution) {
	d.Distribution((*[256]float64)(s[model.Leaf:]))
	for n := model.Leaf - 1; n > 0; n-- {
		s[n] = s[2*n] + s[2*n+1]
	}
}

// p returns the probability of a 1 at a node, times 2^32, rounded: of one that
// was made of decisions that is what the decision was.
func (s *sums) p(node int) uint32 {
	return model.Clamp(uint32(min(math.Round(s[2*node+1]/s[node]*(1<<32)), 1<<32-1)))
}

// likeliest returns the byte of the largest probability.
func (s *sums) likeliest() (best byte) {
	for b := range 256 {
		if s[model.Leaf+b] > s[model.Leaf+int(best)] {
			best = byte(b)
		}
	}
	return best
}
