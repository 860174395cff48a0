package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

var _ desktop.Keyable = (*HeatText)(nil)

// FocusGained shows the caret.
func (h *HeatText) FocusGained() {
	h.focused = true
	h.overlay()
}

// FocusLost hides the caret.
func (h *HeatText) FocusLost() {
	h.focused, h.shift = false, false
	h.overlay()
}

// AcceptsTab has the tab key type a tab.
func (h *HeatText) AcceptsTab() bool { return !h.ReadOnly }

// KeyDown notes that Shift is down.
func (h *HeatText) KeyDown(e *fyne.KeyEvent) { h.noteShift(e, true) }

// KeyUp notes that Shift is up.
func (h *HeatText) KeyUp(e *fyne.KeyEvent) { h.noteShift(e, false) }

func (h *HeatText) noteShift(e *fyne.KeyEvent, down bool) {
	if e.Name == desktop.KeyShiftLeft || e.Name == desktop.KeyShiftRight {
		h.shift = down
	}
}

// TypedRune types a character.
func (h *HeatText) TypedRune(r rune) { h.insert([]byte(string(r)), true) }

// TypedKey moves or edits; other keys, such as the F-keys, are the window's.
func (h *HeatText) TypedKey(e *fyne.KeyEvent) {
	if !h.moveKey(e.Name) && !h.editKey(e.Name) {
		PassKey(h, e)
	}
}

// moveKey moves the caret, or extends the selection with Shift.
func (h *HeatText) moveKey(name fyne.KeyName) bool {
	switch name {
	case fyne.KeyLeft, fyne.KeyRight:
		h.stepX(name == fyne.KeyRight, h.shift)
	case fyne.KeyUp:
		h.stepY(-1, h.shift)
	case fyne.KeyDown:
		h.stepY(1, h.shift)
	case fyne.KeyPageUp, fyne.KeyPageDown:
		h.stepPage(name == fyne.KeyPageDown, h.shift)
	case fyne.KeyHome, fyne.KeyEnd:
		h.stepRow(name == fyne.KeyEnd, h.shift)
	default:
		return false
	}
	return true
}

// editKey changes the text.
func (h *HeatText) editKey(name fyne.KeyName) bool {
	switch name {
	case fyne.KeyBackspace, fyne.KeyDelete:
		h.erase(name == fyne.KeyDelete)
	case fyne.KeyReturn, fyne.KeyEnter:
		h.insert([]byte("\n"), false)
	case fyne.KeyTab:
		h.tabKey()
	default:
		return false
	}
	return true
}

// tabKey types a tab; Shift+Tab leaves the text.
func (h *HeatText) tabKey() {
	if !h.shift {
		h.insert([]byte("\t"), true)
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(h); c != nil {
		c.FocusPrevious()
	}
}
