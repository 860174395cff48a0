package mixing

// tokens follows the identifiers and numbers of code and tables: runs of
// letters, digits and underscores, where case matters.
type tokens struct {
	now    uint64    // hash of the one that is being read, 0 between two
	before [4]uint64 // the latest first
	glue   uint64    // the last bytes between tokens, blanks left out
	number uint64    // shape of the number that is being read: digits so far
}

// read reads the next byte.
func (t *tokens) read(b byte) {
	switch kind := kindOf[b]; {
	case kind == digit, kind == lower, kind == upper, b == '_', b >= 0x80:
		t.now = (t.now + uint64(b) + 1) * wordHash
		t.number = t.number<<1 | 1
		if kind != digit {
			t.number = 0
		}
	default:
		t.end()
		if kind != blank {
			t.glue = (t.glue<<8 | uint64(b)) & 0xffffff
		}
	}
}

// end makes the token that is being read the one before.
func (t *tokens) end() {
	if t.now != 0 {
		t.before = [4]uint64{t.now, t.before[0], t.before[1], t.before[2]}
		t.now, t.number = 0, 0
	}
}
