//go:build !purego

package num

// few is how many rows are fewer than a kernel of AVX2 takes at once. It then
// rather takes more panels.
const few = 4

// panels is panelsPlain.
func panels(c []float32, cRow, cPanel int, a []float32, aRow, aColumn int, b []float32, bRow, bPanel, m, k, n int) {
	if !vectors {
		panelsPlain(c, cRow, cPanel, a, aRow, aColumn, b, bRow, bPanel, m, k, n)
		return
	}
	for p := 0; p < n; {
		p += somePanels(&c[p*cPanel], cRow, cPanel, &a[0], aRow, aColumn, &b[p*bPanel], bRow, bPanel, m, k, n-p)
	}
}

// somePanels does the first of n panels, and returns how many.
func somePanels(c *float32, cRow, cPanel int, a *float32, aRow, aColumn int, b *float32, bRow, bPanel, m, k, n int) int {
	switch {
	case wide && n >= 4:
		panels4AVX512(c, cRow, cPanel, a, aRow, aColumn, b, bRow, bPanel, m, k)
		return 4
	case wide && n >= 2:
		panels2AVX512(c, cRow, cPanel, a, aRow, aColumn, b, bRow, bPanel, m, k)
		return 2
	case wide:
		panels1AVX512(c, cRow, cPanel, a, aRow, aColumn, b, bRow, bPanel, m, k)
		return 1
	case m < few && n >= 4:
		panels4AVX2(c, cRow, cPanel, a, aRow, aColumn, b, bRow, bPanel, m, k)
		return 4
	}
	panels1AVX2(c, cRow, cPanel, a, aRow, aColumn, b, bRow, bPanel, m, k)
	return 1
}
