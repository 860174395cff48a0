package widgets

import (
	"image"
	"image/color"
	"sync"

	"bitlens/assets/fonts"
	"bitlens/views/widgets/typeset"
)

// labels writes short text into pictures. Pictures may be drawn by several goroutines, and faces may not, hence the lock.
var labels = struct {
	sync.Mutex
	faces [2]*typeset.Faces // regular, bold; nil until used
	masks [2]*typeset.Masks
	pens  map[labelStyle]*typeset.Pen
}{pens: map[labelStyle]*typeset.Pen{}}

// A labelStyle is how a label looks; size is its em in device pixels.
type labelStyle struct {
	size float32
	bold bool
}

// maxPens bounds the sizes that are kept; a window has two or three.
const maxPens = 32

// pen returns the pen of a style; the lock is held.
func (l labelStyle) pen() *typeset.Pen {
	if p, ok := labels.pens[l]; ok {
		return p
	}
	face, otf := 0, fonts.Sans
	if l.bold {
		face, otf = 1, fonts.SansBold
	}
	if labels.faces[face] == nil {
		// What the bold face lacks, the regular one has.
		labels.faces[face] = typeset.NewFaces(-1, func() []byte { return otf }, func() []byte { return fonts.Sans })
		labels.masks[face] = typeset.NewMasks(labels.faces[face])
	}
	if len(labels.pens) >= maxPens {
		clear(labels.pens)
	}
	p := typeset.NewPen(typeset.NewSetter(labels.faces[face], l.size), labels.masks[face])
	labels.pens[l] = p
	return p
}

// width returns the width of text in device pixels.
func (l labelStyle) width(text string) int {
	labels.Lock()
	defer labels.Unlock()
	return l.pen().Width(text)
}

// draw writes text with its em box at (x, top), device pixels, and returns where it ends.
func (l labelStyle) draw(dst *image.RGBA, text string, x, top int, ink color.RGBA) int {
	labels.Lock()
	defer labels.Unlock()
	return l.pen().Text(dst, text, x, top, ink)
}

// drawAround writes text with its middle at x, inside the picture where it fits.
func (l labelStyle) drawAround(dst *image.RGBA, text string, x, top int, ink color.RGBA) {
	w := l.width(text)
	x = min(max(x-w/2, dst.Rect.Min.X), dst.Rect.Max.X-w)
	l.draw(dst, text, x, top, ink)
}
