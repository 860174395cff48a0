package app

import (
	"bufio"
	"fmt"
	"os"
	"time"

	"fyne.io/fyne/v2"
)

// still is how long nothing must have run before the window is at rest.
const still = 700 * time.Millisecond

// longest is how long a window that does not come to rest is waited for.
const longest = 3 * time.Minute

// walk opens each link in turn. When the window is at rest it prints the link
// on standard output and waits for a line of standard input: whoever takes
// pictures from outside takes one then. At the end it quits. The first link is
// opened by the caller.
func (w *Window) walk(links []string) {
	in := bufio.NewScanner(os.Stdin)
	go func() {
		for i, link := range links {
			if i > 0 {
				fyne.DoAndWait(func() { w.follow(link) })
			}
			w.waitStill()
			fmt.Println(link)
			if !in.Scan() {
				break
			}
		}
		fyne.Do(w.win.Close)
	}()
}

// waitStill returns when nothing has run for a while.
func (w *Window) waitStill() {
	quiet := time.Now()
	for end := time.Now().Add(longest); time.Since(quiet) < still && time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		busy := false
		fyne.DoAndWait(func() { busy = w.ws.Busy() })
		if busy {
			quiet = time.Now()
		}
	}
}
