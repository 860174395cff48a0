package race

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"bitlens/assets/icons"
	"bitlens/assets/lang"
	"bitlens/engine/text"
	"bitlens/views"
	"bitlens/views/widgets"
	"bitlens/views/workspace"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Screen is the entry of the rail.
func Screen() views.Screen {
	return views.Screen{ID: "race", Title: "Race", Icon: icons.Race, New: New}
}

// A View is the open screen.
type View struct {
	w      *workspace.Workspace
	table  *table
	charts *charts
	status *status
	story  *story
	again  *widgets.Chip
	stop   *widgets.Chip
	shown  bool
}

// New opens the screen.
func New(w *workspace.Workspace) views.View {
	v := &View{w: w}
	v.table = newTable(v.tapped)
	v.charts = newCharts(w)
	v.status = newStatus(w)
	v.story = newStory(w)
	v.again = widgets.NewChip(lang.T("Run again"), w.StartRace)
	v.stop = widgets.NewChip(lang.T("Cancel"), w.StopRace)
	w.On(workspace.RaceTopic, v.refresh)
	w.On(workspace.ModelTopic, v.refresh)
	w.On(workspace.TextTopic, v.begin)
	w.On(workspace.CursorTopic, func() { v.charts.setCursor(w.Cursor()) })
	w.On(workspace.LookTopic, v.refresh)
	v.refresh()
	return v
}

// Content implements views.View.
func (v *View) Content() fyne.CanvasObject {
	side := widgets.On(widgets.RolePanel, widgets.Dock(nil, nil, widgets.NewRule(), nil,
		widgets.Dock(nil, v.story.content, nil, nil, v.charts.content)))
	rows := container.NewVScroll(v.table)
	v.table.reveal = func(y, height float32) { reveal(rows, y, height) }
	return container.New(split{v.table.width() + 6}, rows, side)
}

// reveal scrolls as little as it takes to show what lies at y.
func reveal(s *container.Scroll, y, height float32) {
	switch {
	case y < s.Offset.Y:
		s.ScrollToOffset(fyne.NewPos(0, y))
	case y+height > s.Offset.Y+s.Size().Height:
		s.ScrollToOffset(fyne.NewPos(0, y+height-s.Size().Height))
	}
}

// A split gives the left side a fixed width and the right side the rest, but
// never less than two fifths.
type split struct{ left float32 }

func (s split) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	left := min(s.left, size.Width*0.62)
	objects[0].Resize(fyne.NewSize(left, size.Height))
	objects[0].Move(fyne.Position{})
	objects[1].Resize(fyne.NewSize(size.Width-left, size.Height))
	objects[1].Move(fyne.NewPos(left, 0))
}

func (s split) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(600, 300) }

// Tools implements views.View.
func (v *View) Tools() fyne.CanvasObject { return widgets.Row(10, v.again, v.stop) }

// Status implements views.View.
func (v *View) Status() fyne.CanvasObject { return v.status.content }

// Link implements views.View.
func (v *View) Link() workspace.Link { return v.w.Link("race") }

// Open implements views.View; the workspace holds all its state.
func (v *View) Open(workspace.Link) {}

// Shown implements views.View: the race starts when it is first looked at.
func (v *View) Shown(shown bool) {
	v.shown = shown
	if shown {
		v.begin()
		v.refresh()
		if c := fyne.CurrentApp().Driver().CanvasForObject(v.table); c != nil {
			c.Focus(v.table)
		}
	}
}

// Again implements views.View.
func (v *View) Again() { v.w.StartRace() }

// Keys implements views.View. The table's own keys are those of any list.
func (v *View) Keys() []views.Key { return nil }

// Exports implements views.View.
func (v *View) Exports() []views.Export { return v.charts.exports() }

// begin starts the race over a text that has had none.
func (v *View) begin() {
	if v.shown && len(v.w.Race().Rows) == 0 {
		v.w.StartRace()
	}
}

// tapped reads with the row's model, or runs a row that has not run.
func (v *View) tapped(row *workspace.Row) {
	switch row.State {
	case workspace.Dear, workspace.Cancelled, workspace.Failed:
		v.w.RunRow(row)
	case workspace.Finished:
		if err := v.w.SetModel(row.Entry.ID); err != nil {
			v.w.Fail(err)
		}
	}
}

func (v *View) refresh() {
	if !v.shown {
		return
	}
	r := v.w.Race()
	grown := len(r.Rows) != len(v.table.rows)
	v.table.rows, v.table.chosen = r.Rows, v.w.Model().ID
	v.table.total = int64(v.w.Text().Len())
	v.table.charLen = v.charLen()
	v.table.Refresh()
	if grown {
		v.table.Resize(v.table.MinSize())
	}
	if r.Busy() {
		v.stop.Show()
	} else {
		v.stop.Hide()
	}
	v.charts.refresh()
	v.status.refresh()
	v.story.refresh()
}

// charLenSample is how much of a text is looked at for the length of its
// characters.
const charLenSample = 64 << 10

// charLen returns the bytes of a character, on average over the start of a
// long text.
func (v *View) charLen() float64 {
	t := v.w.Text()
	n := min(t.Len(), charLenSample)
	chars := max(len(text.Char.Starts(t, 0, n))-1, 0)
	if chars == 0 {
		return 0
	}
	return float64(n) / float64(chars)
}

// A story says in a sentence what the race shows, and how to repeat it at a
// terminal.
type story struct {
	w       *workspace.Workspace
	content fyne.CanvasObject
	lines   [2]*widgets.Label
	command *widgets.Label
	line    string // the command itself
}

func newStory(w *workspace.Workspace) *story {
	s := &story{w: w, command: widgets.NewStyled("", widgets.RoleMute, widgets.TextSize, fyne.TextStyle{Monospace: true})}
	for i := range s.lines {
		s.lines[i] = widgets.NewLabel("", widgets.RoleInk)
	}
	copyIt := widgets.NewChip(lang.T("Copy"), func() {
		fyne.CurrentApp().Clipboard().SetContent(s.line)
		w.Tell(lang.T("Copied: %s", s.line))
	})
	s.content = widgets.Padded(14, 10, container.NewVBox(s.lines[0], s.lines[1], widgets.Row(10, s.command, copyIt)))
	return s
}

// refresh compares the model that reads with gzip, the one everybody has.
func (s *story) refresh() {
	s.line = fmt.Sprintf("bits race -m %s %s", s.w.Model().ID, quoted(s.w.Document().Name))
	s.command.SetText(s.line)
	mine, gzip := s.find(s.w.Model().ID), s.find("gzip:9")
	if gzip == nil {
		gzip = s.find("gzip")
	}
	s.lines[0].SetText("")
	s.lines[1].SetText("")
	if mine == nil || gzip == nil || mine == gzip {
		return
	}
	better := 1 - float64(mine.Size)/float64(max(gzip.Size, 1))
	if better >= 0 {
		s.lines[0].SetText(lang.T("%s makes this text %s smaller than %s does,",
			mine.Entry.ID, widgets.Percent(better), gzip.Entry.ID))
	} else {
		s.lines[0].SetText(lang.T("%s makes this text %s larger than %s does,",
			mine.Entry.ID, widgets.Percent(-better), gzip.Entry.ID))
	}
	a, oka := rateOf(mine)
	b, okb := rateOf(gzip)
	switch {
	case !oka || !okb:
	case a < b:
		s.lines[1].SetText(lang.T("and reads it %s times more slowly.", widgets.Fixed(b/a, 1)))
	default:
		s.lines[1].SetText(lang.T("and reads it %s times faster.", widgets.Fixed(a/b, 1)))
	}
}

// plain is a name that a shell takes as it is.
var plain = regexp.MustCompile(`^[\pL\pN._/][\pL\pN._/-]*$`)

// quoted writes the name of a file for a shell.
func quoted(name string) string {
	if strings.HasPrefix(name, "-") {
		name = "./" + name // no option
	}
	if plain.MatchString(name) {
		return name
	}
	return "'" + strings.ReplaceAll(name, "'", `'\''`) + "'"
}

// find returns a finished row.
func (s *story) find(id string) *workspace.Row {
	rows := s.w.Race().Rows
	i := slices.IndexFunc(rows, func(r *workspace.Row) bool {
		return r.Entry.ID == id && r.State == workspace.Finished
	})
	if i < 0 {
		return nil
	}
	return rows[i]
}
