package sequences

import (
	"errors"

	"bitlens/assets/lang"
	"bitlens/engine/induction"
	"bitlens/engine/induction/language"
	"bitlens/views/widgets"
	"bitlens/views/workspace"

	"fyne.io/fyne/v2"
)

// A trial is a program that a person writes, to see how long it is, whether it
// explains the sequence, and where it would stand.
type trial struct {
	w       *workspace.Workspace
	content fyne.CanvasObject
	code    *widgets.LineEntry
	verdict *widgets.Label
	row     *line // as it stands in the list, nil if it does not explain
	changed func()
}

func newTrial(w *workspace.Workspace, changed func()) *trial {
	t := &trial{w: w, code: widgets.NewLineEntry(), verdict: widgets.NewLabel("", widgets.RoleMute), changed: changed}
	t.code.SetPlaceHolder(lang.T("Write a program yourself: 0 [1, 2] + last prev"))
	t.code.OnChanged = func(string) { t.changed() }
	t.code.OnEscape = func() { t.code.SetText("") }
	t.content = widgets.Padded(0, 6, widgets.Dock(nil, nil, nil, widgets.Padded(10, 0, widgets.Middle(t.verdict)), t.code))
	return t
}

// show holds the program against the sequence.
func (t *trial) show(e *workspace.Explaining) {
	t.row = nil
	said, role := "", widgets.RoleMute
	if t.code.Text != "" {
		said, role = t.judge(e)
	}
	t.verdict.SetRole(role)
	t.verdict.SetText(said)
}

// judge says what is to say of the program.
func (t *trial) judge(e *workspace.Explaining) (said string, role fyne.ThemeColorName) {
	p, err := language.Parse(t.code.Text)
	if err != nil {
		return widgets.Shortened(err.Error(), 380, widgets.TextSize, fyne.TextStyle{}), widgets.RoleError
	}
	x, err := induction.Check(p, e.Found.Terms, workspace.NextTerms)
	if left := (*induction.Departure)(nil); errors.As(err, &left) {
		return lang.T("%d bits; it leaves at term %d: %s", p.Bits(), left.Term, gives(left)), widgets.RoleError
	}
	row := lineOf(x)
	row.mine = true
	t.row = &row
	return lang.T("%d bits; it would stand at place %d", p.Bits(), placeOf(p.Bits(), e)), widgets.RoleAccent
}

// gives says what a program gives where it leaves the terms.
func gives(d *induction.Departure) string {
	if d.Err != nil {
		return lang.T("no answer")
	}
	return brief(d.Got)
}

// placeOf returns where a program of some bits stands among those found.
func placeOf(bits int, e *workspace.Explaining) int {
	place := 1
	for _, x := range e.Found.Programs {
		if x.Length() < bits {
			place++
		}
	}
	return place
}
