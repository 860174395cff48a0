// Package views says what a screen is. Each screen is a folder of its own and
// one line in package app; no screen knows another: they meet in the workspace
// and reach each other by links.
package views

import (
	"io"
	"net/url"

	"bitlens/views/workspace"

	"fyne.io/fyne/v2"
)

// A Screen is one entry of the rail.
type Screen struct {
	ID    string // in links
	Title string // an English key of package lang
	Icon  fyne.Resource
	New   func(*workspace.Workspace) View
}

// A View is a screen that has been opened.
type View interface {
	Content() fyne.CanvasObject
	// Tools stand at the right of the top bar while the screen is shown.
	Tools() fyne.CanvasObject
	// Status stands at the left of the bottom bar.
	Status() fyne.CanvasObject
	// Link returns the screen's state.
	Link() workspace.Link
	// Open shows the state of a link. The workspace has already taken what it
	// knows of it.
	Open(workspace.Link)
	// Shown tells the screen that it is on display, or no longer.
	Shown(bool)
	// Again runs again what the screen shows.
	Again()
	Keys() []Key
	Exports() []Export
}

// A Presenter is a view that has a look for a class: larger, and without what
// only the one at the keyboard needs.
type Presenter interface {
	Present(on bool)
}

// A Framed view has a look that a link leaves to whoever opens it and a session
// brings back, as values of a link.
type Framed interface {
	Look() url.Values
	SetLook(url.Values) // takes those that it knows
}

// A Key is a shortcut of a screen.
type Key struct {
	Shortcut fyne.Shortcut
	What     string // an English key of package lang
	Do       func()
}

// An Export is something of a screen that can be saved: by Write at once, or by
// Later apart from the window.
type Export struct {
	What  string // an English key of package lang
	Ext   string // ".png"
	Write func(io.Writer) error
	// Later takes what is on display now and returns what writes it, in another
	// goroutine than the window's; or why it cannot be saved.
	Later func() (write func(io.Writer) error, err error)
}
