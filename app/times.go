package app

import (
	"fmt"
	"os"
	"time"

	"bitlens/views/workspace"
)

// started is when the program was, nearly.
var started = time.Now()

// tellTimes prints on standard error when the first costs were handed to the
// screen, and when the receipt was.
func (w *Window) tellTimes() {
	first, last := false, false
	w.ws.On(workspace.ReadingTopic, func() {
		r := w.ws.Reading()
		if !first && r.Trace().Known() > 0 {
			first = true
			fmt.Fprintf(os.Stderr, "first colour after %v\n", time.Since(started).Round(time.Millisecond))
		}
		if !last && r.Receipt() != nil {
			last = true
			fmt.Fprintf(os.Stderr, "receipt after %v\n", time.Since(started).Round(time.Millisecond))
		}
	})
}
