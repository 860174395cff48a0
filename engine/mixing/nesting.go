package mixing

// nesting follows brackets and quotes: which are open, and what stood before
// each.
type nesting struct {
	open  [mostOpen]uint16 // the bracket and the byte before it; the innermost is open[depth-1]
	depth int
	last  uint16 // the last three kinds of bracket that opened or closed
	ago   uint32 // bytes since then
	prior byte   // the byte before
	tag   uint64 // hash of the name of the innermost element of markup
	tags  [mostOpen]uint64
	names int // how many tags are open
	state uint8
}

const (
	mostOpen = 16
	// The states within markup.
	outside = iota
	inName
	inClosing
	inTag
)

// read reads the next byte.
func (n *nesting) read(b byte) {
	n.ago++
	switch b {
	case '(', '[', '{':
		n.push(b)
	case ')', ']', '}':
		n.pop(b)
	}
	n.markup(b)
	n.prior = b
}

func (n *nesting) push(b byte) {
	if n.depth == mostOpen {
		copy(n.open[:], n.open[1:])
		n.depth--
	}
	n.open[n.depth] = uint16(b)<<8 | uint16(n.prior)
	n.depth++
	n.last, n.ago = n.last<<4|uint16(b&15), 0
}

func (n *nesting) pop(b byte) {
	if n.depth > 0 {
		n.depth--
	}
	n.last, n.ago = n.last<<4|uint16(b&15), 0
}

// inner returns the innermost bracket and the byte before it, 0 if none is open.
func (n *nesting) inner() uint64 {
	if n.depth == 0 {
		return 0
	}
	return uint64(n.open[n.depth-1])
}

// outer returns the bracket around that.
func (n *nesting) outer() uint64 {
	if n.depth < 2 {
		return 0
	}
	return uint64(n.open[n.depth-2])
}

// markup follows the elements of HTML and XML.
func (n *nesting) markup(b byte) {
	switch {
	case b == '<':
		n.state, n.tag = inName, 0
	case n.state == outside:
	case b == '>':
		n.endTag()
	case n.state == inName && b == '/' && n.tag == 0:
		n.state = inClosing
	case n.state == inName && kindOf[b] != lower && kindOf[b] != upper && kindOf[b] != digit && kindOf[b] != joining && b != ':':
		n.state = inTag
	case n.state == inName:
		n.tag = (n.tag + uint64(b) + 1) * wordHash
	}
}

// endTag takes in a tag that is complete.
func (n *nesting) endTag() {
	switch {
	case n.state == inClosing:
		n.names = max(n.names-1, 0)
	case n.prior != '/' && n.tag != 0:
		if n.names == mostOpen {
			copy(n.tags[:], n.tags[1:])
			n.names--
		}
		n.tags[n.names] = n.tag
		n.names++
	}
	n.state = outside
}

// element returns the hash of the name of the innermost element that is open.
func (n *nesting) element() uint64 {
	if n.names == 0 {
		return 0
	}
	return n.tags[n.names-1]
}
