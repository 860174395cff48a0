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
	start time.Time
	last  time.Time
}

// newProgress reports on errs if that is a terminal.
func newProgress(errs io.Writer, what string, total int64) *progress {
	p := &progress{what: what, total: total, start: time.Now()}
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
	fmt.Fprintf(p.w, "\r%s\x1b[K", p.line(n, p.last.Sub(p.start)))
}

// line says how far the work has come, how quick it is, and what is left.
func (p *progress) line(n int64, took time.Duration) string {
	rate := float64(n) / max(took.Seconds(), 1e-3)
	if p.total <= 0 {
		return fmt.Sprintf("%s %d bytes, %.2f MB/s", p.what, n, rate/1e6)
	}
	line := fmt.Sprintf("%s %d%%, %.2f MB/s", p.what, n*100/p.total, rate/1e6)
	if left := float64(p.total-n) / max(rate, 1); took > time.Second && left < 1e8 {
		line += ", " + time.Duration(left*float64(time.Second)).Round(time.Second).String() + " left"
	}
	return line
}

// done clears the line.
func (p *progress) done() {
	if p.w != nil && !p.last.IsZero() {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
}
