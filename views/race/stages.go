package race

import (
	"fmt"
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
	mostLines  = 40
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
	r.draw.Text(lang.T("after %s bytes", widgets.Count(int64(l.At[i]))), x, y+8, stageLine, widgets.TextSize, widgets.RoleInk, fyne.TextStyle{Bold: true})
	written := l.Written()
	if i >= len(written) {
		return y + stageHead
	}
	s := written[i]
	r.draw.Text(price(s), x, y+8+stageLine, stageLine, widgets.SmallSize, widgets.RoleMute, fyne.TextStyle{})
	y = r.lines(readable(l.Task.Prompt), x, y+stageHead+8, width, widgets.RoleMute)
	return r.lines(readable(s.Text), x, y, width, widgets.RoleInk)
}

// price says what reading so far has cost.
func price(s measure.Stage) string {
	if s.Bytes == 0 {
		return ""
	}
	return lang.T("%s bits/byte, %s s", widgets.Fixed(s.Bits/float64(s.Bytes), 3), widgets.Fixed(s.Seconds, 2))
}

// lines draws a text of several lines and returns where it ends.
func (r *stagesDrawing) lines(text string, x, y, width float32, role fyne.ThemeColorName) float32 {
	for line := range strings.Lines(text) {
		for _, s := range widgets.Broken(strings.TrimRight(line, "\n"), width, mostLines, widgets.TextSize, fyne.TextStyle{}) {
			r.draw.Text(s, x, y, stageLine, widgets.TextSize, role, fyne.TextStyle{})
			y += stageLine
		}
	}
	return y
}

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
