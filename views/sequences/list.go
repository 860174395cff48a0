package sequences

import (
	"image/color"
	"slices"
	"strconv"

	"bitlens/assets/lang"
	"bitlens/engine/induction"
	"bitlens/engine/induction/integer"
	"bitlens/engine/induction/judge"
	"bitlens/engine/induction/turing"
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
	section string // the heading above it, or ""
	code    string // that names it
	more    int    // programs that go on like this one, and are no shorter
	bits    int
	steps   int64
	words   string
	detail  func() []string // what is shown when it is opened
	next    []integer.Int
	mine    bool // a person wrote it
}

const (
	lineHeight    = 52
	detailStep    = 18
	mostLines     = 40
	mostMachines  = 8
	mostBeside    = 8 // lines where those of machines follow
	sectionHeight = 40
	mostWords     = 2 // lines of words
	bitsRoom      = 78
	nextRoom      = 140
	scrollRoom    = 14
	literalCode   = "literal"
)

func newList() *list {
	l := &list{hover: -1}
	l.ExtendBaseWidget(l)
	return l
}

// show shows the programs of a search, and a person's own, if it is not nil.
func (l *list) show(e *workspace.Explaining, mine *line, g groups) {
	l.groups, l.lines, l.say = g, nil, ""
	l.lines = linesOf(e.Ways, mostLines)
	if len(e.MachineWays) > 0 {
		l.lines = l.lines[:min(mostBeside, len(l.lines))]
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
	if machines := linesOf(e.MachineWays, mostMachines); len(machines) > 0 {
		machines[0].section = lang.T("TURING MACHINES OF UP TO FOUR STATES, SHORTEST FIRST")
		l.lines = append(l.lines, machines...)
	}
	l.Refresh()
}

// linesOf returns a line for each way to go on, at most so many.
func linesOf(ways []workspace.Way, most int) (lines []line) {
	for _, way := range ways[:min(most, len(ways))] {
		n := lineOf(way.Rule)
		n.more = way.More
		lines = append(lines, n)
	}
	return lines
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

// lineOf tells a rule as the list shows it.
func lineOf(r induction.Rule) line {
	return line{code: r.String(), bits: r.Length(), steps: r.Steps(), next: r.Next(workspace.NextTerms),
		words: wordsOf(r), detail: func() []string { return append(innerOf(r), ktOf(r)) }}
}

// wordsOf says a rule in the window's language.
func wordsOf(r induction.Rule) string {
	if lang.Current() == lang.Chinese {
		return r.Chinese()
	}
	return r.English()
}

// literalLine is the program that says the terms one by one.
func literalLine(e *workspace.Explaining) line {
	return line{code: literalCode, bits: e.Found.Literal, steps: int64(len(e.Found.Terms)), words: lang.T("the literal list: say it term by term"),
		detail: func() []string { return []string{lang.T("It knows no rule, and says nothing of what comes next.")} }}
}

// innerOf says what the parts of a rule cost, and how its steps go.
func innerOf(r induction.Rule) []string {
	switch r := r.(type) {
	case *induction.Program:
		return []string{r.Formula(), lang.T("Bit by bit: %s", billOf(r)), lang.T("Step by step, the next term: %s", stepsOf(r))}
	case *turing.Program:
		return []string{lang.T("%d bits: how many states, the symbol of the tape, and each transition that it makes", r.Length())}
	}
	return nil
}

// billOf says what each token of a program costs.
func billOf(p *induction.Program) (bill string) {
	for i, c := range p.Bill() {
		if i > 0 {
			bill += "   "
		}
		bill += c.Text + " " + c.Code
	}
	return bill
}

func ktOf(r induction.Rule) string {
	return lang.T("Kt = %d bits + log2 of %s steps = %s", r.Length(), widgets.Count(r.Steps()), widgets.Fixed(judge.Kt(r), 1))
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
		s += step.Code + " = " + brief(step.Value)
	}
	return s
}

// room returns the width that words may take.
func (l *list) room() float32 { return l.Size().Width - bitsRoom - nextRoom - scrollRoom }

// said returns the words of a line as they are broken.
func (l *list) said(n line) []string {
	return widgets.Broken(n.words, l.room(), mostWords, widgets.TextSize, fyne.TextStyle{})
}

// height returns the height of line i.
func (l *list) height(i int) float32 {
	n := l.lines[i]
	h := float32(lineHeight) + detailStep*float32(len(l.said(n))-1)
	if n.section != "" {
		h += sectionHeight
	}
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
	if n.section != "" {
		r.draw.Text(n.section, 0, y+sectionHeight/2-4, sectionHeight/2, widgets.HeadingSize, widgets.RoleMute, bold)
		y, height = y+sectionHeight, height-sectionHeight
	}
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
	s, ink := r.l.groups.spell(n.next, brief), color.Color(r.l.groups.color(n.next))
	if len(n.next) == 0 {
		s, ink = "–", theme.Color(widgets.RoleMute)
	}
	s = widgets.Shortened(s, nextRoom-12, widgets.TextSize, bold)
	w := fyne.MeasureText(s, widgets.TextSize, bold).Width
	r.draw.Ink(s, right-w, y, detailStep, widgets.TextSize, ink, bold)
}

// fit puts text as far as it fits in a width.
func (r *listDrawing) fit(s string, x, y, width, size float32, role fyne.ThemeColorName, style fyne.TextStyle) {
	r.draw.Text(widgets.Shortened(s, width, size, style), x, y, detailStep, size, role, style)
}
