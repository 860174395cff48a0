package measure

import (
	"time"

	"golang.org/x/sys/unix"
)

// threadTime returns the processor time of this thread. Lock the goroutine to
// it first.
func threadTime() time.Duration {
	var t unix.Timespec
	if unix.ClockGettime(unix.CLOCK_THREAD_CPUTIME_ID, &t) != nil {
		return time.Since(start)
	}
	return time.Duration(t.Nano())
}
