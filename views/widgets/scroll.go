package widgets

import "bitlens/views/widgets/typeset"

// scrollRows moves the view down by n rows, up if negative.
func (v *view) scrollRows(n int) {
	p := v.layout.Row(v.top)
	if n >= 0 {
		p, _ = v.layout.Down(p, n)
	} else {
		p, _ = v.layout.Up(p, -n)
	}
	v.scrollTo(p)
}

// scrollTo makes p the first row, or the first so that the screen is full.
func (v *view) scrollTo(p typeset.Place) {
	below := v.fullRows() - 1
	_, n := v.layout.Down(p, below)
	p, _ = v.layout.Up(p, below-n)
	v.top = p.Lo()
}

// settle puts the view's top on the start of a row again after the text changed.
func (v *view) settle() { v.scrollTo(v.layout.Row(v.top)) }

// reveal scrolls as little as possible to have the row of off on screen; far jumps leave some text before it.
func (v *view) reveal(off int) {
	p, full := v.layout.Row(off), v.fullRows()
	if v.onScreen(p) {
		return
	}
	if next, _ := v.layout.Down(p, 2); p.Lo() < v.top && next.Lo() >= v.top {
		v.scrollTo(p)
		return
	}
	last, _ := v.layout.Down(v.layout.Row(v.top), full-1)
	if near, _ := v.layout.Up(p, 2); near.Lo() <= last.Lo() && p.Lo() > last.Lo() {
		p, _ = v.layout.Up(p, full-1)
	} else {
		p, _ = v.layout.Up(p, full/3)
	}
	v.scrollTo(p)
}

// onScreen reports whether a row is wholly on screen.
func (v *view) onScreen(p typeset.Place) bool {
	last, _ := v.layout.Down(v.layout.Row(v.top), v.fullRows()-1)
	return v.top <= p.Lo() && p.Lo() <= last.Lo()
}

// The scrollbar, in dips. Its length is in bytes of the document, as rows are not counted.
const (
	barWidth = 6
	barEdge  = 4 // between it and the right edge
	barZone  = 14
	minThumb = 28
)

// thumb returns the scrollbar's thumb, dips, and whether there is anything to scroll.
func (v *view) thumb() (y, height float32, ok bool) {
	lo, hi := v.visible()
	n := v.layout.Text().Len()
	if hi-lo >= n {
		return 0, 0, false
	}
	height = max(v.size.Height*float32(hi-lo)/float32(n), minThumb)
	part := float32(float64(lo) / float64(n-(hi-lo)))
	return (v.size.Height - height) * min(part, 1), height, true
}

// dragThumb scrolls so that the thumb's upper edge is at y dips.
func (v *view) dragThumb(y float32) {
	_, height, ok := v.thumb()
	if !ok {
		return
	}
	lo, hi := v.visible()
	part := float64(min(max(y/max(v.size.Height-height, 1), 0), 1))
	v.scrollTo(v.layout.Row(int(part * float64(v.layout.Text().Len()-(hi-lo)))))
}
