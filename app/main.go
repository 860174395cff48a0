// Package app is the window: the rail, the top and bottom bars, menus,
// shortcuts and preferences. It wires screens to the workspace and knows each
// of them by one line in screens.
package app

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"

	"bitlens/assets/icons"
	"bitlens/assets/lang"
	"bitlens/assets/samples"
	"bitlens/views"
	"bitlens/views/race"
	"bitlens/views/read"
	"bitlens/views/widgets"
	"bitlens/views/workspace"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
)

// ID names the program to the desktop and its preferences.
const ID = "org.bitlens.Bitlens"

// screens are the screens on the rail, from the top.
func screens() []views.Screen {
	return []views.Screen{read.Screen(), race.Screen()}
}

// gcPercent keeps the heap near what lives on it: copies of predictors are
// large, and cheap to collect since they hold no pointers.
const gcPercent = 30

// Main opens the window and returns the exit status when it is closed.
func Main(args []string) int {
	o, err := parse(args)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 2
	}
	if noDisplay() {
		fmt.Fprintln(os.Stderr, "There is no display to open a window on; the command bits does the same work at a terminal: bits race FILE")
		return 1
	}
	debug.SetGCPercent(gcPercent)
	a := app.NewWithID(ID)
	a.SetIcon(icons.Program)
	widgets.UseSystemFonts(cacheFolder(), fyne.Do)
	w := newWindow(a, o, fyne.Do)
	w.open(o)
	w.win.ShowAndRun()
	return w.status
}

// open opens what the command line names, what a crash left unsaved, or a
// sample.
func (w *Window) open(o options) {
	kept := keptFolder()
	recovered := w.ws.Recover(kept)
	w.ws.KeepIn(kept)
	if recovered {
		w.ws.Tell(lang.T("Unsaved edits of %s were recovered.", w.ws.Document().Name))
		return
	}
	id := "alice"
	if lang.Current() == lang.Chinese {
		id = "analects"
	}
	switch {
	case len(o.links) > 0:
		w.follow(o.links[0])
	case o.file != "":
		w.ws.LoadFile(o.file, "", nil)
	default:
		s, _ := samples.Find(id)
		w.ws.OpenSample(s)
	}
}

// cacheFolder is where the program keeps what it can do without.
func cacheFolder() string {
	cache, err := os.UserCacheDir()
	if err != nil {
		cache = os.TempDir()
	}
	return filepath.Join(cache, "bitlens")
}

// keptFolder is where unsaved edits are kept.
func keptFolder() string { return filepath.Join(cacheFolder(), "unsaved") }

// follow opens a link, or tells why not.
func (w *Window) follow(link string) {
	l, err := workspace.ParseLink(link)
	if err != nil {
		w.ws.Fail(err)
		return
	}
	w.ws.Go(l)
}
