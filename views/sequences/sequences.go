package sequences

import (
	"strconv"

	"bitlens/assets/icons"
	"bitlens/assets/lang"
	"bitlens/engine/induction/generators"
	"bitlens/views"
	"bitlens/views/widgets"
	"bitlens/views/workspace"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Screen is the entry of the rail.
func Screen() views.Screen {
	return views.Screen{ID: "sequences", Title: "Sequences", Icon: icons.Sequences, New: New}
}

// A View is the open screen.
type View struct {
	w       *workspace.Workspace
	content fyne.CanvasObject
	entry   *entry
	counts  *counts
	list    *list
	trial   *trial
	judges  *judges
	bound   *bound
	methods *methods
	tape    *tape
	picture *picture
	status  *status
	tools   *tools
	lab     *lab
	below   *fyne.Container // what explains, or the lab
	shown   bool
}

// New opens the screen.
func New(w *workspace.Workspace) views.View {
	v := &View{w: w, counts: newCounts(w), list: newList(), judges: newJudges(), bound: newBound(),
		methods: newMethods(), tape: newTape(), picture: newPicture(), status: newStatus(w), lab: newLab()}
	v.entry = newEntry(func(text string) { v.explain(text) })
	v.trial = newTrial(w, v.refresh)
	v.tools = newTools(v)
	v.content = v.layout()
	w.On(workspace.ExplainTopic, v.refresh)
	w.On(workspace.LookTopic, v.refresh)
	v.refresh()
	return v
}

// layout puts what was typed above, the programs at the left and what follows
// from them at the right.
func (v *View) layout() fyne.CanvasObject {
	top := widgets.On(widgets.RolePanel, widgets.Dock(nil, widgets.NewRule(), nil, nil,
		widgets.Padded(20, 10, widgets.Dock(nil, nil, nil, v.counts.content, v.entry.content))))
	programs := widgets.Dock(heading(lang.T("PROGRAMS THAT EXPLAIN IT, SHORTEST FIRST")), v.trial.content, nil, nil, container.NewVScroll(v.list))
	picture := widgets.AtLeast(0, 210, widgets.Dock(titled(lang.T("STEPS AGAINST LENGTH"), lang.T("Kt = bits + log2 of the steps; down and left is better")), nil, nil, nil, v.picture.chart))
	left := widgets.Padded(20, 10, widgets.Dock(nil, picture, nil, nil, programs))
	side := container.New(widgets.Stacked{}, v.judges, newRecord(), v.bound.content, v.methods, v.tape.content)
	right := widgets.On(widgets.RolePanel, widgets.Dock(nil, nil, widgets.NewRule(), nil, container.NewVScroll(side)))
	v.below = container.NewStack(widgets.Dock(nil, nil, nil, right, left), v.lab.content)
	return widgets.Dock(top, nil, nil, nil, v.below)
}

func heading(title string) *widgets.Label {
	return widgets.NewStyled(title, widgets.RoleMute, widgets.HeadingSize, fyne.TextStyle{Bold: true})
}

// titled is a heading with a remark behind it.
func titled(title, remark string) fyne.CanvasObject {
	return widgets.Row(10, heading(title), widgets.NewStyled(remark, widgets.RoleMute, widgets.SmallSize, fyne.TextStyle{}))
}

// explain searches for what is behind a sequence, or has a generator write.
func (v *View) explain(text string) {
	if generators.Looks(text) {
		v.w.Explain("", v.tools.seconds)
		v.w.Grow(text)
		return
	}
	v.w.Grow("")
	v.w.Explain(text, v.tools.seconds)
}

// refresh shows what is known.
func (v *View) refresh() {
	if !v.shown {
		return
	}
	g, e := v.w.Growing(), v.w.Explaining()
	inLab := v.lab.show(g)
	widgets.SetShown(v.below.Objects[0], !inLab)
	widgets.SetShown(v.below.Objects[1], inLab)
	groups := groupsOf(e)
	v.entry.foresee(e)
	v.counts.show(e, g)
	v.list.show(e, v.trial.row, groups)
	v.trial.show(e)
	v.judges.show(e, groups)
	v.bound.show(e)
	v.methods.show(e)
	v.tape.show(e)
	v.picture.show(e, groups)
	v.status.show(e, g)
	v.tools.show(e.Busy() || g.Busy())
	v.content.Refresh() // the room of what has grown follows
}

// Content implements views.View.
func (v *View) Content() fyne.CanvasObject { return v.content }

// Tools implements views.View.
func (v *View) Tools() fyne.CanvasObject { return v.tools.content }

// Status implements views.View.
func (v *View) Status() fyne.CanvasObject { return v.status.content }

// Link implements views.View: sequence= is what was typed, seconds= how long to
// search.
func (v *View) Link() workspace.Link {
	l := v.w.Link("sequences")
	l.Values.Set("sequence", v.entry.text())
	l.Values.Set("seconds", strconv.FormatFloat(v.tools.seconds, 'g', -1, 64))
	return l
}

// Open implements views.View.
func (v *View) Open(l workspace.Link) {
	if s, err := strconv.ParseFloat(l.Values.Get("seconds"), 64); err == nil && s > 0 && s <= longestSearch {
		v.tools.choose(s)
	}
	if text := l.Values.Get("sequence"); text != "" {
		v.open(text)
	}
}

// open types a sequence and explains it.
func (v *View) open(text string) {
	v.entry.set(text)
	v.explain(text)
}

// Shown implements views.View: the first look at the screen finds an example
// being explained.
func (v *View) Shown(shown bool) {
	v.shown = shown
	if !shown {
		return
	}
	if v.w.Explaining().Text == "" && v.w.Growing().Text == "" && v.entry.text() == "" {
		v.open(examples[0].terms)
	}
	v.refresh()
	v.entry.focus()
}

// cancel stops what runs on the screen, and keeps what it has.
func (v *View) cancel() {
	v.w.StopExplaining()
	v.w.StopGrowing()
}

// Again implements views.View.
func (v *View) Again() { v.explain(v.entry.text()) }

// Keys implements views.View.
func (v *View) Keys() []views.Key { return nil }
