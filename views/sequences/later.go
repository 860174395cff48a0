package sequences

import (
	"time"

	"fyne.io/fyne/v2"
)

// A later does something on the window's goroutine after a while, unless it is
// stopped.
type later func(after time.Duration, f func()) (stop func())

// onWindow is the later of the program.
func onWindow(after time.Duration, f func()) (stop func()) {
	t := time.AfterFunc(after, func() { fyne.Do(f) })
	return func() { t.Stop() }
}
