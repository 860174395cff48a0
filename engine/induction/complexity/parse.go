package complexity

import (
	"fmt"
	"math/bits"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Form is how a text stands for a binary string.
type Form string

// The forms of a text.
const (
	Bits    Form = "bits"    // 0 and 1; white space is skipped
	Bytes   Form = "bytes"   // each byte is eight, the highest first
	Letters Form = "letters" // each character is a number in the fewest bits that tell all apart
)

// Forms lists the forms.
var Forms = []Form{Bits, Bytes, Letters}

// FormOf returns the form that a text has by itself: bits, if it holds nothing
// else but white space, or else bytes.
func FormOf(text string) Form {
	other := func(r rune) bool { return r != '0' && r != '1' && !unicode.IsSpace(r) }
	if strings.ContainsFunc(text, other) || !strings.ContainsAny(text, "01") {
		return Bytes
	}
	return Bits
}

// Parse returns the binary string that a text in some form stands for. It
// refuses one of more than MaxBits.
//
// Letters are numbered in the order of Unicode, and a line break at the end is
// left off. Which characters they are is not in the string: ACGT and BDHU are
// the same.
func Parse(text string, form Form) (string, error) {
	var s string
	var err error
	switch form {
	case Bits:
		s, err = parseBits(text)
	case Bytes:
		s, err = spread(len(text), 8, func(i int) int { return int(text[i]) })
	case Letters:
		s, err = parseLetters(text)
	default:
		err = fmt.Errorf("unknown form %q; known: bits, bytes, letters", form)
	}
	if err == nil {
		err = check(s)
	}
	if err != nil {
		return "", err
	}
	return s, nil
}

func parseBits(text string) (string, error) {
	var s strings.Builder
	for _, r := range text {
		if !unicode.IsSpace(r) {
			s.WriteRune(r)
		}
		if s.Len() > MaxBits {
			return "", tooLong("the string")
		}
	}
	return s.String(), nil
}

func parseLetters(text string) (string, error) {
	if !utf8.ValidString(text) {
		return "", fmt.Errorf("the text is not UTF-8; take it as bytes")
	}
	letters := []rune(strings.TrimRight(text, "\r\n"))
	alphabet := slices.Clone(letters)
	slices.Sort(alphabet)
	alphabet = slices.Compact(alphabet)
	width := max(1, bits.Len(uint(max(1, len(alphabet))-1)))
	return spread(len(letters), width, func(i int) int {
		n, _ := slices.BinarySearch(alphabet, letters[i])
		return n
	})
}

// spread writes n numbers, each in so many binary digits.
func spread(n, width int, number func(i int) int) (string, error) {
	if n > MaxBits/width {
		return "", tooLong("the text")
	}
	s := make([]byte, 0, n*width)
	for i := range n {
		for shift := width - 1; shift >= 0; shift-- {
			s = append(s, '0'+byte(number(i)>>shift&1))
		}
	}
	return string(s), nil
}

func tooLong(what string) error {
	return fmt.Errorf("%s has more than %d bits (2^20), which is the most that is measured: take a part of it", what, MaxBits)
}
