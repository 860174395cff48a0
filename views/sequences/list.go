package sequences

import (
	"image/color"
	"slices"
	"strconv"
	"strings"

	"bitlens/assets/lang"
	"bitlens/engine/induction"
	"bitlens/engine/induction/judge"
	"bitlens/engine/induction/language"
	"bitlens/views/widgets"
	"bitlens/views/workspace"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A list shows programs, the shortest first, and the literal one among them. A
// click on a program opens what each of its tokens costs.
type list struct {
	widget.BaseWidget
	lines  []line
	groups groups
	open   string   // code of the program that is opened, or ""
	told   []string // what is shown of it
	hover  int
	say    string // in place of lines, where there are none
}

// A line is a program of the list.
type line struct {
	code   string // that names it
	more   int    // programs that go on like this one, and are no shorter
	bits   int
	steps  int64
	words  string
	detail func() []string // what is shown when it is opened
	next   []int64
	mine   bool // a person wrote it
}

const (
	lineHeight  = 52
	detailStep  = 18
	mostLines   = 40
	mostWords   = 2 // lines of words
	bitsRoom    = 78
	nextRoom    = 140
	scrollRoom  = 14
	literalCode = "literal"
)

func newList() *list {
	l := &list{hover: -1}
	l.ExtendBaseWidget(l)
	return l
}

// show shows the programs of a search, and a person's own, if it is not nil.
func (l *list) show(e *workspace.Explaining, mine *line, g groups) {
	l.groups, l.lines, l.say = g, nil, ""
	for _, way := range e.Ways[:min(mostLines, len(e.Ways))] {
		n := lineOf(way.Program)
		n.more = way.More
		l.lines = append(l.lines, n)
	}
	if mine != nil {
		l.add(*mine)
	}
	if e.Found.Literal > 0 {
		l.add(literalLine(e))
	}
	if len(l.lines) < 2 && e.Text != "" && e.Err == nil {
		l.say = lang.T("Searching…")
		if !e.Busy() {
			l.say = lang.T("No regularity found within this budget.")
		}
	}
	l.Refresh()
}

// add puts a line where its length has it stand.
func (l *list) add(n line) {
	l.lines = slices.DeleteFunc(l.lines, func(old line) bool { return old.code == n.code })
	i := slices.IndexFunc(l.lines, func(old line) bool { return old.bits > n.bits })
	if i < 0 {
		i = len(l.lines)
	}
	l.lines = slices.Insert(l.lines, i, n)
}

// lineOf tells a program as the list shows it.
func lineOf(p *induction.Program) line {
	return line{code: p.String(), bits: p.Length(), steps: p.Steps(), next: p.Next(workspace.NextTerms),
		words: p.Words(phrasebook()), detail: func() []string { return detailOf(p) }}
}

// phrasebook returns the words of the window's language.
func phrasebook() *language.Phrasebook {
	if lang.Current() == lang.Chinese {
		return language.Chinese
	}
	return language.English
}

// literalLine is the program that says the terms one by one.
func literalLine(e *workspace.Explaining) line {
	return line{code: literalCode, bits: e.Found.Literal, steps: int64(len(e.Found.Terms)), words: lang.T("the literal list: say it term by term"),
		detail: func() []string { return []string{lang.T("It knows no rule, and says nothing of what comes next.")} }}
}

// detailOf says what the tokens of a program cost, and how its steps grow.
func detailOf(p *induction.Program) []string {
	bill := ""
	for i, c := range p.Bill() {
		if i > 0 {
			bill += "   "
		}
		bill += c.Text + " " + c.Code
	}
	return []string{p.Formula(), lang.T("Bit by bit: %s", bill), lang.T("Step by step, the next term: %s", stepsOf(p)),
		lang.T("Kt = %d bits + log2 of %s steps = %s", p.Length(), widgets.Count(p.Steps()), widgets.Fixed(judge.Kt(p), 1))}
}

// mostSteps is how many steps of a program are told.
const mostSteps = 12

// stepsOf says how the next term comes about, expression after expression.
func stepsOf(p *induction.Program) string {
	steps, err := p.Trace(p.Terms(), mostSteps)
	if err != nil {
		return "–"
	}
	s := ""
	for i, step := range steps {
		if i > 0 {
			s += "   "
		}
		s += step.Code + " = " + strconv.FormatInt(step.Value, 10)
	}
	return s
}

// room returns the width that words may take.
func (l *list) room() float32 { return l.Size().Width - bitsRoom - nextRoom - scrollRoom }

// said returns the words of a line as they are broken.
func (l *list) said(n line) []string {
	return broken(n.words, l.room(), mostWords, widgets.TextSize, fyne.TextStyle{})
}

// height returns the height of line i.
func (l *list) height(i int) float32 {
	n := l.lines[i]
	h := float32(lineHeight) + detailStep*float32(len(l.said(n))-1)
	if n.code == l.open {
		h += detailStep*float32(len(l.opened(n))) + 8
	}
	return h
}

// lineAt returns the line at y, or -1.
func (l *list) lineAt(y float32) int {
	for i := range l.lines {
		if y -= l.height(i); y < 0 {
			return i
		}
	}
	return -1
}

// Tapped implements fyne.Tappable: it opens a line, or closes it.
func (l *list) Tapped(e *fyne.PointEvent) {
	i := l.lineAt(e.Position.Y)
	if i < 0 {
		return
	}
	if l.open == l.lines[i].code {
		l.open = ""
	} else {
		l.open, l.told = l.lines[i].code, l.lines[i].detail()
	}
	l.Refresh()
}

// MouseIn implements desktop.Hoverable.
func (l *list) MouseIn(e *desktop.MouseEvent) { l.MouseMoved(e) }

// MouseMoved implements desktop.Hoverable.
func (l *list) MouseMoved(e *desktop.MouseEvent) { l.light(l.lineAt(e.Position.Y)) }

// MouseOut implements desktop.Hoverable.
func (l *list) MouseOut() { l.light(-1) }

func (l *list) light(i int) {
	if i != l.hover {
		l.hover = i
		l.Refresh()
	}
}

// Cursor implements desktop.Cursorable.
func (l *list) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer implements fyne.Widget.
func (l *list) CreateRenderer() fyne.WidgetRenderer {
	return widgets.NewDrawing(l, func(d *widgets.Layer) fyne.Size { return (&listDrawing{l, d}).all() })
}

// A listDrawing puts the lines on a layer, one below the other.
type listDrawing struct {
	l    *list
	draw *widgets.Layer
}

func (r *listDrawing) all() fyne.Size {
	y := float32(0)
	for i := range r.l.lines {
		r.line(i, y)
		y += r.l.height(i)
		r.draw.Rect(0, y-1, r.l.Size().Width-scrollRoom, 1, 0, theme.Color(widgets.RoleLine))
	}
	if r.l.say != "" {
		r.draw.Text(r.l.say, 0, y+6, lineHeight/2, widgets.TextSize, widgets.RoleMute, fyne.TextStyle{})
	}
	return fyne.NewSize(420, y+lineHeight)
}

var bold = fyne.TextStyle{Bold: true}

// line draws line i with its top at y.
func (r *listDrawing) line(i int, y float32) {
	n, width, height := r.l.lines[i], r.l.Size().Width-scrollRoom, r.l.height(i)
	if i == r.l.hover {
		r.draw.Rect(-8, y, width+16, height-1, 4, theme.Color(theme.ColorNameHover))
	}
	if n.mine {
		r.draw.Rect(-8, y+8, 3, height-16, 1, theme.Color(widgets.RoleAccent))
	}
	w := r.draw.Text(strconv.Itoa(n.bits), 0, y+2, lineHeight-10, 18, widgets.RoleInk, bold)
	r.draw.Text(lang.T("bits"), w+5, y+5, lineHeight-10, widgets.SmallSize, widgets.RoleMute, fyne.TextStyle{})
	r.next(n, width, y+6)
	r.draw.TextRight(lang.T("%s steps", widgets.Count(n.steps)), width, y+25, detailStep, widgets.SmallSize, widgets.RoleMute, fyne.TextStyle{})
	y += 6
	for _, s := range r.l.said(n) {
		r.draw.Text(s, bitsRoom, y, detailStep, widgets.TextSize, widgets.RoleInk, fyne.TextStyle{})
		y += detailStep
	}
	r.fit(second(n), bitsRoom, y, r.l.room(), widgets.SmallSize, widgets.RoleMute, fyne.TextStyle{Monospace: true})
	for k, s := range r.l.opened(n) {
		r.fit(s, bitsRoom, y+detailStep*float32(k+1)+3, width-bitsRoom, widgets.SmallSize, widgets.RoleInk, fyne.TextStyle{Monospace: true})
	}
}

// second is what stands below the words.
func second(n line) string {
	switch {
	case n.code == literalCode:
		return ""
	case n.mine:
		return n.code + "   " + lang.T("yours")
	case n.more > 0:
		return n.code + "   " + lang.T("and %d more that go on alike", n.more)
	}
	return n.code
}

// opened returns the lines that an opened line shows.
func (l *list) opened(n line) []string {
	if n.code != l.open {
		return nil
	}
	return l.told
}

// next puts what a program says comes next, in the colour of its bet.
func (r *listDrawing) next(n line, right, y float32) {
	s, ink := r.l.groups.spell(n.next), color.Color(r.l.groups.color(n.next))
	if len(n.next) == 0 {
		s, ink = "–", theme.Color(widgets.RoleMute)
	}
	s = shortened(s, nextRoom-12, widgets.TextSize, bold)
	w := fyne.MeasureText(s, widgets.TextSize, bold).Width
	r.draw.Ink(s, right-w, y, detailStep, widgets.TextSize, ink, bold)
}

// fit puts text as far as it fits in a width.
func (r *listDrawing) fit(s string, x, y, width, size float32, role fyne.ThemeColorName, style fyne.TextStyle) {
	r.draw.Text(shortened(s, width, size, style), x, y, detailStep, size, role, style)
}

// shortened leaves out the end of a text that is too wide.
func shortened(s string, width, size float32, style fyne.TextStyle) string {
	if fyne.MeasureText(s, size, style).Width <= width {
		return s
	}
	r := []rune(s)
	for len(r) > 0 && fyne.MeasureText(string(r)+"…", size, style).Width > width {
		r = r[:len(r)-1]
	}
	return string(r) + "…"
}

// broken breaks a text into lines of a width, at spaces where it has any; what
// most lines do not hold is left out.
func broken(s string, width float32, most int, size float32, style fyne.TextStyle) (lines []string) {
	for s != "" && len(lines) < most-1 && fyne.MeasureText(s, size, style).Width > width {
		n := fitting(s, width, size, style)
		lines, s = append(lines, s[:n]), strings.TrimLeft(s[n:], " ")
	}
	return append(lines, shortened(s, width, size, style))
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
