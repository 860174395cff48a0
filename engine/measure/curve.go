package measure

import "sort"

// A Curve is the running cost of a text, kept at positions that lie 1% apart,
// so that it draws alike on a linear and on a logarithmic axis and takes about
// 1,500 points for 10 MB.
type Curve struct {
	at    []int    // bytes read, ascending
	total []uint64 // what they cost, in 2^-20 bit
	n     int
	sum   uint64
}

// Append adds the costs of the next bytes, in 2^-20 bit.
func (c *Curve) Append(costs []uint32) {
	next := c.next()
	for _, cost := range costs {
		c.sum += uint64(cost)
		c.n++
		if c.n >= next {
			c.at, c.total = append(c.at, c.n), append(c.total, c.sum)
			next = c.next()
		}
	}
}

// next returns the position of the next point.
func (c *Curve) next() int {
	if len(c.at) == 0 {
		return 1
	}
	last := c.at[len(c.at)-1]
	return last + 1 + last/100
}

// Len returns how many bytes have been read.
func (c *Curve) Len() int { return c.n }

// Bits returns what they cost in bits.
func (c *Curve) Bits() float64 { return float64(c.sum) / costUnit }

// Points calls yield with each kept position and the bits up to there, and
// with the end.
func (c *Curve) Points(yield func(bytes int, bits float64)) {
	for i, at := range c.at {
		yield(at, float64(c.total[i])/costUnit)
	}
	if len(c.at) > 0 && c.at[len(c.at)-1] != c.n {
		yield(c.n, c.Bits())
	}
}

// before returns the last kept position at or before i, and the total there.
func (c *Curve) before(i int) (at int, total uint64) {
	k := sort.SearchInts(c.at, i+1) - 1
	if k < 0 {
		return 0, 0
	}
	return c.at[k], c.total[k]
}

// cut forgets what was read behind i and returns where the curve now ends:
// at i or a little before.
func (c *Curve) cut(i int) int {
	if i >= c.n {
		return c.n
	}
	k := sort.SearchInts(c.at, i+1)
	c.n, c.sum = c.before(i)
	c.at, c.total = c.at[:k:k], c.total[:k:k]
	return c.n
}
