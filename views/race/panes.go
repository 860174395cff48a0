package race

import "fyne.io/fyne/v2"

// A pane is what the screen shows of what it can.
type pane int

const (
	racePane    pane = iota // over the open text
	severalPane             // over several texts
	learnedPane             // what one model learns from the open text
)

// shows returns the pane that is shown.
func (v *View) shows() pane {
	switch {
	case v.w.Learning().Open():
		return learnedPane
	case v.w.Matrix().Open():
		return severalPane
	}
	return racePane
}

// show shows that pane, its line of status and its tools.
func (v *View) show() {
	v.matrix.refresh()
	v.learned.refresh()
	for i, o := range v.body.Objects {
		o.(*fyne.Container).Hidden = pane(i) != v.shows()
	}
	// Only the line that is shown is in the bar, which shows and hides its last part
	// as it finds room.
	v.bar.Objects = []fyne.CanvasObject{[]fyne.CanvasObject{v.status.content, v.matrix.status, v.learned.status}[v.shows()]}
	v.bar.Refresh()
	v.refreshTools()
	v.begin()
	v.body.Refresh()
	if p := v.shows(); p != v.focused {
		v.focused = p
		v.focus()
	}
}

// focus gives the keys to what is shown: to the prompt, or to the table.
func (v *View) focus() {
	var to fyne.Focusable = v.table
	if v.shows() == learnedPane {
		to = v.learned.prompt
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(v.body); v.shown && c != nil {
		c.Focus(to)
	}
}
