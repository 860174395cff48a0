package mixing

// layout follows how lines are laid out: how far they are indented, what they
// begin with, and where their fields start, so that a field can be held
// against the same one of the line above, wherever that stands.
type layout struct {
	indent  [3]uint32 // blanks that start this line and those before
	leads   [3]uint64 // hashes of the first tokens of these lines
	state   uint8     // of the line's start: in the blanks, in the first token, behind it
	field   uint32    // number of this field
	starts  [2][mostFields]uint32
	lengths [2]uint32 // fields of this line and of the one above, at most mostFields
	line    uint32    // offset of this line
	bytes   [3]uint32 // of this line so far and of those before
}

const (
	inBlanks = iota
	inLead
	behindLead

	mostFields = 32
	mostIndent = 31 // where indent stays as a context
)

// read reads the next byte, whose offset is given.
func (l *layout) read(b byte, at uint32, t *tail) {
	l.bytes[0]++
	if b == '\n' {
		l.end(at + 1)
		return
	}
	l.begin(b)
	switch kindOf[b] {
	case blank, stop, quote, opening, closing, operator:
		l.field++
		if l.field < mostFields {
			l.starts[0][l.field] = at + 1
		}
	}
}

// begin follows the start of a line.
func (l *layout) begin(b byte) {
	switch kind := kindOf[b]; {
	case l.state == inBlanks && kind == blank:
		l.indent[0]++
	case l.state != behindLead && kind != blank:
		l.state = inLead
		l.leads[0] = (l.leads[0] + uint64(b) + 1) * wordHash
	default:
		l.state = behindLead
	}
}

// end makes this line the one above, and starts one at an offset.
func (l *layout) end(at uint32) {
	l.indent = [3]uint32{0, l.indent[0], l.indent[1]}
	l.leads = [3]uint64{0, l.leads[0], l.leads[1]}
	l.bytes = [3]uint32{0, l.bytes[0], l.bytes[1]}
	l.starts[1], l.lengths[1] = l.starts[0], min(l.field+1, mostFields)
	l.state, l.field, l.line = inBlanks, 0, at
	l.starts[0][0] = at
}

// under returns the two bytes of the line above that stand in the same field,
// as far behind its start as the one at offset at stands behind its own, 0
// where nothing does.
func (l *layout) under(t *tail, at uint32) uint64 {
	if l.field >= l.lengths[1] {
		return 0
	}
	i := l.starts[1][l.field] + at - l.starts[0][l.field]
	if i+1 >= l.line || at-i >= uint32(len(t.bytes)) {
		return 0
	}
	return uint64(t.at(i)) | uint64(t.at(i+1))<<8
}
