//go:build !linux

package measure

import "time"

// threadTime returns wall time where threads have no clock that Go can read.
func threadTime() time.Duration { return time.Since(start) }
