package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// A Sheet is a panel above a window, which has the word until it is closed.
type Sheet struct {
	popup  *widget.PopUp
	closed func()
}

// sheets are those that are open, by window.
var sheets = map[fyne.Canvas]*Sheet{}

// OpenSheet shows content above a window and gives first the keyboard. closed is
// called once, when the sheet is closed by anyone.
func OpenSheet(c fyne.Canvas, content fyne.CanvasObject, first fyne.Focusable, closed func()) *Sheet {
	CloseSheet(c)
	HideTips(c)
	s := &Sheet{widget.NewModalPopUp(content, c), closed}
	sheets[c] = s
	s.popup.Show()
	c.Focus(first)
	return s
}

// Close takes the sheet away.
func (s *Sheet) Close() {
	if !s.Open() {
		return
	}
	delete(sheets, s.popup.Canvas)
	s.popup.Hide()
	s.closed()
}

// Open reports whether the sheet is shown; none is not.
func (s *Sheet) Open() bool { return s != nil && sheets[s.popup.Canvas] == s }

// CloseSheet closes the sheet of a window, and reports whether there was one.
func CloseSheet(c fyne.Canvas) bool {
	s := sheets[c]
	s.Close()
	return s != nil
}
