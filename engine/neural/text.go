package neural

// keptText is how many bytes of the past are kept to be read again; twice as
// many for a while.
const keptText = 4 << 20

// A text is what was read, or its end.
type text struct {
	bytes []byte
	read  int64 // bytes in all
}

func (t *text) add(b byte) {
	if len(t.bytes) == 2*keptText {
		t.bytes = append([]byte(nil), t.bytes[keptText:]...)
	}
	t.bytes = append(t.bytes, b)
	t.read++
}

// clone returns a text that shares what it has, and nothing that will come.
func (t text) clone() text {
	t.bytes = t.bytes[:len(t.bytes):len(t.bytes)]
	return t
}
