package read

import (
	"bitlens/engine/measure"

	"fyne.io/fyne/v2"
)

// makeDetail makes the detail and what its lines do.
func (v *View) makeDetail() {
	v.scratch = newScratch(v.w)
	v.detail = newDetail()
	v.detail.onNote = v.w.PeekAnyway
	v.detail.onSeen = v.w.SetCursor
	v.detail.onGuess = func(g guess) {
		f := v.detail.facts
		v.draft(f.at, g.bytes, f.paidFor)
	}
}

// writeOn lets the model write on from the cursor.
func (v *View) writeOn() { v.draft(v.w.Cursor(), nil, -1) }

// draft lets the model write on from an offset behind what was chosen there.
func (v *View) draft(at int, chosen []byte, paid float64) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(v.heat); c != nil {
		v.scratch.open(c, at, chosen, paid)
	}
}

// markContext underlines the context that the model stood on before a unit,
// and where that stood before.
func (v *View) markContext(f facts, ok bool) {
	p := v.w.Peek()
	if !ok || p.Lo < f.lo || p.Lo >= f.hi {
		p.Got = nil
	}
	v.markExplained(p.Lo, p.Got)
}

// markExplained does so for what was expected at an offset; nil marks nothing.
func (v *View) markExplained(at int, got *measure.Peeked) {
	if got == nil || got.Why == nil {
		v.heat.SetUnderline(0, 0)
		v.heat.SetSource(0, 0)
		return
	}
	order, seen := got.Why.Order, int(got.Why.SeenAt)
	v.heat.SetUnderline(at-order, at)
	if seen < order {
		v.heat.SetSource(0, 0)
		return
	}
	v.heat.SetSource(seen-order, seen)
}
