package race

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"bitlens/assets/lang"
	"bitlens/engine/measure"
	"bitlens/views/widgets"
	"bitlens/views/workspace"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Stages are columns side by side, one for each stage of a model's reading: how
// much it had read, what that cost, and what it wrote then.
type stages struct {
	widget.BaseWidget
	learning *workspace.Learning
	scroll   *container.Scroll
}

const (
	stagePad   = 14
	stageLeast = 220 // dips; where columns would be narrower they take two rows
	stageLine  = 19
	stageHead  = 48
	wroteSize  = 16 // of what the model wrote, which is read
	wroteLine  = 25
	mostLines  = 40
	mostPrompt = 120 // characters of a prompt that are shown, its last ones
	mostBlanks = 16  // more in a row are counted
)

func newStages() *stages {
	s := &stages{learning: &workspace.Learning{}}
	s.ExtendBaseWidget(s)
	s.scroll = container.NewVScroll(s)
	return s
}

func (s *stages) show(l *workspace.Learning) {
	s.learning = l
	s.Refresh()
	s.scroll.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (s *stages) CreateRenderer() fyne.WidgetRenderer {
	return widgets.NewDrawing(s, func(l *widgets.Layer) fyne.Size { return (&stagesDrawing{s, l}).all() })
}

// A stagesDrawing puts the columns on a layer.
type stagesDrawing struct {
	s    *stages
	draw *widgets.Layer
}

func (r *stagesDrawing) all() fyne.Size {
	width, n := r.s.Size().Width, len(r.s.learning.At)
	across := max(1, min(n, int(width/stageLeast)))
	column, top, bottom := width/float32(across), float32(0), float32(0)
	for i := range n {
		if i > 0 && i%across == 0 {
			top = bottom + stagePad
		}
		bottom = max(bottom, r.column(i, float32(i%across)*column, top, column))
	}
	return fyne.NewSize(stageLeast, bottom)
}

// column draws stage i and returns where it ends.
func (r *stagesDrawing) column(i int, x, y, width float32) float32 {
	l := r.s.learning
	x, width = x+stagePad, width-2*stagePad
	r.draw.Rect(x, y, width, 1, 0, theme.Color(widgets.RoleLine))
	r.draw.Text(after(l, i), x, y+8, stageLine, widgets.TextSize, widgets.RoleInk, bold)
	written := l.Written()
	if i >= len(written) {
		if i == len(written) {
			r.draw.Text(awaited(l), x, y+8+stageLine, stageLine, widgets.SmallSize, widgets.RoleMute, fyne.TextStyle{})
		}
		return y + stageHead
	}
	r.draw.Text(price(written[i]), x, y+8+stageLine, stageLine, widgets.SmallSize, widgets.RoleMute, fyne.TextStyle{})
	prompt := ending(readable(l.Task.Prompt))
	return r.lines(prompt+folded(readable(written[i].Text)), len(prompt), x, y+stageHead+8, width)
}

// after names stage i.
func after(l *workspace.Learning, i int) string {
	n := widgets.Count(int64(l.At[i]))
	if i == len(l.At)-1 {
		return lang.T("after all %s bytes", n)
	}
	return lang.T("after %s bytes", n)
}

// awaited says how far the reading is on its way to the next stage.
func awaited(l *workspace.Learning) string {
	switch {
	case !l.Busy():
		return lang.T("cancelled")
	case l.Read == 0:
		return lang.T("waiting")
	}
	return lang.T("at byte %s", widgets.Count(int64(l.Read)))
}

// price says what reading so far has cost.
func price(s measure.Stage) string {
	if s.Bytes == 0 {
		return ""
	}
	return lang.T("%s bits/byte so far, %s", widgets.Fixed(s.Bits/float64(s.Bytes), 3), seconds(max(s.Seconds, minSeconds)))
}

// lines draws a text of several lines, of which the first bytes were given, and
// returns where it ends.
func (r *stagesDrawing) lines(text string, given int, x, y, width float32) float32 {
	for line := range strings.Lines(text) {
		rest, left := line, given
		for _, s := range widgets.Broken(strings.TrimRight(line, "\n"), width, mostLines, wroteSize, fyne.TextStyle{}) {
			skipped := max(0, strings.Index(rest, s)) // spaces at which it was broken
			left, rest = left-skipped, rest[skipped:]
			r.line(s, min(max(0, left), len(s)), x, y)
			left, rest = left-len(s), rest[min(len(s), len(rest)):]
			y += wroteLine
		}
		given -= len(line)
	}
	return y
}

// line draws a line of which the first bytes were given.
func (r *stagesDrawing) line(s string, given int, x, y float32) {
	if given > 0 {
		x += r.draw.Text(s[:given], x, y, wroteLine, wroteSize, widgets.RoleMute, fyne.TextStyle{})
	}
	r.draw.Text(s[given:], x, y, wroteLine, wroteSize, widgets.RoleInk, fyne.TextStyle{})
}

// ending returns the last characters of a prompt.
func ending(prompt string) string {
	if r := []rune(prompt); len(r) > mostPrompt {
		return "…" + string(r[len(r)-mostPrompt:])
	}
	return prompt
}

// folded counts blanks where so many follow each other that nobody would see that
// the model wrote them.
func folded(text string) string {
	return blanks.ReplaceAllStringFunc(text, func(run string) string {
		if run[0] == '\n' {
			return lang.T("‹%d line ends›", len(run))
		}
		return lang.T("‹%d spaces›", len(run))
	})
}

var blanks = regexp.MustCompile(fmt.Sprintf(" {%d,}|\n{%[1]d,}", mostBlanks+1))

// readable writes bytes as text that can be drawn: what is no text, and control
// characters but the ends of lines, as their numbers.
func readable(b []byte) string {
	var s strings.Builder
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		switch {
		case r == '\r' && n < len(b) && b[n] == '\n': // the end of a line that DOS wrote
		case r == '\t':
			s.WriteString("    ")
		case r == utf8.RuneError && n == 1, unicode.IsControl(r) && r != '\n':
			fmt.Fprintf(&s, "‹% x›", b[:n])
		default:
			s.WriteRune(r)
		}
		b = b[n:]
	}
	return s.String()
}
