package neural

import (
	"slices"

	"bitlens/engine/num"
)

const (
	// maxOrder is the longest context of direct connections, in bytes.
	maxOrder = 6
	// followers is how many bytes a context remembers.
	followers = 10
	// quick is the rate of direct connections.
	quick = 0.1
	// first is the weight, for each byte of the context, of what came once.
	first = 0.1
)

// A direct connection leads from the last bytes, as they stand, to a byte that
// came after them before: a feature of a maximum entropy model, which makes the
// byte likelier by e^weight (Mikolov et al. 2011). It learns from each byte at
// once what the network has yet to learn, and corrects what the network says;
// the network learns as if it were not there.
type direct struct {
	orders   int        // of contexts, from 1
	contexts []context  // by hash
	at       []int      // contexts of the next byte
	boost    []float32  // what each byte gains
	saved    []overseen // what was overwritten since a mark
	saving   bool
}

// A context holds bytes that came after it.
type context struct {
	check   uint32 // of its hash; 0 for none
	n       uint32 // of the bytes
	bytes   [followers]byte
	weights [followers]float32
}

// overseen is a context as it was.
type overseen struct {
	at  int
	was context
}

func newDirect(orders, contexts int) direct {
	d := direct{orders: orders, boost: make([]float32, symbols)}
	if orders > 0 {
		d.contexts = make([]context, contexts)
	}
	return d
}

// correct multiplies the probabilities p by what the contexts at the end of text
// make of each byte.
func (d *direct) correct(p []float32, text []byte) {
	if d.orders == 0 {
		return
	}
	d.find(text)
	num.Exp(d.boost)
	for i, v := range p {
		p[i] = float32(v * d.boost[i])
	}
	share := 1 / num.Sum(p)
	for i := range p {
		p[i] = float32(p[i] * share)
	}
}

// find looks up the contexts of the next byte, and adds up their weights.
func (d *direct) find(text []byte) {
	clear(d.boost)
	d.at = d.at[:0]
	hash := uint32(0)
	for i := range min(d.orders, len(text)) {
		hash = (hash + uint32(text[len(text)-1-i]) + 1) * 0x9e3779b1
		at := int(uint64(hash^hash>>15) * uint64(len(d.contexts)) >> 32)
		c := &d.contexts[at]
		if c.check != hash|1 {
			d.save(at)
			*c = context{check: hash | 1}
		}
		for k, b := range c.bytes[:c.n] {
			d.boost[b] += c.weights[k]
		}
		d.at = append(d.at, at)
	}
}

// known returns the length of the longest context that has come before.
func (d *direct) known() (order int) {
	for i, at := range d.at {
		if d.contexts[at].n > 0 {
			order = i + 1
		}
	}
	return order
}

// learn takes in that b came after the contexts, where each byte had the
// probability p.
func (d *direct) learn(p []float32, b byte) {
	for i, at := range d.at {
		d.save(at)
		if c := &d.contexts[at]; !c.learn(p, b) {
			c.add(b, first*float32(i+1))
		}
	}
}

// learn moves each weight down the gradient, and says whether b has one.
func (c *context) learn(p []float32, b byte) (known bool) {
	for k, f := range c.bytes[:c.n] {
		came := float32(0)
		if f == b {
			came, known = 1, true
		}
		c.weights[k] += float32(quick * (came - p[f]))
	}
	return known
}

// add gives b a weight, in the place of the least if there is no other.
func (c *context) add(b byte, weight float32) {
	at := int(c.n)
	if at < followers {
		c.n++
	} else {
		at = slices.Index(c.weights[:], slices.Min(c.weights[:]))
	}
	c.bytes[at], c.weights[at] = b, weight
}

// save keeps a context that is about to change.
func (d *direct) save(at int) {
	if d.saving {
		d.saved = append(d.saved, overseen{at, d.contexts[at]})
	}
}

// mark begins to save, and forget ends it.
func (d *direct) mark() { d.saved, d.saving = d.saved[:0], true }

func (d *direct) forget() { d.saved, d.saving = nil, false }

// rewind puts back what was saved, the latest first.
func (d *direct) rewind() {
	for _, s := range slices.Backward(d.saved) {
		d.contexts[s.at] = s.was
	}
	d.saved = d.saved[:0]
}

func (d *direct) clone() direct {
	return direct{orders: d.orders, contexts: slices.Clone(d.contexts), at: slices.Clone(d.at), boost: slices.Clone(d.boost)}
}

// bytes returns the memory of the contexts, of 60 bytes each, and of those that
// are saved.
func (d *direct) bytes() int {
	return 60*len(d.contexts) + 72*cap(d.saved) + 4*len(d.boost) + 8*cap(d.at)
}
