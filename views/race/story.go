package race

import (
	"regexp"
	"slices"
	"strings"

	"bitlens/assets/lang"
	"bitlens/views/widgets"
	"bitlens/views/workspace"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

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
	copyIt := widgets.NewChip(lang.T("Copy"), func() { copyText(w, s.line) }).Slim()
	text := container.New(widgets.Stacked{}, s.lines[0], s.lines[1], widgets.Row(10, s.command, copyIt))
	s.content = widgets.Dock(widgets.NewRule(), nil, nil, nil, widgets.Padded(14, 8, text))
	return s
}

// refresh compares the model that reads with gzip, the one everybody has.
func (s *story) refresh() {
	s.line = command(s.w.Model().ID, s.w.Document())
	s.command.SetText(shortened(s.line))
	mine, gzip := s.find(s.w.Model().ID), s.find("gzip:9")
	if gzip == nil {
		gzip = s.find("gzip")
	}
	s.lines[0].SetText("")
	s.lines[1].SetText("")
	if mine == nil || gzip == nil || mine == gzip || s.w.Text().Len() == 0 { // of an empty text only headers are compared
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

// command is the line that gives a row's figures at a terminal.
func command(id string, d workspace.Document) string {
	name := d.Path
	if name == "" {
		name = d.Name
	}
	return "bits race -m " + id + " " + quoted(name)
}

// maxCommand is how many characters of a command have room.
const maxCommand = 46

// shortened leaves the middle of a long command out; what is copied is whole.
func shortened(line string) string {
	r := []rune(line)
	if len(r) <= maxCommand {
		return line
	}
	return string(r[:maxCommand-21]) + "…" + string(r[len(r)-20:])
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
