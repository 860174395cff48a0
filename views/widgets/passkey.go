package widgets

import "fyne.io/fyne/v2"

// PassKey hands an F-key or Escape that the focused widget does not want to the window, as the canvas does when nothing
// has the focus. Keys of typed characters come to a widget too, and are no commands.
func PassKey(from fyne.CanvasObject, e *fyne.KeyEvent) {
	c := fyne.CurrentApp().Driver().CanvasForObject(from)
	if c != nil && c.OnTypedKey() != nil && commands[e.Name] {
		c.OnTypedKey()(e)
	}
}

// commands are the keys that type nothing and move nothing.
var commands = map[fyne.KeyName]bool{
	fyne.KeyEscape: true, fyne.KeyInsert: true,
	fyne.KeyF1: true, fyne.KeyF2: true, fyne.KeyF3: true, fyne.KeyF4: true, fyne.KeyF5: true, fyne.KeyF6: true,
	fyne.KeyF7: true, fyne.KeyF8: true, fyne.KeyF9: true, fyne.KeyF10: true, fyne.KeyF11: true, fyne.KeyF12: true,
}
