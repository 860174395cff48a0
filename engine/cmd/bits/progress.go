package main

import (
	"fmt"
	"io"
	"os"
	"time"
)

// A progress is one line on a terminal that is written over.
type progress struct {
	w     io.Writer // nil where there is no terminal
	what  string
	total int64 // 0 if unknown
	last  time.Time
}

// newProgress reports on errs if that is a terminal.
func newProgress(errs io.Writer, what string, total int64) *progress {
	p := &progress{what: what, total: total}
	if f, ok := errs.(*os.File); ok {
		if st, err := f.Stat(); err == nil && st.Mode()&os.ModeCharDevice != 0 {
			p.w = errs
		}
	}
	return p
}

// at says how far the work has come.
func (p *progress) at(n int64) {
	if p.w == nil || time.Since(p.last) < 100*time.Millisecond {
		return
	}
	p.last = time.Now()
	if p.total > 0 {
		fmt.Fprintf(p.w, "\r%s %d%%\x1b[K", p.what, n*100/p.total)
	} else {
		fmt.Fprintf(p.w, "\r%s %d bytes\x1b[K", p.what, n)
	}
}

// done clears the line.
func (p *progress) done() {
	if p.w != nil && !p.last.IsZero() {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
}
