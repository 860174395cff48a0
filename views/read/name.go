package read

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"bitlens/assets/lang"
)

// named returns how a piece of text is shown alone: itself, or the name of
// what cannot be seen, and whether it is a name.
func named(b []byte) (string, bool) {
	s := string(b)
	switch s {
	case "":
		return "", true
	case " ":
		return lang.T("space"), true
	case "\n":
		return lang.T("line break"), true
	case "\r":
		return lang.T("carriage return"), true
	case "\r\n":
		return lang.T("CR LF break"), true
	case "\t":
		return lang.T("tab"), true
	case "\u3000":
		return lang.T("wide space"), true
	}
	r, n := utf8.DecodeRuneInString(s)
	switch {
	case strings.Trim(s, " ") == "":
		return lang.T("%d spaces", len(s)), true
	case n < len(s):
		return visible(s), false
	case r == utf8.RuneError && n == 1:
		return fmt.Sprintf("%02x", b[0]), true
	case unseen(r):
		return fmt.Sprintf("U+%04X", r), true
	}
	return s, false
}

// unseen reports whether a character shows nothing, or not itself, when it
// stands alone.
func unseen(r rune) bool {
	return !unicode.IsGraphic(r) || unicode.IsSpace(r) || unicode.IsMark(r) || r == utf8.RuneError
}

// visible puts marks for what cannot be seen inside a longer piece, and
// shortens it to what fits in a line.
func visible(s string) string {
	const most = 24
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == utf8.RuneError {
			return '·'
		}
		return r
	}, s)
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}

// hexBytes writes bytes in hex, the first eight at most.
func hexBytes(b []byte) string {
	const most = 8
	s := fmt.Sprintf("% x", b[:min(len(b), most)])
	if len(b) > most {
		s += " …"
	}
	return s
}
