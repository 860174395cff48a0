package app

import (
	"bitlens/views"
	"bitlens/views/widgets"
)

// present shows the screen alone, as large as the display, for a class; or
// brings the bars back.
func (w *Window) present(on bool) {
	w.presenting = on
	w.dress()
	w.win.SetFullScreen(on)
}

// dress gives the window and its screens the look of presenting or not.
func (w *Window) dress() {
	for _, o := range w.chrome {
		widgets.SetShown(o, !w.presenting)
	}
	for _, v := range w.views {
		if p, ok := v.(views.Presenter); ok {
			p.Present(w.presenting)
		}
	}
	w.win.Content().Refresh()
}
