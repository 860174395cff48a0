package race

import (
	"bitlens/views/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

var _ fyne.Focusable = (*table)(nil)

// FocusGained implements fyne.Focusable.
func (t *table) FocusGained() {
	t.step(0)
}

// FocusLost implements fyne.Focusable.
func (t *table) FocusLost() {
	t.light(-1)
}

// TypedRune implements fyne.Focusable.
func (t *table) TypedRune(rune) {}

// TypedKey implements fyne.Focusable: up and down light a row, Enter does what
// a tap on it does, Delete takes it out of the race, Menu opens its menu, left
// and right sort by another column.
func (t *table) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyUp:
		t.step(-1)
	case fyne.KeyDown:
		t.step(1)
	case fyne.KeyLeft:
		t.sortBeside(-1)
	case fyne.KeyRight:
		t.sortBeside(1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		t.choose(t.hover)
	case fyne.KeyDelete, fyne.KeyBackspace:
		if row := t.rowOf(t.hover); row != nil {
			t.onDelete(row)
		}
	case desktop.KeyMenu:
		if row := t.rowOf(t.hover); row != nil {
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject(t)
			t.onMenu(row, at.Add(fyne.NewPos(cellPad, headHeight+float32(t.hover+1)*rowHeight)))
		}
	default:
		widgets.PassKey(t, e)
	}
}

// step lights the row n below the one that is lit, and brings it into view.
func (t *table) step(n int) {
	if len(t.shown) == 0 {
		return
	}
	t.light(min(max(t.hover+n, 0), len(t.shown)-1))
	if t.reveal != nil {
		t.reveal(headHeight+float32(t.hover)*rowHeight, rowHeight)
	}
}

// sortBeside sorts by the next column that is shown, or by the last one again.
func (t *table) sortBeside(by int) {
	for c := t.sortBy + by; c >= 0 && c < len(t.columns); c += by {
		if t.columns[c].width > 0 {
			t.sort(c)
			return
		}
	}
	t.sort(t.sortBy)
}
