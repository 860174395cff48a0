package neural

// A random generator is SplitMix64 (Steele, Lea and Flood 2014): what a network
// begins with and reads again is the same on every machine.
type random uint64

func (r *random) next() uint64 {
	*r += 0x9e3779b97f4a7c15
	z := uint64(*r)
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// below returns a whole number from 0 to n-1.
func (r *random) below(n int) int { return int((r.next() >> 32) * uint64(n) >> 32) }

// fill sets every number of x between -most and most.
func (r *random) fill(x []float32, most float32) {
	for i := range x {
		x[i] = float32(float32(int32(r.next()>>32)) / (1 << 31) * most)
	}
}
