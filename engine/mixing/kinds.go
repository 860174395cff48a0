package mixing

// The kinds of bytes that a shape tells apart.
const (
	control = iota
	newline
	blank
	digit
	upper
	lower
	opening
	closing
	quote
	stop    // ends a clause or a field
	joining // within names and paths
	operator
	leading   // starts a wide character
	following // continues one
)

// kindOf sorts bytes by what they do in text, tables and code.
var kindOf = func() (t [256]uint8) {
	for b := range t {
		switch {
		case b >= 0xC0:
			t[b] = leading
		case b >= 0x80:
			t[b] = following
		case b >= '0' && b <= '9':
			t[b] = digit
		case b >= 'a' && b <= 'z':
			t[b] = lower
		case b >= 'A' && b <= 'Z':
			t[b] = upper
		case b > ' ':
			t[b] = operator
		}
	}
	for kind, bytes := range map[uint8]string{
		newline: "\n", blank: " \t", opening: "([{<", closing: ")]}>",
		quote: "\"'`", stop: ".,;:!?|", joining: "_-/\\@#&",
	} {
		for _, b := range []byte(bytes) {
			t[b] = kind
		}
	}
	return t
}()
