package widgets

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

var (
	_ desktop.Mouseable      = (*HeatText)(nil)
	_ desktop.Hoverable      = (*HeatText)(nil)
	_ desktop.Cursorable     = (*HeatText)(nil)
	_ fyne.SecondaryTappable = (*HeatText)(nil)
)

// A pointer is what the mouse is doing.
type pointer struct {
	selecting bool
	thumb     bool    // drags the scrollbar
	grip      float32 // from the thumb's upper edge to where it was taken, dips
	onBar     bool    // hovers over the scrollbar
	wheel     float32 // rows that the wheel has turned and the view has not moved
}

// MouseDown puts the caret where the text is pressed, or takes the scrollbar.
func (h *HeatText) MouseDown(e *desktop.MouseEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(h); c != nil {
		c.Focus(h)
	}
	if e.Button != desktop.MouseButtonPrimary {
		return
	}
	if h.takeThumb(e.Position) {
		return
	}
	h.pointer.selecting = true
	row, x := h.view.at(e.Position)
	h.moveTo(h.view.layout.Hit(row, x), e.Modifier&fyne.KeyModifierShift != 0)
}

// takeThumb starts a drag of the scrollbar; a press beside the thumb moves it there first.
func (h *HeatText) takeThumb(at fyne.Position) bool {
	y, height, ok := h.view.thumb()
	if !ok || !h.overBar(at) {
		return false
	}
	h.pointer.thumb, h.pointer.grip = true, at.Y-y
	if at.Y < y || at.Y > y+height {
		h.pointer.grip = height / 2
		h.dragThumb(at.Y)
	}
	return true
}

func (h *HeatText) overBar(at fyne.Position) bool { return at.X >= h.view.size.Width-barZone }

func (h *HeatText) dragThumb(y float32) {
	h.view.dragThumb(y - h.pointer.grip)
	h.Repaint()
}

// MouseUp ends what MouseDown began.
func (h *HeatText) MouseUp(*desktop.MouseEvent) { h.DragEnd() }

// Dragged selects, scrolling when the pointer is above or below the text, or moves the scrollbar.
func (h *HeatText) Dragged(e *fyne.DragEvent) {
	switch {
	case h.pointer.thumb:
		h.dragThumb(e.Position.Y)
	case h.pointer.selecting:
		row, x := h.view.at(e.Position)
		h.moveTo(h.view.layout.Hit(row, x), true)
	}
}

// DragEnd ends a drag.
func (h *HeatText) DragEnd() { h.pointer.selecting, h.pointer.thumb = false, false }

// DoubleTapped selects a word.
func (h *HeatText) DoubleTapped(e *fyne.PointEvent) { h.selectWord(e.Position) }

// TappedSecondary asks for a menu, about the selection if it was hit.
func (h *HeatText) TappedSecondary(e *fyne.PointEvent) {
	row, x := h.view.at(e.Position)
	off := h.view.layout.Hit(row, x)
	if lo, hi := h.Selection(); off < lo || off > hi || lo == hi {
		h.moveTo(off, false)
	}
	if h.OnMenu != nil {
		h.OnMenu(e.AbsolutePosition)
	}
}

// Scrolled moves by rows: a notch of the wheel, 25 dips, by about three.
func (h *HeatText) Scrolled(e *fyne.ScrollEvent) {
	const speed = 3
	h.pointer.wheel -= e.Scrolled.DY * speed / (h.view.em * rowFactor)
	rows := math.Trunc(float64(h.pointer.wheel))
	if rows == 0 {
		return
	}
	h.pointer.wheel -= float32(rows)
	h.view.scrollRows(int(rows))
	h.Repaint()
	h.point(e.Position)
}

// MouseIn is the pointer's arrival.
func (h *HeatText) MouseIn(e *desktop.MouseEvent) { h.point(e.Position) }

// MouseMoved follows the pointer.
func (h *HeatText) MouseMoved(e *desktop.MouseEvent) { h.point(e.Position) }

// MouseOut is the pointer's leave.
func (h *HeatText) MouseOut() { h.hoverAt(-1) }

// point hovers over what is at a position.
func (h *HeatText) point(at fyne.Position) {
	h.pointer.onBar = h.overBar(at)
	off := -1
	if lo, _, ok := h.view.under(at); ok && !h.pointer.onBar {
		off = lo
	}
	h.hoverAt(off)
}

// hoverAt is the user's hover; nothing moves while the pointer stays in a character.
func (h *HeatText) hoverAt(off int) {
	if off == h.hover {
		return
	}
	h.SetHover(off)
	if h.OnHover != nil {
		h.OnHover(off)
	}
}

// Cursor returns the pointer's shape.
func (h *HeatText) Cursor() desktop.Cursor {
	if h.pointer.onBar {
		return desktop.DefaultCursor
	}
	return desktop.TextCursor
}
