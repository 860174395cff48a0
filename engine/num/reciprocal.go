package num

// Reciprocal holds 2^16 / (n+1.5) for a count n: by how much the (n+1)-th
// observation moves a mean that starts with weight one half.
var Reciprocal = func() (t [1024]uint32) {
	for n := range t {
		t[n] = uint32(2 << 16 / (2*n + 3))
	}
	return t
}()
