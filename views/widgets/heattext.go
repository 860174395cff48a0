package widgets

import (
	"bitlens/engine/text"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// A HeatText shows a document, each unit tinted by its surprise, and edits it. A document of any length opens, scrolls and
// takes a key at once, since nothing looks further than the screen. All methods are for the window's goroutine; callbacks
// tell what the user did, not what a method did.
type HeatText struct {
	widget.BaseWidget
	// ReadOnly lets the caret move but nothing change.
	ReadOnly bool
	// OnEdit is told that the bytes [lo, hi) were replaced, after Text has changed. When it returns, the shading must
	// answer for the new text.
	OnEdit func(lo, hi int, with []byte)
	// OnCursor is told the caret's offset after it moved.
	OnCursor func(offset int)
	// OnHover is told the offset of the character under the pointer, -1 for none, when it changes.
	OnHover func(offset int)
	// OnSelect is told the selected bytes, lo == hi for none, when they change.
	OnSelect func(lo, hi int)
	// OnView is told the bytes that are on screen whenever they are drawn.
	OnView func(lo, hi int)
	// OnMenu is told where a context menu is asked for, in the window's coordinates.
	OnMenu func(at fyne.Position)

	view      view
	doc       text.Bytes
	shading   Shading
	ramp      *Ramp
	aligned   Cutting // of another unit, or nil
	caret     caret
	undo      history
	hover     int    // offset of the cell that is pointed at, -1 for none
	underline [2]int // the underlined bytes: from the first, to before the second
	source    [2]int // where they stood before
	veil      veiling
	spotlit   bool
	pointer   pointer
	shift     bool // a Shift key is down
	focused   bool
	drawn     *heatRenderer // nil before the widget is shown
}

var (
	_ fyne.Widget         = (*HeatText)(nil)
	_ fyne.Focusable      = (*HeatText)(nil)
	_ fyne.Tabbable       = (*HeatText)(nil)
	_ fyne.Shortcutable   = (*HeatText)(nil)
	_ fyne.Scrollable     = (*HeatText)(nil)
	_ fyne.Draggable      = (*HeatText)(nil)
	_ fyne.DoubleTappable = (*HeatText)(nil)
)

// NewHeatText returns an empty heat text with the default ramp.
func NewHeatText() *HeatText {
	h := &HeatText{ramp: Amber, veil: unveiled, hover: -1}
	h.view = view{scale: 1, em: textSize, size: fyne.NewSize(400, 200)}
	h.caret.column = -1
	h.view.set(h.doc)
	h.ExtendBaseWidget(h)
	return h
}

// Text returns the document as it is now.
func (h *HeatText) Text() text.Bytes { return h.doc }

// SetText shows another document from its start, untinted until SetShading, and forgets what could be undone.
func (h *HeatText) SetText(doc text.Bytes) {
	h.doc, h.undo, h.shading = doc, history{}, nil
	h.caret = caret{column: -1}
	h.hover, h.underline, h.source = -1, [2]int{}, [2]int{}
	h.view.top = 0
	h.view.set(doc)
	h.Repaint()
}

// SetShading shows the costs that s tells.
func (h *HeatText) SetShading(s Shading) {
	h.shading = s
	h.Repaint()
}

// Repaint draws the rows again, after costs or units have changed.
func (h *HeatText) Repaint() {
	if h.drawn != nil {
		h.drawn.repaint()
	}
}

// SetRamp colours with another ramp.
func (h *HeatText) SetRamp(r *Ramp) {
	h.ramp = r
	h.Repaint()
}

// SetTextSize sets the text size in dips.
func (h *HeatText) SetTextSize(dips float32) {
	h.view.em = max(dips, 4)
	h.relayout()
}

// relayout breaks the rows anew and keeps the first one on screen.
func (h *HeatText) relayout() {
	h.view.set(h.doc)
	h.view.settle()
	h.Repaint()
}

// ScrollTo makes the row of an offset the first on screen.
func (h *HeatText) ScrollTo(offset int) {
	h.view.scrollTo(h.view.layout.Row(offset))
	h.Repaint()
}

// OnScreen returns the bytes that are on screen.
func (h *HeatText) OnScreen() (lo, hi int) { return h.view.visible() }

// SetHover outlines the unit at an offset, as the pointer does; -1 for none.
func (h *HeatText) SetHover(offset int) {
	if h.hover != offset {
		h.hover = offset
		h.overlay()
	}
}

// SetUnderline underlines the bytes [lo, hi), such as a matched context.
func (h *HeatText) SetUnderline(lo, hi int) {
	h.underline = [2]int{lo, hi}
	h.overlay()
}

// overlay moves what lies above the rows, which are not drawn again.
func (h *HeatText) overlay() {
	if h.drawn != nil {
		h.drawn.overlay()
	}
}

// unit returns the bytes of the unit at an offset.
func (h *HeatText) unit(offset int) (lo, hi int) {
	lo, hi = h.view.layout.Cell(offset)
	return unitAt(h.shading, lo, hi)
}

// MinSize returns a few words' room.
func (h *HeatText) MinSize() fyne.Size {
	h.ExtendBaseWidget(h)
	return fyne.NewSize(2*sideMargin+8*h.view.em, topMargin+3*h.view.em*rowFactor)
}

// Resize breaks the rows to a new width.
func (h *HeatText) Resize(size fyne.Size) {
	if size == h.Size() {
		return
	}
	h.view.size = size
	if c := fyne.CurrentApp().Driver().CanvasForObject(h); c != nil {
		h.view.scale = c.Scale()
	}
	h.view.set(h.doc)
	h.view.settle()
	h.BaseWidget.Resize(size)
}
