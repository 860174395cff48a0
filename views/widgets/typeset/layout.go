package typeset

import "bitlens/engine/text"

// A Layout is the rows of one snapshot of a document at one width. Rows are made block by block when they are looked at.
type Layout struct {
	set   *Setter
	text  text.Bytes
	width int // device pixels
	kept  map[int]*Block
	cells int    // in kept
	last  *Block // the one that was looked at last; an empty one at first
}

// maxCells bounds the blocks that are kept, 40 bytes a cell: a screen holds some 10,000 cells.
const maxCells = 1 << 18

// NewLayout returns the layout of a snapshot in rows of width device pixels.
func NewLayout(set *Setter, text text.Bytes, width int) *Layout {
	return &Layout{set: set, text: text, width: width, kept: map[int]*Block{}, last: &Block{}}
}

// A Place is a row of the document.
type Place struct {
	Block *Block
	Row   int
}

// Cells returns the row's cells in the order of the text.
func (p Place) Cells() []Cell { return p.Block.RowCells(p.Row) }

// X returns the row's left edge, device pixels.
func (p Place) X() int { return int(p.Block.Rows[p.Row].X) }

// Lo returns the offset of the row's first byte.
func (p Place) Lo() int { return p.Block.Start + p.Block.at(p.Block.Rows[p.Row].Lo) }

// Hi returns the offset behind the row's last byte.
func (p Place) Hi() int { return p.Block.Start + p.Block.at(p.Block.Rows[p.Row].Hi) }

// at returns the offset in the block at which a cell starts.
func (b *Block) at(cell int) int {
	if cell == len(b.Cells) {
		return b.Len
	}
	return int(b.Cells[cell].At)
}

// Text returns the snapshot.
func (l *Layout) Text() text.Bytes { return l.text }

// block returns the block that holds an offset. Steps from row to row mostly stay in the last one or go to the next, and
// need not look for where it starts.
func (l *Layout) block(off int) *Block {
	if l.last.Start <= off && off < l.last.Start+l.last.Len {
		return l.last
	}
	b, ok := l.kept[off]
	if !ok {
		b = l.find(off)
	}
	l.last = b
	return b
}

// find returns a block by its start.
func (l *Layout) find(off int) *Block {
	start := text.BlockStart(l.text, off)
	if b, ok := l.kept[start]; ok {
		return b
	}
	// At the end of the text behind a newline stands an empty block, a row for the caret.
	end := start
	if start < l.text.Len() {
		end = text.BlockEnd(l.text, start)
	}
	b := l.set.Set(l.text.Slice(start, end), start, l.width)
	l.keep(b)
	return b
}

func (l *Layout) keep(b *Block) {
	if l.cells > maxCells {
		clear(l.kept)
		l.cells = 0
	}
	l.kept[b.Start] = b
	l.cells += len(b.Cells) + 16 // an empty block is not free
}

// Row returns the row that holds an offset, cut to the text.
func (l *Layout) Row(off int) Place {
	off = min(max(off, 0), l.text.Len())
	b := l.block(off)
	return Place{b, b.RowOf(b.CellAt(off - b.Start))}
}

// Next returns the row below p, if there is one.
func (l *Layout) Next(p Place) (Place, bool) {
	if p.Row+1 < len(p.Block.Rows) {
		return Place{p.Block, p.Row + 1}, true
	}
	end := p.Block.Start + p.Block.Len
	if next := l.block(end); next.Start == end && next != p.Block {
		return Place{next, 0}, true
	}
	return p, false
}

// Prev returns the row above p, if there is one.
func (l *Layout) Prev(p Place) (Place, bool) {
	if p.Row > 0 {
		return Place{p.Block, p.Row - 1}, true
	}
	if p.Block.Start == 0 {
		return p, false
	}
	b := l.block(p.Block.Start - 1)
	return Place{b, len(b.Rows) - 1}, true
}

// Up returns the row n rows above p, or the first one, and how many rows that is.
func (l *Layout) Up(p Place, n int) (Place, int) { return walk(p, n, l.Prev) }

// Down returns the row n rows below p, or the last one, and how many rows that is.
func (l *Layout) Down(p Place, n int) (Place, int) { return walk(p, n, l.Next) }

func walk(p Place, n int, step func(Place) (Place, bool)) (Place, int) {
	for i := range n {
		next, ok := step(p)
		if !ok {
			return p, i
		}
		p = next
	}
	return p, n
}
