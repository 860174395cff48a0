package read

// makeDetail makes the detail and what its lines do.
func (v *View) makeDetail() {
	v.scratch = newScratch(v.w)
	v.detail = newDetail()
	v.detail.onNote = v.w.PeekAnyway
	v.detail.onSeen = v.w.SetCursor
	v.detail.onGuess = func(g guess) {
		f := v.detail.facts
		v.scratch.open(f.at, g.bytes, f.paidFor)
	}
}

// writeOn lets the model write on from the cursor.
func (v *View) writeOn() { v.scratch.open(v.w.Cursor(), nil, -1) }

// markContext underlines the context that the model stood on before a unit,
// and where that stood before.
func (v *View) markContext(f facts, ok bool) {
	p := v.w.Peek()
	if !ok || p.Got == nil || p.Got.Why == nil || p.Lo < f.lo || p.Lo >= f.hi {
		v.heat.SetUnderline(0, 0)
		v.heat.SetSource(0, 0)
		return
	}
	order, seen := p.Got.Why.Order, int(p.Got.Why.SeenAt)
	v.heat.SetUnderline(p.Lo-order, p.Lo)
	if seen < order {
		v.heat.SetSource(0, 0)
		return
	}
	v.heat.SetSource(seen-order, seen)
}
