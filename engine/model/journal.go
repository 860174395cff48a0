package model

// A Journal makes a predictor a [Rewinder] at little cost: before it writes to
// its tables it lets the journal save what stood there. While nothing is
// marked a save is one predictable branch.
//
// A predictor embeds a Journal by value. Its copy starts unmarked.
type Journal struct {
	on   bool
	undo []write
}

// A write is one value to put back. Exactly one pointer is set.
type write struct {
	p32 *uint32
	p16 *uint16
	p8  *uint8
	f   func()
	old uint32
}

// On reports whether writes are being remembered.
func (j *Journal) On() bool { return j.on }

// Mark starts to remember writes, from here on.
func (j *Journal) Mark() { j.on, j.undo = true, j.undo[:0] }

// Forget stops remembering; nothing is undone.
func (j *Journal) Forget() { j.on, j.undo = false, nil }

// Rewind puts every saved value back, the latest first, and stays marked.
func (j *Journal) Rewind() { j.RewindTo(0) }

// Saved returns the number of writes that Rewind would undo.
func (j *Journal) Saved() int { return len(j.undo) }

// RewindTo undoes the latest writes down to the first n, as [Journal.Saved]
// returned it before: a way to try several futures that share a beginning.
func (j *Journal) RewindTo(n int) {
	for i := len(j.undo) - 1; i >= n; i-- {
		switch w := &j.undo[i]; {
		case w.p32 != nil:
			*w.p32 = w.old
		case w.p16 != nil:
			*w.p16 = uint16(w.old)
		case w.p8 != nil:
			*w.p8 = uint8(w.old)
		default:
			w.f()
		}
	}
	clear(j.undo[n:])
	j.undo = j.undo[:n]
}

// Save32 remembers *p, which is about to be written.
func (j *Journal) Save32(p *uint32) {
	if j.on {
		j.undo = append(j.undo, write{p32: p, old: *p})
	}
}

// Save16 remembers *p, which is about to be written.
func (j *Journal) Save16(p *uint16) {
	if j.on {
		j.undo = append(j.undo, write{p16: p, old: uint32(*p)})
	}
}

// Save8 remembers *p, which is about to be written.
func (j *Journal) Save8(p *uint8) {
	if j.on {
		j.undo = append(j.undo, write{p8: p, old: uint32(*p)})
	}
}

// Save remembers how to undo any other change, such as a slice that grows or
// a struct of scalars that is put back whole.
func (j *Journal) Save(undo func()) {
	if j.on {
		j.undo = append(j.undo, write{f: undo})
	}
}
