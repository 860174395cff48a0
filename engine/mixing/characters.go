package mixing

// characters follows the code points of UTF-8, one to four bytes each, so that
// a context may hold whole ones. What is not UTF-8 counts as one a byte.
type characters struct {
	part    uint64    // the bytes of this one so far, 0 between two
	due     int       // bytes that it lacks
	before  [6]uint64 // the latest first
	opened  uint64    // the first one of this phrase
	mark    uint64    // the last one that is a mark
	phrase  uint64    // hash of this phrase so far
	length  uint64    // characters since the mark
	prior   uint64    // and between that mark and the one before
	quoting uint64    // the last quotation mark or bracket
}

const mostLength = 31 // where length stays

// read reads the next byte.
func (c *characters) read(b byte) {
	if c.due > 0 && b>>6 != 2 {
		c.end()
	}
	c.due = due(c.due, b)
	c.part = c.part<<8 | uint64(b)
	if c.due == 0 {
		c.end()
	}
}

// end takes in a character that is complete.
func (c *characters) end() {
	ch := c.part
	c.part = 0
	c.before = [6]uint64{ch, c.before[0], c.before[1], c.before[2], c.before[3], c.before[4]}
	switch {
	case isMark(ch) || ch < 0x80 && kindOf[ch] != lower && kindOf[ch] != upper && kindOf[ch] != digit:
		c.mark, c.prior, c.length, c.phrase, c.opened = ch, c.length, 0, 0, 0
		if isQuote(ch) {
			c.quoting = ch
		}
		return
	case c.length == 0:
		c.opened = ch
	}
	c.length = min(c.length+1, mostLength)
	c.phrase = (c.phrase + ch + 1) * (wordHash << 2)
}

// isQuote reports whether a character, given by its bytes, opens or closes a
// quotation.
func isQuote(c uint64) bool {
	return c == '"' || c>>8 == 0xE280 && c&0xff >= 0x98 && c&0xff <= 0x9F || c>>8 == 0xE380 && c&0xff >= 0x88 && c&0xff <= 0x91
}

// last returns a hash of the last k characters and the bytes of the next.
func (c *characters) last(k int) uint64 {
	h := c.part
	for _, ch := range c.before[:k] {
		h = (h + ch + 1) * firstHash << 1
		h ^= h >> 29
	}
	return h
}
