// Package app is the window: the rail, the top and bottom bars, menus,
// shortcuts and preferences. It wires screens to the workspace and knows each
// of them by one line in screens.
package app

import (
	"errors"
	"flag"
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
	"bitlens/views/sequences"
	"bitlens/views/widgets"
	"bitlens/views/workspace"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
)

// ID names the program to the desktop and its preferences.
const ID = "org.bitlens.Bitlens"

// screens are the screens on the rail, from the top.
func screens() []views.Screen {
	return []views.Screen{read.Screen(), race.Screen(), sequences.Screen()}
}

// gcPercent keeps the heap near what lives on it: copies of predictors are
// large, and cheap to collect since they hold no pointers.
const gcPercent = 30

// Main opens the window and returns the exit status when it is closed.
func Main(args []string) int {
	o, err := parse(args)
	if errors.Is(err, flag.ErrHelp) {
		fmt.Println(usage)
		return 0
	}
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
	folder := keptFolder()
	named := o.file != "" || len(o.links) > 0
	if n := workspace.Kept(folder); n > 0 && named {
		w.ws.Tell(lang.T("Unsaved edits are kept from before: start Bitlens without a file to see them."))
	}
	w.ws.KeepIn(folder)
	if !named && w.ws.Recover(folder) {
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
		w.openPath(o.file)
	default:
		s, _ := samples.Find(id)
		w.ws.OpenSample(s)
	}
}

// cacheFolder is where the program keeps what it can do without.
func cacheFolder() string { return ownFolder(os.UserCacheDir) }

// keptFolder is where unsaved edits are kept: not where caches are emptied.
func keptFolder() string { return filepath.Join(ownFolder(os.UserConfigDir), "unsaved") }

// ownFolder is the program's own part of one of the person's folders.
func ownFolder(of func() (string, error)) string {
	dir, err := of()
	if err != nil {
		dir = os.TempDir()
	}
	return filepath.Join(dir, "bitlens")
}

// follow opens a link, or tells why not.
func (w *Window) follow(link string) {
	l, err := workspace.ParseLink(link)
	if err != nil {
		w.ws.Fail(err)
		return
	}
	w.ws.Go(l)
}
