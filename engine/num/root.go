package num

import "math"

// root returns the square root of x, which every processor rounds alike.
func root(x float32) float32 { return float32(math.Sqrt(float64(x))) }
