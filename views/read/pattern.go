package read

import (
	"strings"

	"bitlens/assets/lang"
	"bitlens/engine/text"
	"bitlens/views/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// patternPreference keeps the last pattern, without its slashes.
const patternPreference = "pattern"

// A patternForm is the small entry for a unit of the person's own.
type patternForm struct {
	entry   *widgets.LineEntry
	wrong   *widgets.Label
	content fyne.CanvasObject
	take    func(text.Unit)
}

// newPatternForm returns the form; take is handed the unit, and close is
// called when it is done with.
func newPatternForm(take func(text.Unit), close func()) *patternForm {
	f := &patternForm{entry: widgets.NewLineEntry(), wrong: widgets.NewLabel(" ", widgets.RoleError), take: take}
	f.entry.SetText(fyne.CurrentApp().Preferences().StringWithFallback(patternPreference, `[0-9]+`))
	f.entry.OnChanged = func(string) { f.parse() }
	done := func() {
		if f.submit() {
			close()
		}
	}
	f.entry.OnEnter, f.entry.OnEscape = func(bool) { done() }, close
	f.content = container.NewVBox(
		widgets.NewLabel(lang.T("Each match is a unit, and so is what stands between two."), widgets.RoleInk),
		widgets.NewLabel(lang.T("A pattern in RE2 syntax, within a line, such as [A-Z]\\w+ or [，。]"), widgets.RoleMute),
		f.entry, f.wrong,
		widgets.Row(8, widgets.NewChip(lang.T("Use it"), done), widgets.NewChip(lang.T("Cancel"), close)),
	)
	return f
}

// parse returns the unit that is written, and says beside it what is wrong.
func (f *patternForm) parse() (text.Unit, bool) {
	name := "/" + strings.Trim(f.entry.Text, "/") + "/"
	u, err := text.ParseUnit(name)
	switch {
	case name == "//":
		f.wrong.SetText(lang.T("Nothing is written yet."))
		return u, false
	case err != nil:
		f.wrong.SetText(lang.T("This is no pattern: %s", reason(err)))
		return u, false
	}
	f.wrong.SetText(" ")
	return u, true
}

// reason is the end of an error: what a person can mend.
func reason(err error) string {
	const head = "error parsing regexp: "
	s := err.Error()
	if i := strings.Index(s, head); i >= 0 {
		s = s[i+len(head):]
	}
	return s
}

// submit takes the pattern and remembers it, unless it is none.
func (f *patternForm) submit() bool {
	u, ok := f.parse()
	if ok {
		fyne.CurrentApp().Preferences().SetString(patternPreference, strings.Trim(f.entry.Text, "/"))
		f.take(u)
	}
	return ok
}

// askPattern asks for a pattern and makes it the unit.
func (v *View) askPattern() {
	c := fyne.CurrentApp().Driver().CanvasForObject(v.heat)
	if c == nil {
		return
	}
	var pop *widget.PopUp
	f := newPatternForm(v.chooseUnit, func() { pop.Hide() })
	pop = widget.NewModalPopUp(widgets.Padded(16, 12, f.content), c)
	pop.Show()
	c.Focus(f.entry)
}
