package neural

import "math"

const (
	// headWidth is the width of a head of attention.
	headWidth = 16
	// reach is how many bytes back a head sees, the newest among them.
	reach = 64
	// span is how many keys a head has at hand: those before a pass, and those
	// of the pass.
	span = reach + horizon
	// widening is how much wider a block's inner layer is.
	widening = 4
)

// A transformer is a stack of blocks that each add to what stands for a byte
// (Vaswani et al. 2017): first what heads of attention find among the bytes
// before it, then what a layer of its own makes of it. Keys and values of the
// bytes before a pass stay as they were computed, and take no gradient (Dai et
// al. 2019). Each head learns how much it prefers each distance (Raffel et al.
// 2020). What goes into a part is divided by the root of its mean
// square (Zhang and Sennrich 2019).
type transformer struct {
	width  int // of what stands for a byte, a multiple of 16
	blocks []block
	bytes  *table
	output *dense
	bias   *table
}

// A block holds the weights of one step of the stack.
type block struct {
	look   *dense // to queries, keys and values
	near   *table // a head's preference for each distance
	found  *dense // from what the heads found
	widen  *dense
	narrow *dense
}

// newTransformer begins with blocks that add nothing: what leads out of each
// is 0.
func newTransformer(width, blocks int, r *random) *transformer {
	t := &transformer{width: width, blocks: make([]block, blocks)}
	most := float32(math.Sqrt(3 / float64(width)))
	for i := range t.blocks {
		t.blocks[i] = block{
			look: newDense(width, 3*width, r, most), near: newTable(0, width/headWidth*reach, r, 0), found: newDense(width, width, r, 0),
			widen: newDense(width, widening*width, r, most), narrow: newDense(widening*width, width, r, 0),
		}
		t.prefer(t.blocks[i].near.shared())
	}
	t.bytes = newTable(symbols, width, r, 1)
	t.output, t.bias = newDense(width, symbols, r, 0), newTable(0, symbols, r, 0)
	return t
}

func (t *transformer) heads() int { return t.width / headWidth }

// prefer lets each head of a block begin with a distance of its own, and near
// ones above far ones.
func (t *transformer) prefer(distance []float32) {
	for i := range distance {
		head, back := i/reach, reach-1-i%reach
		distance[i] = -float32(back) / reach
		if back == head {
			distance[i] = 3
		}
	}
}

// parts implements network.
func (t *transformer) parts(f func(part)) {
	f(t.bytes)
	for _, b := range t.blocks {
		f(b.look)
		f(b.near)
		f(b.found)
		f(b.widen)
		f(b.narrow)
	}
	f(t.output)
	f(t.bias)
}

// products implements network. A head multiplies with the keys and values that
// it sees, too.
func (t *transformer) products() int {
	n := t.output.products()
	for _, b := range t.blocks {
		n += b.look.products() + b.found.products() + b.widen.products() + b.narrow.products() + 2*reach*t.width
	}
	return n
}

// clone implements network.
func (t *transformer) clone() network {
	c := *t
	c.blocks = make([]block, len(t.blocks))
	for i, b := range t.blocks {
		c.blocks[i] = block{b.look.clone(), b.near.clone(), b.found.clone(), b.widen.clone(), b.narrow.clone()}
	}
	c.bytes, c.output, c.bias = t.bytes.clone(), t.output.clone(), t.bias.clone()
	return &c
}
