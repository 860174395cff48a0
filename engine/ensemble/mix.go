package ensemble

import (
	"bitlens/engine/mixing"
	"bitlens/engine/model"
)

// A Mix is a predictor made of others: a host that has guests, and gates that
// weigh what they all say.
type Mix struct {
	model.Journal
	host   *mixing.Max
	guests []*guest
	gates  []gate
	maps   [2]secondary
	sight  sight
	said   [8]opinion // of the decisions of this byte
	p      uint32     // of a 1, times 2^32
	work   int64      // products of the gates
}

// newMix weighs a host and its guests, of whom the host starts with most of the
// weight.
func newMix(guests ...*guest) *Mix {
	start := make([]float32, len(guests)+2)
	for i := range guests {
		start[i+1] = (1 - hostShare) / float32(len(guests))
	}
	start[0] = hostShare
	m := &Mix{host: mixing.NewHost(known(guests)...), guests: guests, gates: gates(start), maps: [2]secondary{newSecondary(256), newSecondary(1 << 16)}}
	for i := range m.said {
		m.said[i] = make(opinion, len(start))
	}
	m.begin()
	return m
}

// hostShare is the weight with which the host, the best of all, starts.
const hostShare = 0.95

// known returns the guests as the host knows them.
func known(guests []*guest) (g []mixing.Guest) {
	for _, one := range guests {
		g = append(g, one)
	}
	return g
}

// uses is how often a decision uses a weight: to say what comes, to say again what
// the gates do together, and alone, and to learn.
const uses = 4

// begin makes ready for the first decision of a byte.
func (m *Mix) begin() {
	m.sight.node = 1
	m.predict()
}

// Code implements model.Predictor.
func (m *Mix) Code(c model.Coder, b byte) byte {
	for shift := 7; shift >= 0; shift-- {
		m.Update(c.Bit(int(b>>shift&1), m.p))
	}
	return m.sight.last
}

// P implements model.Bitwise.
func (m *Mix) P() uint32 { return m.p }

// Update implements model.Bitwise.
func (m *Mix) Update(bit int) {
	node := 2*m.sight.node + bit
	for _, g := range m.guests {
		g.update(bit, node)
	}
	m.host.Update(bit) // which asks the guests about the next
	if node < model.Leaf {
		m.sight.node = node
		m.predict()
		return
	}
	m.learn(byte(node))
	m.keepSight()
	m.sight.last = byte(node)
	m.work += int64(uses * 8 * len(m.gates) * len(m.said[0]))
	m.begin()
}

// keepSight lets the journal find back to before the byte that is complete.
func (m *Mix) keepSight() {
	if m.On() {
		last, work := m.sight.last, m.work
		m.Save(func() { m.sight.last, m.work = last, work })
	}
}

// depth returns how many bits of a byte are known at a node.
func depth(node int) (n int) {
	for ; node > 1; node >>= 1 {
		n++
	}
	return n
}

// predict asks all and weighs what they say.
func (m *Mix) predict() {
	o := m.said[depth(m.sight.node)]
	o[0] = stretch(model.Clamp(m.host.P()))
	for i, g := range m.guests {
		o[i+1] = stretch(g.P(m.sight.node))
	}
	m.p = m.weigh(o)
}

// weigh returns the probability of a 1, times 2^32, at the node in sight, where
// all have this opinion.
func (m *Mix) weigh(o opinion) uint32 {
	o[len(o)-1] = bias
	m.sight.opinion = o
	x := m.mean(o)
	y := x
	for i := range m.maps {
		y += m.maps[i].refine(x, m.mapRow(i))
	}
	return squash(y / float32(1+len(m.maps)))
}

// mean returns what the gates find together.
func (m *Mix) mean(o opinion) (x float32) {
	for i := range m.gates {
		x += m.gates[i].say(o, &m.sight)
	}
	return x / float32(len(m.gates))
}

// mapRow returns the row of a map.
func (m *Mix) mapRow(i int) int {
	if i == 0 {
		return m.sight.node
	}
	return int(m.sight.last)<<8 | m.sight.node
}

// learn teaches the gates and maps all decisions of b, which is complete.
func (m *Mix) learn(b byte) {
	node := 1
	for k, o := range m.said {
		bit := int(b >> (7 - k) & 1)
		m.sight.node, m.sight.opinion = node, o
		x := m.mean(o)
		for i := range m.maps {
			m.maps[i].learn(x, m.mapRow(i), bit, &m.Journal)
		}
		for i := range m.gates {
			m.gates[i].learn(o, &m.sight, bit, &m.Journal)
		}
		node = 2*node + bit
	}
}
