// Package pages makes large tables that are cheap to come by.
//
// An operating system hands memory out a page at a time, when it is first
// written. On pages of 4 KB this costs a large table more time than filling it
// does, above all on a virtual machine, and a table read at random then waits
// for the addresses of its pages as well as for its content. Where the system
// has pages of 2 MB, asking for them avoids both.
package pages

import (
	"runtime"
	"unsafe"
)

// Large is the size of a large page, in bytes.
const Large = 2 << 20

// Make returns a slice of n zeros with room for capacity. From one large page
// up it lies on large pages, where there are such. T holds no pointers.
func Make[T any](n, capacity int) []T {
	size := int(unsafe.Sizeof(*new(T)))
	if capacity*size < Large {
		return make([]T, n, capacity)
	}
	// Nothing is written to what is left over at the ends, so it costs nothing.
	all := make([]T, capacity+2*Large/size)
	first := unsafe.Pointer(unsafe.SliceData(all))
	before := int(-uintptr(first) & (Large - 1))
	pages := (capacity*size + Large - 1) / Large
	advise(unsafe.Slice((*byte)(unsafe.Add(first, before)), pages*Large))
	return all[before/size:][:n:capacity]
}

// Copy copies from to what has room for it, a large page at a time, and lets
// others in between. A copy in one go cannot be interrupted: a collector that
// waits for it burns the time of another processor, and a cancelled job stops
// late.
func Copy[T any](to, from []T) {
	page := Large / int(unsafe.Sizeof(*new(T)))
	for at := 0; at < len(from); at += page {
		copy(to[at:], from[at:min(at+page, len(from))])
		runtime.Gosched()
	}
}
