package typeset

import (
	"fmt"
	"image"
	"image/color"
	"math"
)

// A Pen draws cells and short lines of text into an image.
type Pen struct {
	set   *Setter
	masks *Masks
}

// NewPen returns a pen that writes as set does.
func NewPen(set *Setter, masks *Masks) *Pen { return &Pen{set, masks} }

// Cell draws a cell whose em box, all of its width, starts at the pixel (x, top), in ink.
func (p *Pen) Cell(dst *image.RGBA, b *Block, c *Cell, x, top int, ink color.RGBA) {
	if c.Kind == Byte || c.Kind == Code {
		p.box(dst, c, x, top, ink)
		return
	}
	base := p.baseline(top, p.set.size)
	for _, g := range b.Glyphs(c) {
		m, dx := p.masks.Mask(g.Face, g.GID, p.set.size, g.DX)
		m.Draw(dst, x+dx, base+int(math.Round(float64(g.DY)/64)), ink)
	}
}

// baseline returns the pixel row of the baseline of an em that starts at top: Han characters stand in the em box and
// reach 0.12 em below the line.
func (p *Pen) baseline(top int, size float32) int { return top + int(math.Round(float64(size)*0.88)) }

// codeDigits returns what the box of a Byte or Code cell says, in hexadecimal.
func codeDigits(c *Cell) string {
	switch {
	case c.Kind == Byte, c.Rune < 0x20, c.Rune == 0x7F:
		return fmt.Sprintf("%02x", c.Rune)
	case c.Rune <= 0xFFFF:
		return fmt.Sprintf("%04x", c.Rune)
	}
	return fmt.Sprintf("%06x", c.Rune)
}

// box draws small digits in a frame: those of a byte in one line, those of a code point in two.
func (p *Pen) box(dst *image.RGBA, c *Cell, x, top int, ink color.RGBA) {
	const faint = 110
	size, w := p.set.digitSize(), int(c.W)
	height := int(p.set.em)
	Outline(dst, image.Rect(x+1, top-1, x+w-1, top+height+1), ink, faint)
	digits := codeDigits(c)
	if len(digits) == 2 {
		p.digits(dst, digits, x+w/2, top+(height-int(size))/2, ink)
		return
	}
	half := len(digits) / 2
	p.digits(dst, digits[:half], x+w/2, top-int(size)/2+height/4+1, ink)
	p.digits(dst, digits[half:], x+w/2, top-int(size)/2+height*3/4, ink)
}

// digits draws hexadecimal digits around the middle x, their em box at top.
func (p *Pen) digits(dst *image.RGBA, text string, x, top int, ink color.RGBA) {
	size := p.set.digitSize()
	step := int(math.Ceil(float64(size) / 2))
	x -= step * len(text) / 2
	for _, r := range text {
		m, dx := p.masks.Mask(0, p.set.nominal(r, false).gid, size, 0)
		m.Draw(dst, x+dx, p.baseline(top, size), ink)
		x += step
	}
}

// Text draws a line of text from the pixel x on, its em box at top, and returns where it ends. It is for labels.
func (p *Pen) Text(dst *image.RGBA, text string, x, top int, ink color.RGBA) int {
	b := p.set.Set([]byte(text), 0, math.MaxInt32/2)
	for i := range b.Cells {
		c := &b.Cells[i]
		p.Cell(dst, b, c, x+int(c.X), top, ink)
	}
	return x + int(b.Rows[0].W)
}

// Width returns the width of a line of text in pixels.
func (p *Pen) Width(text string) int {
	return int(p.set.Set([]byte(text), 0, math.MaxInt32/2).Rows[0].W)
}
