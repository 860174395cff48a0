package mixing

// lines follows the lines of the text and their fields, for tables, logs and
// code, where what stands above tells more than what stands before.
type lines struct {
	start  uint32 // offset of this line, modulo 2^32
	above  uint32 // and of the one before
	fields uint64 // of this line that are complete
	field  uint64 // hash of the one that is being read
}

const lastColumn = 255 // where column stays

// read reads the next byte, whose offset is given.
func (l *lines) read(b byte, at uint32) {
	switch b {
	case '\n':
		l.above, l.start = l.start, at+1
		l.fields, l.field = 0, 0
	case ' ', '\t', ',', ';', ':', '|', '"':
		l.fields++
		l.field = 0
	default:
		l.field = (l.field + uint64(b) + 1) * wordHash
	}
}

// column returns how many bytes of this line stand before offset at.
func (l *lines) column(at uint32) uint32 { return at - l.start }

// over returns the two bytes of the line above that stand over the one at
// offset at and over the next, 0 where nothing does.
func (l *lines) over(t *tail, at uint32) uint64 {
	i := l.above + l.column(at)
	if l.column(at) >= l.start-l.above {
		return 0
	}
	two := uint64(t.at(i))
	if i+1 != at {
		two |= uint64(t.at(i+1)) << 8
	}
	return two
}
