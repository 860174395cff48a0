package text

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

// An Encoding is how a text stands on disk.
type Encoding struct {
	name  string
	codec encoding.Encoding // nil: the document is the file's own bytes
	bom   string            // stands before the text on disk, not in the document
}

// The encodings that are recognised. UTF8 and Raw are the file's own bytes.
var (
	UTF8    = Encoding{name: "UTF-8"}
	Raw     = Encoding{name: "bytes"}
	utf16le = unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	utf16be = unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)

	encodings = []Encoding{
		UTF8, Raw,
		{"UTF-16LE", utf16le, "\xff\xfe"}, {"UTF-16BE", utf16be, "\xfe\xff"},
		{"UTF-16LE without mark", utf16le, ""}, {"UTF-16BE without mark", utf16be, ""},
		{"GB18030", simplifiedchinese.GB18030, ""},
		{"Big5", traditionalchinese.Big5, ""},
	}
)

// Encodings lists the names that a person may choose from; ParseEncoding knows
// more.
func Encodings() []string {
	var names []string
	for _, e := range encodings {
		names = append(names, e.name)
	}
	return append(names, "windows-1252", "Shift_JIS", "EUC-KR", "KOI8-R")
}

// ParseEncoding returns the encoding of a name as Encodings lists it, or of
// any label of the WHATWG encoding standard.
func ParseEncoding(name string) (Encoding, error) {
	for _, e := range encodings {
		if strings.EqualFold(e.name, name) {
			return e, nil
		}
	}
	if strings.EqualFold(name, "utf8") {
		return UTF8, nil
	}
	codec, err := htmlindex.Get(name)
	if err != nil {
		return Encoding{}, fmt.Errorf("unknown encoding %q; known: %s and the names of the WHATWG encoding standard",
			name, strings.Join(Encodings(), ", "))
	}
	return Encoding{name: name, codec: codec}, nil
}

// String returns the encoding's name.
func (e Encoding) String() string { return e.name }

// Own reports whether the document is the file's own bytes.
func (e Encoding) Own() bool { return e.codec == nil }

// ErrMisfit says that bytes are not text in the chosen encoding.
var ErrMisfit = errors.New("the bytes do not fit the encoding")

// Decode turns the bytes of a file into a document: UTF-8 that Encode turns
// back into the same bytes. For UTF8 and Raw it returns disk itself.
func (e Encoding) Decode(disk []byte) ([]byte, error) {
	switch {
	case e.name == UTF8.name && !utf8.Valid(disk):
		return nil, fmt.Errorf("%w %s", ErrMisfit, e)
	case e.Own():
		return disk, nil
	}
	rest, ok := bytes.CutPrefix(disk, []byte(e.bom))
	if !ok {
		return nil, fmt.Errorf("%w %s: it has no byte order mark", ErrMisfit, e)
	}
	doc, err := e.codec.NewDecoder().Bytes(rest)
	if err != nil {
		return nil, fmt.Errorf("%w %s: %v", ErrMisfit, e, err)
	}
	// Decoders put U+FFFD for what they do not know, and say nothing.
	if back, err := e.Encode(doc); err != nil || !bytes.Equal(back, disk) {
		return nil, fmt.Errorf("%w %s", ErrMisfit, e)
	}
	return doc, nil
}

// Encode turns a document into the bytes that stand on disk. It fails where
// the document has characters that the encoding lacks.
func (e Encoding) Encode(doc []byte) ([]byte, error) {
	if e.Own() {
		return doc, nil
	}
	if !utf8.Valid(doc) {
		return nil, fmt.Errorf("the text has bytes that are not characters, which %s cannot hold", e)
	}
	disk, err := e.codec.NewEncoder().Bytes(doc)
	if err != nil {
		return nil, fmt.Errorf("the text has a character that %s lacks: %w", e, err)
	}
	return append([]byte(e.bom), disk...), nil
}
