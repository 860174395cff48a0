package num

import "unsafe"

// Prefetch asks for the cache lines of b at some offsets, which will be read
// soon, so that they arrive while other things are computed. It changes no
// result.
func Prefetch(b []byte, at []int32) { prefetch(b, at) }

// Fetch asks for the cache line of *p, as Prefetch does.
func Fetch[T any](p *T) { fetch((*byte)(unsafe.Pointer(p))) }
