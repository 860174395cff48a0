package measure

import (
	"runtime"
	"time"
)

// start is where wall time is counted from.
var start = time.Now()

// A Stopwatch measures the processor time of the goroutine that started it.
type Stopwatch struct{ from time.Duration }

// StartWatch locks the goroutine to its thread until Stop.
func StartWatch() *Stopwatch {
	runtime.LockOSThread()
	return &Stopwatch{threadTime()}
}

// Lap returns the seconds since the last lap.
func (w *Stopwatch) Lap() float64 {
	now := threadTime()
	d := now - w.from
	w.from = now
	return d.Seconds()
}

// Stop ends the measuring.
func (w *Stopwatch) Stop() { runtime.UnlockOSThread() }
