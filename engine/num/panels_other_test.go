//go:build !amd64 || purego

package num

// eachExtension runs f once: there is but the plain twin.
func eachExtension(f func(name string)) { f("plain") }
