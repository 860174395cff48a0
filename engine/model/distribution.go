package model

// Next fills p with the probabilities of all 256 next bytes, from the
// predictor's own [Distribution] where it has one, else by coding every byte
// from a [Rewinder] or a [Cloner] and undoing it. It reports false when q has
// none of the three faces.
func Next(q Predictor, p *[256]float64) bool {
	switch q := q.(type) {
	case Distribution:
		q.Distribution(p)
	case Rewinder:
		q.Mark()
		for b := range 256 {
			p[b] = Probability(q, byte(b))
			q.Rewind()
		}
		q.Forget()
	case Cloner:
		for b := range 256 {
			p[b] = Probability(q.Clone(), byte(b))
		}
	default:
		return false
	}
	return true
}

// Probability codes b and returns the probability that q gave it.
func Probability(q Predictor, b byte) float64 {
	c := product{1}
	q.Code(&c, b)
	return c.p
}

// A product is a coder that multiplies the probabilities of what it is given.
type product struct{ p float64 }

func (c *product) Bit(bit int, p uint32) int {
	p = Clamp(p)
	if bit == 1 {
		c.p *= float64(p) / (1 << 32)
	} else {
		c.p *= float64(1<<32-uint64(p)) / (1 << 32)
	}
	return bit
}

// Clamp keeps the probability p, times 2^32, within [2^-22, 1-2^-22], so that
// no decision costs nothing and none costs more than 22 bits. Every coder
// clamps with it.
func Clamp(p uint32) uint32 {
	return min(max(p, 1<<10), 1<<32-1<<10)
}

// Teach lets q read b without asking what it costs.
func Teach(q Predictor, b ...byte) {
	for _, c := range b {
		q.Code(deaf{}, c)
	}
}

// A deaf coder takes decisions and does nothing with them.
type deaf struct{}

func (deaf) Bit(bit int, _ uint32) int { return bit }
