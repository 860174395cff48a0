package typeset

// Cell returns the bytes of the cell that holds off; an empty range at the end of the text.
func (l *Layout) Cell(off int) (lo, hi int) {
	off = min(max(off, 0), l.text.Len())
	b := l.block(off)
	i := b.CellAt(off - b.Start)
	if i == len(b.Cells) {
		return b.Start + b.Len, b.Start + b.Len
	}
	c := &b.Cells[i]
	return b.Start + int(c.At), b.Start + int(c.At+c.Len)
}

// Before returns the start of the cell before off.
func (l *Layout) Before(off int) int {
	lo, _ := l.Cell(off)
	if lo < off || lo == 0 {
		return lo
	}
	lo, _ = l.Cell(lo - 1)
	return lo
}

// After returns the end of the cell that holds off.
func (l *Layout) After(off int) int {
	_, hi := l.Cell(off)
	return hi
}

// Caret returns the row and the x, device pixels from the left edge of all rows, of a caret at off: the first edge of the
// cell there, or the last edge of the text.
func (l *Layout) Caret(off int) (Place, int) {
	p := l.Row(off)
	cells := p.Cells()
	i := p.Block.CellAt(off-p.Block.Start) - p.Block.Rows[p.Row].Lo
	switch {
	case i >= 0 && i < len(cells):
		return p, p.X() + cells[i].edge(false)
	case len(cells) > 0:
		return p, p.X() + cells[len(cells)-1].edge(true)
	}
	return p, p.X()
}

// edge returns the x of the side where a cell's text starts, or ends.
func (c *Cell) edge(end bool) int {
	if end != c.RTL() {
		return int(c.X + c.W)
	}
	return int(c.X)
}

// Hit returns the offset whose caret is nearest to x in a row. The caret behind a row's last cell stands in the next row,
// except at the end of the text.
func (l *Layout) Hit(p Place, x int) int {
	off, best := p.Lo(), -1
	try := func(at, edge int) {
		if away := abs(x - p.X() - edge); best < 0 || away < best {
			off, best = at, away
		}
	}
	cells := p.Cells()
	for i := range cells {
		try(p.Block.Start+int(cells[i].At), cells[i].edge(false))
	}
	if n := len(cells); n > 0 && p.Hi() == l.text.Len() && cells[n-1].Kind != Newline {
		try(p.Hi(), cells[n-1].edge(true))
	}
	return off
}

// Under returns the bytes of the cell under x in a row, and whether there is one.
func (p Place) Under(x int) (lo, hi int, ok bool) {
	cells := p.Cells()
	for i := range cells {
		if c := &cells[i]; x >= p.X()+int(c.X) && x < p.X()+int(c.X+c.W) {
			lo = p.Block.Start + int(c.At)
			return lo, lo + int(c.Len), true
		}
	}
	return 0, 0, false
}

func abs(x int) int { return max(x, -x) }

// A Span is a stretch of a row, device pixels from the left edge of all rows.
type Span struct{ X, W int }

// Spans returns what the bytes [lo, hi) cover in a row, left to right order within each direction; touching cells join.
func (p Place) Spans(lo, hi int) []Span {
	var spans []Span
	cells := p.Cells()
	for i := range cells {
		c := &cells[i]
		at := p.Block.Start + int(c.At)
		if at >= hi || at+int(c.Len) <= lo {
			continue
		}
		x, w := p.X()+int(c.X), int(c.W)
		switch n := len(spans) - 1; {
		case n >= 0 && spans[n].X+spans[n].W == x:
			spans[n].W += w
		case n >= 0 && x+w == spans[n].X:
			spans[n].X, spans[n].W = x, spans[n].W+w
		default:
			spans = append(spans, Span{x, w})
		}
	}
	return spans
}
