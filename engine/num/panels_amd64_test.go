//go:build !purego

package num

// eachExtension runs f with each set of instructions that this processor has.
func eachExtension(f func(name string)) {
	if wide {
		f("AVX-512")
		defer func() { wide = true }()
		wide = false
	}
	if vectors {
		f("AVX2")
	}
}
