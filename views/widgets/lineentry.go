package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// A LineEntry is an entry of one line for a bar: Enter and Escape are told,
// and F-keys go on to the window.
type LineEntry struct {
	widget.Entry
	OnEnter  func(shift bool)
	OnEscape func()
	// Pasted, if set, turns what is pasted into what one line can hold.
	Pasted func(string) string
}

// NewLineEntry returns an empty entry.
func NewLineEntry() *LineEntry {
	e := &LineEntry{}
	e.ExtendBaseWidget(e)
	return e
}

// TypedKey implements fyne.Focusable.
func (e *LineEntry) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		if e.OnEnter != nil {
			e.OnEnter(ShiftIsDown())
		}
	case fyne.KeyEscape:
		if e.OnEscape != nil {
			e.OnEscape()
		}
	default:
		if commands[k.Name] {
			PassKey(e, k)
			return
		}
		e.Entry.TypedKey(k)
	}
}

// ShiftIsDown reports whether a Shift key is held.
func ShiftIsDown() bool {
	d, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	return ok && d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0
}

// TypedShortcut implements fyne.Shortcutable: those of the screen go on to it,
// which the canvas would give to the entry alone.
func (e *LineEntry) TypedShortcut(s fyne.Shortcut) {
	if c, ok := s.(*desktop.CustomShortcut); ok {
		passShortcut(e, c)
		return
	}
	if p, ok := s.(*fyne.ShortcutPaste); ok && e.Pasted != nil {
		s = &fyne.ShortcutPaste{Clipboard: pasted{p.Clipboard, e.Pasted}}
	}
	e.Entry.TypedShortcut(s)
}

// A pasted is a clipboard whose content is turned into another.
type pasted struct {
	fyne.Clipboard
	turn func(string) string
}

func (p pasted) Content() string { return p.turn(p.Clipboard.Content()) }
