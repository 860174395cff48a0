package app

import (
	"fmt"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"time"

	"bitlens/views/workspace"

	"fyne.io/fyne/v2"
)

// still is how long nothing must have run before a picture is taken.
const still = 700 * time.Millisecond

// longest is how long a picture is waited for.
const longest = 3 * time.Minute

// takePictures opens each link in turn, waits until all work is done and the
// window has come to rest, saves a picture of it in a folder, and quits. The
// first link is opened by the caller.
func (w *Window) takePictures(folder string, links []string) {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		w.abandon(err)
		return
	}
	go func() {
		time.Sleep(still)
		for i, link := range links {
			if i > 0 {
				fyne.DoAndWait(func() { w.follow(link) })
			}
			w.waitStill()
			name := filepath.Join(folder, fmt.Sprintf("%02d-%s.png", i+1, screenOf(link)))
			fyne.DoAndWait(func() {
				if err := writeWhole(name, w.capture); err != nil {
					w.abandon(err)
				}
			})
			fmt.Println(name)
		}
		fyne.Do(w.win.Close)
	}()
}

// abandon says what went wrong and quits with status 1.
func (w *Window) abandon(err error) {
	fmt.Fprintln(os.Stderr, err)
	w.status = 1
	w.win.Close()
}

func screenOf(link string) string {
	l, err := workspace.ParseLink(link)
	if err != nil {
		return "bad"
	}
	return l.Screen
}

// capture writes a picture of the window.
func (w *Window) capture(out io.Writer) error {
	return png.Encode(out, w.win.Canvas().Capture())
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
