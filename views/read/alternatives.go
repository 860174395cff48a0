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
