package measure

import (
	"runtime"
	"time"
)

// start is where wall time is counted from.
var start = time.Now()

// A stopwatch measures processor time on the thread it was started on.
type stopwatch struct{ from time.Duration }

// startWatch locks the goroutine to its thread until stop.
func startWatch() stopwatch {
	runtime.LockOSThread()
	return stopwatch{threadTime()}
}

// lap returns the seconds since the last lap.
func (w *stopwatch) lap() float64 {
	now := threadTime()
	d := now - w.from
	w.from = now
	return d.Seconds()
}

func (w *stopwatch) stop() { runtime.UnlockOSThread() }
