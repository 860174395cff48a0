package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// TypedShortcut serves the clipboard, undo, and the arrows with Ctrl; other shortcuts are the window's.
func (h *HeatText) TypedShortcut(s fyne.Shortcut) {
	switch s := s.(type) {
	case *fyne.ShortcutCopy:
		h.copyTo(s.Clipboard)
	case *fyne.ShortcutCut:
		if h.copyTo(s.Clipboard) && !h.ReadOnly {
			h.insert(nil, false)
		}
	case *fyne.ShortcutPaste:
		if content := s.Clipboard.Content(); content != "" {
			h.insert([]byte(content), false)
		}
	case *fyne.ShortcutSelectAll:
		h.SelectAll()
	case *fyne.ShortcutUndo:
		h.Undo()
	case *fyne.ShortcutRedo:
		h.Redo()
	default:
		if c, ok := s.(*desktop.CustomShortcut); !ok || !h.jump(c) {
			passShortcut(h, s)
		}
	}
}

// SelectAll selects the whole text and leaves the view where it is.
func (h *HeatText) SelectAll() {
	before := h.caret.at
	lo, hi := h.Selection()
	h.caret = caret{at: h.doc.Len(), anchor: 0, column: -1}
	h.overlay()
	h.tell(before, lo, hi)
}

// maxCopy bounds what goes to the clipboard, which holds it twice.
const maxCopy = 256 << 20

// copyTo copies the selection and reports whether there was one.
func (h *HeatText) copyTo(c fyne.Clipboard) bool {
	lo, hi := h.Selection()
	if lo == hi || hi-lo > maxCopy {
		return false
	}
	c.SetContent(string(h.doc.Slice(lo, hi)))
	return true
}

// jump moves by units, or to the ends of the text.
func (h *HeatText) jump(s *desktop.CustomShortcut) bool {
	extend := s.Modifier&fyne.KeyModifierShift != 0
	if s.Modifier&^fyne.KeyModifierShift != fyne.KeyModifierShortcutDefault {
		return false
	}
	switch s.KeyName {
	case fyne.KeyLeft, fyne.KeyRight:
		h.stepUnit(s.KeyName == fyne.KeyRight, extend)
	case fyne.KeyHome:
		h.moveTo(0, extend)
	case fyne.KeyEnd:
		h.moveTo(h.doc.Len(), extend)
	default:
		return false
	}
	return true
}

// passShortcut hands a shortcut to the canvas, which gives them to the focused widget alone.
func passShortcut(from fyne.CanvasObject, s fyne.Shortcut) {
	if c, ok := fyne.CurrentApp().Driver().CanvasForObject(from).(fyne.Shortcutable); ok {
		c.TypedShortcut(s)
	}
}
