package widgets

import "fyne.io/fyne/v2"

// A caret is where typing goes. The selection is what lies between it and its anchor.
type caret struct {
	at, anchor int // byte offsets
	column     int // device pixel that up and down keep, -1 for that of at
}

// selectionAlpha lets the tints below a selection show.
const selectionAlpha = 0x48

// CursorOffset returns the caret's offset.
func (h *HeatText) CursorOffset() int { return h.caret.at }

// Selection returns the selected bytes, lo == hi for none.
func (h *HeatText) Selection() (lo, hi int) {
	return min(h.caret.at, h.caret.anchor), max(h.caret.at, h.caret.anchor)
}

// SetCursor puts the caret at an offset and scrolls there if it is not on screen. Nothing is told.
func (h *HeatText) SetCursor(offset int) {
	offset = h.snap(offset)
	if offset == h.caret.at && offset == h.caret.anchor {
		return
	}
	h.caret = caret{at: offset, anchor: offset, column: -1}
	h.undo.pause()
	h.show()
}

// Select selects the bytes [lo, hi), with the caret behind them. Nothing is told.
func (h *HeatText) Select(lo, hi int) {
	h.caret = caret{at: h.snap(hi), anchor: h.snap(lo), column: -1}
	h.undo.pause()
	h.show()
}

// snap returns the nearest offset at or behind one that a caret can have.
func (h *HeatText) snap(offset int) int {
	lo, hi := h.view.layout.Cell(offset)
	if offset <= lo {
		return lo
	}
	return hi
}

// show scrolls to the caret; the rows are drawn again only if they moved.
func (h *HeatText) show() {
	top := h.view.top
	h.view.reveal(h.caret.at)
	if h.view.top != top {
		h.Repaint()
	} else {
		h.overlay()
	}
}

// moveTo is the user's move of the caret; extend keeps the anchor.
func (h *HeatText) moveTo(offset int, extend bool) {
	before, lo, hi := h.caret.at, h.caret.anchor, h.caret.at
	h.caret.at, h.caret.column = offset, -1
	if !extend {
		h.caret.anchor = offset
	}
	h.undo.pause()
	h.show()
	h.tell(before, min(lo, hi), max(lo, hi))
}

// tell calls back what differs from before.
func (h *HeatText) tell(at, lo, hi int) {
	if h.OnCursor != nil && h.caret.at != at {
		h.OnCursor(h.caret.at)
	}
	newLo, newHi := h.Selection()
	if lo == hi && newLo == newHi || lo == newLo && hi == newHi || h.OnSelect == nil {
		return
	}
	h.OnSelect(newLo, newHi)
}

// stepX moves by a character, or to the side of the selection.
func (h *HeatText) stepX(forward, extend bool) {
	lo, hi := h.Selection()
	switch {
	case lo != hi && !extend && forward:
		h.moveTo(hi, false)
	case lo != hi && !extend:
		h.moveTo(lo, false)
	case forward:
		h.moveTo(h.view.layout.After(h.caret.at), extend)
	default:
		h.moveTo(h.view.layout.Before(h.caret.at), extend)
	}
}

// stepUnit moves to the end of the unit at the caret, or to the start of the one before.
func (h *HeatText) stepUnit(forward, extend bool) {
	if forward {
		_, hi := h.unit(h.caret.at)
		h.moveTo(h.snap(hi), extend)
		return
	}
	lo, _ := h.unit(h.view.layout.Before(h.caret.at))
	h.moveTo(h.snap(lo), extend)
}

// stepY moves by rows and keeps the column.
func (h *HeatText) stepY(rows int, extend bool) {
	l := h.view.layout
	p, x := l.Caret(h.caret.at)
	if h.caret.column >= 0 {
		x = h.caret.column
	}
	to, walked := l.Down(p, max(rows, 0))
	if rows < 0 {
		to, walked = l.Up(p, -rows)
	}
	switch {
	case walked == 0 && rows < 0:
		h.moveTo(0, extend)
		return
	case walked == 0:
		h.moveTo(h.doc.Len(), extend)
		return
	}
	h.moveTo(l.Hit(to, x), extend)
	h.caret.column = x
}

// stepPage moves the view and the caret by a screen.
func (h *HeatText) stepPage(down, extend bool) {
	rows := max(1, h.view.fullRows()-1)
	if !down {
		rows = -rows
	}
	h.view.scrollRows(rows)
	h.stepY(rows, extend)
	h.Repaint()
}

// stepRow moves to the start or the end of the row.
func (h *HeatText) stepRow(end, extend bool) {
	p, _ := h.view.layout.Caret(h.caret.at)
	if !end {
		h.moveTo(p.Lo(), extend)
		return
	}
	h.moveTo(h.rowEnd(p.Hi()), extend)
}

// rowEnd returns the last offset whose caret is in the row that ends at hi.
func (h *HeatText) rowEnd(hi int) int {
	if hi == h.doc.Len() && (hi == 0 || h.doc.At(hi-1) != '\n') {
		return hi
	}
	return h.view.layout.Before(hi)
}

// selectWord selects the word at a position: a unit of several characters, or characters of one class.
func (h *HeatText) selectWord(pos fyne.Position) {
	cellLo, cellHi, ok := h.view.under(pos)
	if !ok {
		return
	}
	lo, hi := unitAt(h.shading, cellLo, cellHi)
	if lo == cellLo && hi == cellHi {
		lo, hi = h.wordAt(cellLo)
	}
	h.moveTo(h.snap(lo), false)
	h.moveTo(h.snap(hi), true)
}
