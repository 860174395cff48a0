package app

import (
	"bitlens/assets/lang"
	"bitlens/views"
	"bitlens/views/read"
	"bitlens/views/widgets"
	"bitlens/views/workspace"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Heights of the bars.
const (
	topHeight    = 46
	bottomHeight = 30
)

// A Window is the one window of the program.
type Window struct {
	app        fyne.App
	win        fyne.Window
	ws         *workspace.Workspace
	views      []views.View
	list       []views.Screen
	shown      int // index of the screen on display
	rail       []*widgets.RailItem
	top        *topBar
	jobs       *jobBar
	notes      *notices
	middle     *fyne.Container     // the screen
	tools      *fyne.Container     // its part of the top bar
	left       *fyne.Container     // its part of the bottom bar
	chrome     []fyne.CanvasObject // what stands around the screen
	presenting bool
	status     int // exit status
}

// newWindow makes the window, with an empty text. What jobs bring comes by do:
// fyne.Do, or a test's own queue.
func newWindow(a fyne.App, o options, do func(func())) *Window {
	onlyName()
	w := &Window{app: a, list: screens()}
	w.ws = workspace.New(do)
	w.applyLook(o)
	read.Prefer(w.ws)
	w.win = a.NewWindow("Bitlens")
	w.win.SetMaster()
	w.win.SetPadded(false)
	w.build()
	w.win.Resize(o.size)
	w.win.SetOnDropped(w.dropped)
	w.win.SetCloseIntercept(func() { w.leaving(w.win.Close) })
	w.win.SetOnClosed(w.ws.Close)
	w.addShortcuts()
	w.win.Canvas().SetOnTypedKey(w.key)
	// Only now has the content a canvas that can give it the keyboard.
	a.Lifecycle().SetOnStarted(func() {
		w.views[w.shown].Shown(true)
		if o.walk {
			w.walk(o.links)
		}
	})
	if o.times {
		w.tellTimes()
	}
	return w
}

// build makes the content in the language and theme of now. All observers are
// made anew with it.
func (w *Window) build() {
	w.ws.StopPlay() // its view goes
	w.ws.DropDraft()
	w.ws.Forget()
	w.views = nil
	w.top, w.jobs, w.notes = newTopBar(w), newJobBar(w.ws), newNotices(w.ws)
	w.middle, w.tools, w.left = container.NewStack(), container.NewStack(), container.NewStack()
	w.rail = nil
	rail := container.New(widgets.Stacked{})
	for i, s := range w.list {
		w.views = append(w.views, s.New(w.ws))
		item := widgets.NewRailItem(s.Icon, lang.T(s.Title), func() { w.show(i) })
		w.rail = append(w.rail, item)
		rail.Add(item)
	}
	w.ws.SetGo(w.goTo)
	w.ws.On(workspace.TextTopic, w.retitle)
	w.ws.On(workspace.TextTopic, w.noteFile)
	w.ws.On(workspace.ReadingTopic, w.retitle)
	top := edge(topHeight, nil, widgets.NewRule(), widgets.Spread(w.top.content, w.tools, func() fyne.CanvasObject { return w.top.name }))
	bottom := edge(bottomHeight, widgets.NewRule(), nil,
		widgets.Spread(w.left, w.jobs.content, func() fyne.CanvasObject { return widgets.Last(w.left) }))
	side := widgets.AtLeast(widgets.RailWidth, 0, widgets.On(widgets.RolePanel,
		widgets.Dock(nil, nil, nil, widgets.NewRule(), widgets.Dock(rail, nil, nil, nil, nil))))
	w.chrome = []fyne.CanvasObject{top, bottom, side}
	content := widgets.Dock(top, bottom, side, nil, w.middle)
	w.win.SetContent(widgets.WithTips(w.win, container.NewStack(content, w.notes.layer)))
	w.show(w.shown)
	w.retitle()
	if w.presenting {
		w.dress()
	}
}

// edge returns a bar along the top or bottom of the window, with a rule on one
// side of it.
func edge(height float32, above, below, content fyne.CanvasObject) fyne.CanvasObject {
	return widgets.AtLeast(0, height, widgets.On(widgets.RolePanel, widgets.Dock(above, below, nil, nil, widgets.Padded(14, 0, content))))
}

// show puts a screen on display.
func (w *Window) show(i int) {
	if i < 0 || i >= len(w.views) {
		return
	}
	if i != w.shown {
		w.views[w.shown].Shown(false)
	}
	w.shown = i
	v := w.views[i]
	for k, item := range w.rail {
		item.Choose(k == i)
	}
	w.middle.Objects = []fyne.CanvasObject{v.Content()}
	w.tools.Objects = []fyne.CanvasObject{v.Tools()}
	w.left.Objects = []fyne.CanvasObject{v.Status()}
	for _, c := range []*fyne.Container{w.middle, w.tools, w.left} {
		c.Refresh()
	}
	w.win.Content().Refresh()
	v.Shown(true)
}

// goTo shows the screen of a link.
func (w *Window) goTo(l workspace.Link) {
	for _, v := range w.views {
		if f, ok := v.(views.Framed); ok {
			f.SetLook(l.Values)
		}
	}
	for i, s := range w.list {
		if s.ID == l.Screen {
			if i != w.shown {
				w.show(i)
			}
			w.views[i].Open(l)
			return
		}
	}
	w.ws.Tell(lang.T("There is no screen called %q.", l.Screen))
}

// retitle puts the text and its receipt into the window's title.
func (w *Window) retitle() {
	d := w.ws.Document()
	title := d.Name
	if w.ws.Dirty() {
		title += " *"
	}
	if r := w.ws.Reading().Receipt(); r != nil {
		title += ": " + lang.T("%s → %s bytes", widgets.Count(r.OriginalBytes), widgets.Count(r.CompressedBytes))
	}
	if title != "" {
		title += " · "
	}
	if title += "Bitlens"; title != w.win.Title() {
		w.win.SetTitle(title)
	}
}
