package num

import "math"

// Exp, Sigmoid and Tanh replace each number of x, of which there must be a
// multiple of 8. They stay finite for any x, not-a-number too, and are right
// within 2^-21 of 1 or of themselves, whichever is greater.

// Exp replaces each x by e^x, held within e^-87 and e^88.
func Exp(x []float32) { exp(x) }

// Sigmoid replaces each x by 1 / (1 + e^-x).
func Sigmoid(x []float32) { sigmoid(x) }

// Tanh replaces each x by the hyperbolic tangent of x.
func Tanh(x []float32) { tanh(x) }

const (
	log2e = float32(1.4426950408889634)
	// ln2High and ln2Low add up to ln 2; products of the first are exact.
	ln2High = float32(0.693359375)
	ln2Low  = float32(-2.12194440e-4)
	// magic is large enough that adding it rounds to a whole number.
	magic = float32(3 << 22)
)

// power returns e^x = 2^n e^r, where r, at most half of ln 2, goes through the
// power series up to r^6/720, whose error is below that of a float32.
func power(x float32) float32 {
	if !(x < 88) {
		x = 88
	}
	if !(x > -87) {
		x = -87
	}
	whole := float32(x*log2e) + magic
	n := whole - magic
	x -= float32(n * ln2High)
	x -= float32(n * ln2Low)
	sum := float32(1.0 / 720)
	for _, term := range [...]float32{1.0 / 120, 1.0 / 24, 1.0 / 6, 1.0 / 2, 1, 1} {
		sum = float32(sum*x) + term
	}
	return math.Float32frombits(math.Float32bits(sum) + math.Float32bits(whole)<<23)
}

func expPlain(x []float32) {
	for i, v := range x {
		x[i] = power(v)
	}
}

func sigmoidPlain(x []float32) {
	for i, v := range x {
		x[i] = 1 / (1 + power(-v))
	}
}

func tanhPlain(x []float32) {
	for i, v := range x {
		x[i] = 1 - 2/(1+power(v+v))
	}
}

// Sum returns the sum of x, whose length is a multiple of 8: eight sums side by
// side, then added in pairs.
func Sum(x []float32) float32 {
	var s [8]float32
	for ; len(x) >= 8; x = x[8:] {
		v := (*[8]float32)(x)
		for l := range s {
			s[l] += v[l]
		}
	}
	return inPairs(&s)
}

func inPairs(s *[8]float32) float32 {
	return ((s[0] + s[1]) + (s[2] + s[3])) + ((s[4] + s[5]) + (s[6] + s[7]))
}

// Add adds y to x. Both have one length, a positive multiple of 8.
func Add(x, y []float32) { add(x, y[:len(x)]) }

func addPlain(x, y []float32) {
	for i, v := range y {
		x[i] += v
	}
}
