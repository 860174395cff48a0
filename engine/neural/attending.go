package neural

import (
	"math"

	"bitlens/engine/num"
)

// An attending transformer is its pass.
type attending struct {
	batch
	net     *transformer
	blocks  []blockPass
	said    normal // the last sum, normalized
	sum     []float32
	slopes  []float32 // of the sum
	scratch []float32 // gradients within a block, or what its parts return
	dropout *dropout
}

// normal are normalized rows and what normalizing divided by.
type normal struct{ values, roots []float32 }

func (p *attending) newNormal(width int) normal { return normal{p.each(width), p.each(1)} }

// A blockPass is the part of a block in a pass.
type blockPass struct {
	in, middle   normal // what the heads and the inner layer read
	looked       []float32
	found        []float32
	inner        []float32 // of the inner layer, squared where above 0
	above        []float32 // the same before it was squared
	masks        [2][]float32
	heads        []head // of all streams, one stream's behind the other's
	lookedSlopes []float32
	innerSlopes  []float32
}

// newPass implements network.
func (t *transformer) newPass(steps, streams int, drop *dropout) pass {
	p := &attending{batch: newBatch(steps, streams), net: t, dropout: drop}
	p.said, p.sum, p.slopes, p.scratch = p.newNormal(t.width), p.each(t.width), p.each(t.width), p.each(t.width)
	for i := range t.blocks {
		p.blocks = append(p.blocks, p.newBlock(&t.blocks[i], t.width))
	}
	return p
}

func (p *attending) newBlock(w *block, width int) blockPass {
	b := blockPass{
		in: p.newNormal(width), middle: p.newNormal(width), looked: p.each(3 * width), found: p.each(width),
		inner: p.each(widening * width), above: p.each(widening * width), masks: [2][]float32{p.each(width), p.each(width)},
		lookedSlopes: p.each(3 * width), innerSlopes: p.each(widening * width),
	}
	for i := range p.streams * p.net.heads() {
		b.heads = append(b.heads, newHead(&p.batch, w.near, i%p.net.heads()))
	}
	return b
}

// forward implements pass.
func (p *attending) forward() {
	t, rows := p.net, p.rows()
	for k, b := range p.in[:rows] {
		t.bytes.look(p.sum[k*t.width:][:t.width], int(b))
	}
	for i := range p.blocks {
		p.lookAround(i)
		p.think(i)
	}
	normalize(p.said.values, p.sum, p.said.roots[:rows], t.width)
	p.expect(t.output, t.bias, p.said.values)
}

// lookAround adds what the heads of block i find.
func (p *attending) lookAround(i int) {
	b, w, rows := &p.blocks[i], &p.net.blocks[i], p.rows()
	normalize(b.in.values, p.sum, b.in.roots[:rows], p.net.width)
	clear(b.looked[:3*rows*p.net.width])
	w.look.value.AddProduct(b.looked, b.in.values, rows)
	for j := range p.net.heads() * p.streams {
		h := &b.heads[j]
		p.eachStep(j, func(k, step, column int) {
			from := b.looked[k*3*p.net.width+column:]
			h.ask(step, from[:headWidth])
			copy(h.keys.V[(reach+step)*headWidth:][:headWidth], from[p.net.width:])
			copy(h.values.V[(reach+step)*headWidth:][:headWidth], from[2*p.net.width:])
		})
		h.attend(p.steps)
		p.eachStep(j, func(k, step, column int) {
			copy(b.found[k*p.net.width+column:], h.found[step*headWidth:][:headWidth])
		})
	}
	p.addTo(w.found, b.found, b.masks[0])
}

// eachStep calls f for each step of head j, of all streams, with the row and
// the head's first column there.
func (p *attending) eachStep(j int, f func(k, step, column int)) {
	stream, head := j/p.net.heads(), j%p.net.heads()
	for step := range p.steps {
		f(step*p.streams+stream, step, head*headWidth)
	}
}

// addTo adds to the sum what w makes of x, dropped out.
func (p *attending) addTo(w *dense, x, mask []float32) {
	made := p.scratch[:p.rows()*p.net.width]
	clear(made)
	w.value.AddProduct(made, x, p.rows())
	p.dropout.apply(made, mask)
	num.Add(p.sum[:len(made)], made)
}

// think adds what the inner layer of block i makes of each row.
func (p *attending) think(i int) {
	b, w, rows := &p.blocks[i], &p.net.blocks[i], p.rows()
	normalize(b.middle.values, p.sum, b.middle.roots[:rows], p.net.width)
	clear(b.above[:rows*widening*p.net.width])
	w.widen.value.AddProduct(b.above, b.middle.values, rows)
	for j, v := range b.above[:rows*widening*p.net.width] {
		v = positive(v)
		b.above[j], b.inner[j] = v, float32(v*v)
	}
	p.addTo(w.narrow, b.inner, b.masks[1])
}

// positive returns v, or 0 if it is negative: a branch would be foretold wrongly
// half of the time.
func positive(v float32) float32 {
	bits := math.Float32bits(v)
	return math.Float32frombits(bits &^ uint32(int32(bits)>>31))
}

// backward implements pass.
func (p *attending) backward(next []byte, scale float32) {
	t, rows := p.net, p.rows()
	logits := p.miss(t.bias, next, scale)
	slopes := p.scratch[:rows*t.width]
	clear(slopes)
	clear(p.slopes[:rows*t.width])
	t.output.blame(slopes, p.said.values, logits, rows)
	normalizeBack(p.slopes, slopes, p.said.values, p.said.roots[:rows], t.width)
	for i := len(p.blocks) - 1; i >= 0; i-- {
		p.thinkBack(i)
		p.lookAroundBack(i)
	}
	for k, b := range p.in[:rows] {
		t.bytes.blame(p.slopes[k*t.width:], int(b))
	}
}

// added returns the gradient of what a part added, without what was dropped.
func (p *attending) added(mask []float32) []float32 {
	slopes := p.scratch[:p.rows()*p.net.width]
	copy(slopes, p.slopes)
	p.dropout.mask(slopes, mask)
	return slopes
}

func (p *attending) thinkBack(i int) {
	b, w, rows := &p.blocks[i], &p.net.blocks[i], p.rows()
	clear(b.innerSlopes[:rows*widening*p.net.width])
	w.narrow.blame(b.innerSlopes, b.inner, p.added(b.masks[1]), rows)
	for j, v := range b.above[:rows*widening*p.net.width] {
		b.innerSlopes[j] = float32(b.innerSlopes[j] * 2 * v)
	}
	p.blameRead(w.widen, &b.middle, b.innerSlopes)
}

// blameRead takes the gradient dy of what w made of normalized rows back to the
// sum.
func (p *attending) blameRead(w *dense, read *normal, dy []float32) {
	slopes, rows := p.scratch[:p.rows()*p.net.width], p.rows()
	clear(slopes)
	w.blame(slopes, read.values, dy, rows)
	normalizeBack(p.slopes, slopes, read.values, read.roots[:rows], p.net.width)
}

func (p *attending) lookAroundBack(i int) {
	b, w, width := &p.blocks[i], &p.net.blocks[i], p.net.width
	found := b.middle.values[:p.rows()*width] // which is read no more
	clear(found)
	w.found.blame(found, b.found, p.added(b.masks[0]), p.rows())
	w.near.used[0] = true
	for j := range p.net.heads() * p.streams {
		h := &b.heads[j]
		p.eachStep(j, func(k, step, column int) { copy(h.found[step*headWidth:][:headWidth], found[k*width+column:]) })
		h.attendBack(h.found, p.steps)
		p.eachStep(j, func(k, step, column int) {
			to := b.lookedSlopes[k*3*width+column:]
			copy(to, h.queries[step*headWidth:][:headWidth])
			copy(to[width:], h.keySlopes.V[(reach+step)*headWidth:][:headWidth])
			copy(to[2*width:], h.valueSlopes.V[(reach+step)*headWidth:][:headWidth])
		})
	}
	p.blameRead(w.look, &b.in, b.lookedSlopes)
}

// carried implements pass.
func (p *attending) carried(stream int) (all [][]float32) {
	for i := range p.blocks {
		for j := range p.net.heads() {
			all = append(all, p.blocks[i].heads[stream*p.net.heads()+j].carried()...)
		}
	}
	return all
}

// carry implements pass.
func (p *attending) carry() {
	for i := range p.blocks {
		for j := range p.blocks[i].heads {
			p.blocks[i].heads[j].carry(p.steps)
		}
	}
}
