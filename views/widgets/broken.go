package widgets

import (
	"sort"
	"strings"

	"fyne.io/fyne/v2"
)

// Shortened leaves out the end of a text that is too wide.
func Shortened(s string, width, size float32, style fyne.TextStyle) string {
	if fyne.MeasureText(s, size, style).Width <= width {
		return s
	}
	r := []rune(s)
	tooLong := sort.Search(len(r), func(n int) bool {
		return fyne.MeasureText(string(r[:n+1])+"…", size, style).Width > width
	})
	return string(r[:tooLong]) + "…"
}

// Broken breaks a text into lines of a width, at spaces where it has any; what
// most lines do not hold is left out.
func Broken(s string, width float32, most int, size float32, style fyne.TextStyle) (lines []string) {
	for s != "" && len(lines) < most-1 && fyne.MeasureText(s, size, style).Width > width {
		n := fitting(s, width, size, style)
		lines, s = append(lines, s[:n]), strings.TrimLeft(s[n:], " ")
	}
	return append(lines, Shortened(s, width, size, style))
}

// fitting returns how many bytes of a text fit in a width, to the end of a word
// if there is one.
func fitting(s string, width, size float32, style fyne.TextStyle) int {
	fits, space := 0, 0
	for i, c := range s {
		if fyne.MeasureText(s[:i], size, style).Width > width {
			break
		}
		if fits = i; c == ' ' {
			space = i
		}
	}
	if space > fits/2 { // Chinese has few, and breaks anywhere
		return space
	}
	return max(fits, 1)
}
