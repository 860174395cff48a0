package widgets

import "bitlens/engine/text"

// replace is the user's edit: with takes the place of [lo, hi). Typing joins the typing before it into one undo.
func (h *HeatText) replace(lo, hi int, with []byte, typing bool) {
	if h.ReadOnly || lo == hi && len(with) == 0 {
		return
	}
	h.undo.add(change{
		at: lo, gone: part(h.doc, lo, hi), came: text.NewSeq(with), caret: h.caret.at, anchor: h.caret.anchor, open: typing,
	})
	at := lo + len(with)
	h.apply(lo, hi, with, at, at)
}

// apply changes the document, tells of it, and puts the caret and its anchor to where they go.
func (h *HeatText) apply(lo, hi int, with []byte, at, anchor int) {
	before := h.caret.at
	selLo, selHi := h.Selection()
	h.doc = h.doc.Splice(lo, hi, with)
	h.view.edited(lo, hi, len(with))
	h.view.set(h.doc)
	h.view.settle()
	h.hover, h.underline = -1, [2]int{}
	h.caret = caret{at: h.snap(at), anchor: h.snap(anchor), column: -1}
	h.view.reveal(h.caret.at)
	if h.OnEdit != nil {
		h.OnEdit(lo, hi, with)
	}
	h.Repaint()
	h.tell(before, selLo, selHi)
}

// edited keeps the first row where it is when text before it changes.
func (v *view) edited(lo, hi, with int) {
	switch {
	case v.top >= hi && v.top > lo:
		v.top += with - (hi - lo)
	case v.top > lo:
		v.top = lo
	}
}

// insert types text over the selection.
func (h *HeatText) insert(with []byte, typing bool) {
	lo, hi := h.Selection()
	h.replace(lo, hi, with, typing && lo == hi)
}

// erase deletes the selection, or the character before or behind the caret.
func (h *HeatText) erase(forward bool) {
	lo, hi := h.Selection()
	switch {
	case lo != hi:
	case forward:
		hi = h.view.layout.After(lo)
	default:
		lo = h.view.layout.Before(hi)
	}
	h.replace(lo, hi, nil, !forward)
}

// Undo takes back the last edit.
func (h *HeatText) Undo() {
	if h.ReadOnly {
		return
	}
	if c, ok := h.undo.back(); ok {
		h.apply(c.at, c.at+c.came.Len(), c.gone.Slice(0, c.gone.Len()), c.caret, c.anchor)
	}
}

// Redo does again what was taken back.
func (h *HeatText) Redo() {
	if h.ReadOnly {
		return
	}
	if c, ok := h.undo.forth(); ok {
		end := c.at + c.came.Len()
		h.apply(c.at, c.at+c.gone.Len(), c.came.Slice(0, c.came.Len()), end, end)
	}
}
