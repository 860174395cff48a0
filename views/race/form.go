package race

import (
	"errors"
	"slices"
	"strconv"

	"bitlens/assets/lang"
	"bitlens/engine/measure"
	"bitlens/engine/model"
	"bitlens/engine/zoo"
	"bitlens/views/widgets"
	"bitlens/views/workspace"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// A form makes a model's id from what the zoo says of its parameters.
type form struct {
	w       *workspace.Workspace
	entry   *model.Entry // the name that is chosen, with the values that are set
	chip    *widgets.Chip
	what    *widgets.Label
	fields  *fyne.Container
	id      *widgets.Label
	takes   *widgets.Label
	command *widgets.Label
	problem *widgets.Label
	add     *widgets.Chip
	content fyne.CanvasObject
	close   func()
}

// showForm opens the form above the screen.
func (v *View) showForm() {
	c := fyne.CurrentApp().Driver().CanvasForObject(v.table)
	if c == nil {
		return
	}
	name := v.w.Model().Name
	if len(v.w.Model().Params) == 0 {
		name = "ppm" // there is something to set
	}
	f := newForm(v.w, name)
	pop := widget.NewModalPopUp(f.content, c)
	f.close = pop.Hide
	pop.Show()
	c.Focus(f.chip)
}

// formWidth is the width of the form's fields.
const formWidth = 460

func newForm(w *workspace.Workspace, name string) *form {
	f := &form{w: w, close: func() {}, fields: container.NewVBox(),
		what: widgets.NewLabel("", widgets.RoleMute), takes: widgets.NewLabel("", widgets.RoleMute),
		id:      widgets.NewStyled("", widgets.RoleInk, 17, fyne.TextStyle{Bold: true}),
		command: widgets.NewStyled("", widgets.RoleMute, widgets.TextSize, fyne.TextStyle{Monospace: true}),
		problem: widgets.NewLabel("", widgets.RoleError),
	}
	f.chip = widgets.NewMenuChip(lang.T("Model"), f.menu)
	f.add = widgets.NewChip(lang.T("Add to the race"), f.accept)
	copyIt := widgets.NewChip(lang.T("Copy"), func() { copyText(w, command(f.entry.ID, w.Document())) }).Slim()
	buttons := widgets.Row(8, f.add, widgets.NewChip(lang.T("Close"), func() { f.close() }))
	f.content = widgets.AtLeast(formWidth, 0, widgets.Padded(18, 16, container.NewVBox(
		heading(lang.T("ADD A MODEL")), widgets.Row(12, f.chip, f.what), f.fields, widgets.NewRule(),
		widgets.Row(12, f.id, f.takes), widgets.Row(10, f.command, copyIt), f.problem, buttons)))
	f.choose(name)
	return f
}

// menu lists the names of all models.
func (f *form) menu() *fyne.Menu {
	m := fyne.NewMenu("")
	for _, e := range zoo.Families() {
		item := fyne.NewMenuItem(e.Name, func() { f.choose(e.Name) })
		item.Checked = e.Name == f.entry.Name
		m.Items = append(m.Items, item)
	}
	return m
}

// choose shows the parameters of another model, at their defaults.
func (f *form) choose(name string) {
	e, err := zoo.Open(name)
	if err != nil {
		f.say(err)
		return
	}
	f.entry = e
	f.chip.SetValue(e.Name, widgets.ModelColor(e))
	f.what.SetText(widgets.FamilyName(e.Family))
	f.fields.Objects = nil
	for i := range e.Params {
		f.fields.Add(f.field(i))
	}
	if len(e.Params) == 0 {
		f.fields.Add(widgets.NewLabel(lang.T("This model has no parameters."), widgets.RoleMute))
	}
	f.content.Refresh()
	f.refresh()
}

// maxWords is how many values of a parameter are shown as words to choose from.
const maxWords = 6

// field returns the control of parameter i: words where all its values have
// one, else a slider beside a number.
func (f *form) field(i int) fyne.CanvasObject {
	p := f.entry.Params[i]
	name := widgets.NewStyled(p.Name, widgets.RoleInk, widgets.TextSize, bold)
	doc := widgets.NewStyled(lang.T(p.Doc), widgets.RoleMute, widgets.SmallSize, fyne.TextStyle{})
	control := f.slider(i)
	if p.Max-p.Min < maxWords && len(p.Words) == p.Max-p.Min+1 {
		control = f.words(i)
	}
	return container.NewVBox(widgets.Row(8, name, doc), control)
}

// words returns a choice among the words of parameter i.
func (f *form) words(i int) fyne.CanvasObject {
	p := f.entry.Params[i]
	var names []string
	for v := p.Min; v <= p.Max; v++ {
		names = append(names, p.Word(v))
	}
	return widgets.Row(0, widgets.NewSegmented(names, f.entry.Values[i]-p.Min, func(n int) { f.set(i, p.Word(p.Min+n)) }))
}

// slider returns a slider and a number for parameter i, each following the
// other.
func (f *form) slider(i int) fyne.CanvasObject {
	p := f.entry.Params[i]
	slider := widget.NewSlider(float64(p.Min), float64(p.Max))
	number := widget.NewEntry()
	slider.Value = float64(f.entry.Values[i])
	number.Text = p.Word(f.entry.Values[i])
	slider.OnChanged = func(v float64) {
		if word := p.Word(int(v)); number.Text != word {
			number.SetText(word)
		}
	}
	number.OnChanged = func(s string) {
		f.set(i, s)
		if v := float64(f.entry.Values[i]); slider.Value != v {
			slider.Value = v
			slider.Refresh()
		}
	}
	number.OnSubmitted = func(string) { f.accept() }
	limits := widgets.NewStyled(strconv.Itoa(p.Min)+" – "+strconv.Itoa(p.Max), widgets.RoleMute, widgets.SmallSize, fyne.TextStyle{})
	right := widgets.Row(8, widgets.AtLeast(86, 0, number), widgets.AtLeast(76, 0, limits))
	return widgets.Dock(nil, nil, nil, right, widgets.Middle(widgets.OnPanel(slider)))
}

// set sets parameter i to what was typed, or says why it cannot be.
func (f *form) set(i int, value string) {
	id := f.entry.Name
	for k, p := range f.entry.Params {
		v := p.Word(f.entry.Values[k])
		if k == i {
			v = value
		}
		id += ":" + p.Name + "=" + v
	}
	e, err := zoo.Open(id)
	if err != nil {
		p := f.entry.Params[i]
		f.say(errors.New(lang.T("%s must be a whole number from %d to %d.", p.Name, p.Min, p.Max)))
		f.add.Hide()
		return
	}
	f.entry = e
	f.refresh()
}

// refresh shows what the form has made.
func (f *form) refresh() {
	f.add.Show()
	f.id.SetText(f.entry.ID)
	f.takes.SetText(widgets.Takes(measure.Estimate(f.entry, f.w.Text().Len())))
	f.command.SetText(shortened(command(f.entry.ID, f.w.Document())))
	f.problem.SetRole(widgets.RoleMute)
	f.problem.SetText("")
	if slices.ContainsFunc(f.w.Race().Rows, func(r *workspace.Row) bool { return r.Entry.ID == f.entry.ID }) {
		f.problem.SetText(lang.T("%s is in the race already.", f.entry.ID))
		f.add.Hide()
	}
	f.content.Refresh()
}

// accept adds the model to the race and closes the form.
func (f *form) accept() {
	if !f.add.Visible() {
		return
	}
	if err := f.w.AddModel(f.entry.ID); err != nil {
		f.say(err)
		return
	}
	f.close()
}

// say shows what is wrong.
func (f *form) say(err error) {
	f.problem.SetRole(widgets.RoleError)
	f.problem.SetText(err.Error())
	f.content.Refresh()
}
