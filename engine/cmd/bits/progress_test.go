package main

import (
	"testing"
	"time"
)

func TestProgressLine(t *testing.T) {
	for _, c := range []struct {
		total, n int64
		took     time.Duration
		want     string
	}{
		{1e9, 250e6, 100 * time.Second, "reading 25%, 2.50 MB/s, 5m0s left"},
		{1e9, 1e6, time.Second / 2, "reading 0%, 2.00 MB/s"},
		{0, 3e6, 2 * time.Second, "reading 3000000 bytes, 1.50 MB/s"},
		{1e9, 0, 2 * time.Second, "reading 0%, 0.00 MB/s"},
	} {
		p := progress{what: "reading", total: c.total}
		if got := p.line(c.n, c.took); got != c.want {
			t.Errorf("%d of %d: %q, want %q", c.n, c.total, got, c.want)
		}
	}
}
