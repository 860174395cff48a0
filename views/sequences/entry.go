package sequences

import (
	"strings"
	"time"

	"bitlens/assets/lang"
	"bitlens/engine/induction"
	"bitlens/engine/induction/complexity"
	"bitlens/engine/induction/integer"
	"bitlens/views/widgets"
	"bitlens/views/workspace"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// An entry is the line that a sequence is typed in, large, with what the
// mixture bets comes next behind it in grey.
type entry struct {
	content fyne.CanvasObject
	line    *widgets.LineEntry
	next    *canvas.Text
	bets    []string // what may stand there, the most terms first
	layer   *fyne.Container
	explain func(string)
	later   later
	stop    func() // of what waits for typing to rest
	now     string // what is being explained
}

// pause is how long typing must rest before the search begins.
const pause = 400 * time.Millisecond

// entrySize is the size of the typed terms, in dips.
const entrySize = 26

func newEntry(explain func(string)) *entry {
	e := &entry{line: widgets.NewLineEntry(), next: canvas.NewText("", nil), explain: explain, later: onWindow, stop: func() {}}
	e.line.SetPlaceHolder("1, 2, 3, 5, 8")
	e.line.OnEnter = func(bool) { e.send() }
	e.line.OnEscape = func() { e.explain("") }
	e.line.Pasted = inOneLine
	e.line.OnChanged = func(string) { e.typed() }
	e.layer = container.New(&behind{e}, e.next)
	e.content = container.NewThemeOverride(container.NewStack(widgets.Middle(e.line), e.layer), large{fyne.CurrentApp().Settings().Theme()})
	return e
}

// inOneLine writes the rows of a picture as the line takes them.
func inOneLine(text string) string {
	if rows := complexity.Rows(text); rows != nil {
		return strings.Join(rows, "/")
	}
	return text
}

// large is a theme whose text has the size of the entry.
type large struct{ fyne.Theme }

func (t large) Size(name fyne.ThemeSizeName) float32 {
	if name == theme.SizeNameText {
		return entrySize
	}
	return t.Theme.Size(name)
}

func (e *entry) text() string { return e.line.Text }

// set replaces the text, and searches for nothing yet.
func (e *entry) set(text string) {
	e.now = text
	e.line.SetText(text)
}

// typed begins a search when the typing rests.
func (e *entry) typed() {
	e.bets = nil
	e.layer.Refresh()
	e.stop()
	e.stop = e.later(pause, e.rested)
}

// rested explains what has been typed since.
func (e *entry) rested() {
	if e.line.Text != e.now {
		e.send()
	}
}

func (e *entry) send() {
	e.now = e.line.Text
	e.explain(e.now)
}

// focus gives the line the keyboard, with the caret at its end.
func (e *entry) focus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(e.line); c != nil {
		c.Focus(e.line)
		e.line.CursorColumn = len([]rune(e.line.Text))
		e.line.Refresh()
	}
}

// foresee shows the likeliest program's next terms behind what was typed.
func (e *entry) foresee(x *workspace.Explaining) {
	e.bets = nil
	if x.Text == e.line.Text {
		e.bets = continuations(x)
	}
	e.next.Color, e.next.TextSize = theme.Color(widgets.RoleMute), entrySize
	e.layer.Refresh()
}

// continuations are the bet of the mixture, of the most terms first, down to the
// next alone.
func continuations(x *workspace.Explaining) (all []string) {
	next := likeliest(x)
	for n := len(next); n > 0; n-- {
		all = append(all, continuation(x, next[:n]))
	}
	return all
}

// continuation is what comes next as it would be typed on.
func continuation(x *workspace.Explaining, next []integer.Int) string {
	if x.Letters {
		return induction.Spell(next)
	}
	separator := separatorOf(x.Text)
	s := ""
	for _, t := range next {
		s += separator + brief(t)
	}
	if strings.HasSuffix(x.Text, strings.TrimSpace(separator)) && separator != "" {
		s = strings.TrimPrefix(s, strings.TrimRight(separator, " "))
	}
	return s
}

// separatorOf returns what stands between the terms of a text.
func separatorOf(text string) string {
	switch {
	case strings.Contains(text, ", "):
		return ", "
	case strings.Contains(text, ","):
		return ","
	case strings.ContainsAny(strings.TrimSpace(text), " \n\t"):
		return " "
	case strings.Trim(text, "01") == "" && len(text) > 1:
		return ""
	}
	return ", "
}

// A behind puts the bet where the text of the entry ends, as much of it as there
// is room for.
type behind struct{ e *entry }

func (b *behind) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	t := b.e.next
	inner := fyne.CurrentApp().Settings().Theme().Size(theme.SizeNameInnerPadding)
	typed := fyne.MeasureText(b.e.line.Text, entrySize, fyne.TextStyle{}).Width
	x := inner + typed + 1
	t.Text = ""
	for _, s := range b.e.bets {
		if x+fyne.MeasureText(s, entrySize, t.TextStyle).Width <= size.Width {
			t.Text = s
			break
		}
	}
	min := t.MinSize()
	t.Move(fyne.NewPos(x, (size.Height-min.Height)/2))
	t.Resize(min)
}

func (b *behind) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// A counts says beside the entry what has been typed and how much was tried.
type counts struct {
	w       *workspace.Workspace
	content fyne.CanvasObject
	lines   [2]*widgets.Label
}

func newCounts(w *workspace.Workspace) *counts {
	c := &counts{w: w}
	for i := range c.lines {
		c.lines[i] = widgets.NewLabel("", widgets.RoleMute)
	}
	c.content = widgets.AtLeast(430, 0, widgets.Padded(14, 2, container.New(widgets.Stacked{}, c.lines[0], c.lines[1])))
	return c
}

func (c *counts) show(e *workspace.Explaining, g *workspace.Growing) {
	first, second := "", ""
	role := widgets.RoleMute
	switch {
	case e.Err != nil:
		first, role = e.Err.Error(), widgets.RoleError
	case g.Err != nil:
		first, role = g.Err.Error(), widgets.RoleError
	case g.Text != "":
		first = lang.T("A generator: a simple system cannot make a complex thing.")
		second = lang.T("Encrypting and hashing look complex and are not.")
	case e.Text == "":
		first = lang.T("Type numbers, bits, letters, a picture such as 011/101, or a generator such as rule 30.")
	default:
		first = typed(e)
		second = tried(e)
	}
	c.lines[0].SetRole(role)
	c.lines[0].SetText(first)
	c.lines[1].SetText(second)
}

// typed says how much there is, and what an edit has left of the programs.
func typed(e *workspace.Explaining) string {
	s := lang.T("%d terms; what follows in grey is the mixture's bet", len(e.Found.Terms))
	if e.Kept >= 0 {
		s = lang.T("%d terms; %d of %d programs survive the change", len(e.Found.Terms), e.Kept, e.Of)
	}
	return s
}

// tried says how many programs were tried, how quickly, and what is complete.
func tried(e *workspace.Explaining) string {
	f := e.Found
	s := lang.T("%s programs tried", widgets.Count(f.Tried))
	if seconds := f.Elapsed.Seconds(); seconds > 0.2 {
		s += " · " + lang.T("%s a second", widgets.Short(float64(f.Tried)/seconds))
	}
	if f.Phase.Finished > 0 {
		s += " · " + lang.T("all of %d bits and shorter finished", f.Phase.Finished)
	}
	return s
}
