package mixing

// wrap follows text whose lines are broken where the next word would not fit.
// Where a line ends then tells little of what is said, and much of how long the
// next word is.
type wrap struct {
	width  uint32 // columns of the widest of the last lines
	folded uint64 // the last eight bytes, with blanks and line ends in a row as one blank
}

const (
	mostRoom = 24 // where room stays
	overhang = 2  // columns that a line may be wider than those before
)

// read reads the next byte, before which a line has so many columns.
func (w *wrap) read(b byte, columns uint32) {
	if kind := kindOf[b]; kind != blank && kind != newline && b != '\r' {
		w.folded = w.folded<<8 | uint64(b)
	} else if byte(w.folded) != ' ' {
		w.folded = w.folded<<8 | ' '
	}
	if b == '\n' {
		w.end(columns)
	}
}

// end learns from the width of a line. A short one was not broken, but ended.
func (w *wrap) end(columns uint32) {
	switch {
	case columns > w.width:
		w.width = columns
	case columns > w.width/4*3:
		w.width -= (w.width - columns + 31) / 32
	}
}

// room returns how many columns a line that has so many has left.
func (w *wrap) room(columns uint32) int {
	return min(max(int(w.width)+overhang-int(columns), 0), mostRoom)
}

// room returns how many columns the line has left.
func (s *scene) room() int { return s.wrap.room(s.lines.column(s.tail.n)) }

// inWord is 1 behind a letter.
func (s *scene) inWord() int {
	if kind := kindOf[byte(s.tail.recent)]; kind == lower || kind == upper {
		return 1
	}
	return 0
}
