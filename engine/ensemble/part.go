package ensemble

import "bitlens/engine/model"

// A whole is what a predictor must be able to do to be a part: all that the
// ensemble can do itself.
type whole interface {
	model.Rewinder
	model.Distribution
	model.Cloner
	model.Explainer
	model.Sizer
}

// A part is a predictor whose opinion is weighed.
type part struct {
	name string
	whole
	bitwise model.Bitwise // the same, or nil if it takes bytes only
	tree    sums          // of the next byte, for one that takes bytes only
}

// sums are the probabilities of what begins with the same bits: node n, the bits
// after a 1, is the sum of 2n and 2n+1.
type sums [512]float64

func newPart(name string, w whole) *part {
	p := &part{name: name, whole: w}
	p.bitwise, _ = w.(model.Bitwise)
	p.look()
	return p
}

func (p *part) clone() *part { return newPart(p.name, p.whole.Clone().(whole)) }

// look finds what the part expects of the next byte, if it is not asked bit by
// bit.
func (p *part) look() {
	if p.bitwise == nil {
		p.tree.fill(p)
	}
}

// fill makes the sums of what d expects.
func (s *sums) fill(d model.Distribution) {
	d.Distribution((*[256]float64)(s[256:]))
	for n := 255; n > 0; n-- {
		s[n] = s[2*n] + s[2*n+1]
	}
}

// p returns the probability of a 1 at a node, times 2^32.
func (s *sums) p(node int) uint32 {
	return model.Clamp(uint32(min(s[2*node+1]/s[node]*(1<<32), 1<<32-1)))
}

// p returns the probability, times 2^32, that the decision at a node, which is
// the next, is 1.
func (p *part) p(node int) uint32 {
	if p.bitwise != nil {
		return model.Clamp(p.bitwise.P())
	}
	return p.tree.p(node)
}

// update tells the part the bit that came, to a node.
func (p *part) update(bit, node int) {
	switch {
	case p.bitwise != nil:
		p.bitwise.Update(bit)
	case node >= 256:
		model.Teach(p.whole, byte(node))
		p.look()
	}
}
