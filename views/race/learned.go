package race

import (
	"bitlens/assets/lang"
	"bitlens/views/widgets"
	"bitlens/views/workspace"

	"fyne.io/fyne/v2"
)

// A learnedView shows what one model writes behind a prompt at stages of reading
// the open text: letters first, then words, then sentences.
type learnedView struct {
	w       *workspace.Workspace
	note    *widgets.Label
	prompt  *widgets.LineEntry
	stages  *stages
	course  *course
	status  *widgets.Label
	content *fyne.Container
}

func newLearnedView(w *workspace.Workspace) *learnedView {
	v := &learnedView{w: w, note: widgets.NewLabel("", widgets.RoleMute), prompt: widgets.NewLineEntry(), stages: newStages(), course: newCourse(), status: widgets.NewLabel("", widgets.RoleInk)}
	v.prompt.OnEnter = func(bool) { v.again(0) }
	v.prompt.OnEscape = w.StopLearning
	v.prompt.SetPlaceHolder(lang.T("some words of the text"))
	other := widgets.NewChip(lang.T("Write something else"), func() { v.again(1) })
	other.SetTip(func() []string { return []string{lang.T("What it writes is drawn by chance: draw again")} })
	back := widgets.NewChip(lang.T("Back to the race"), w.CloseLearning)
	head := widgets.Dock(nil, nil, nil, back, widgets.Middle(v.note))
	line := widgets.Dock(nil, nil, widgets.Middle(widgets.NewLabel(lang.T("It goes on from")+"  ", widgets.RoleInk)), widgets.Row(0, widgets.AtLeast(8, 0, widgets.NewLabel("", widgets.RoleInk)), other), v.prompt)
	top := widgets.Padded(14, 10, widgets.Dock(head, nil, nil, nil, widgets.Padded(0, 8, line)))
	v.content = widgets.Dock(top, v.course.content, nil, nil, v.stages.scroll)
	return v
}

// again starts anew with the prompt that is typed, and so many seeds further.
func (v *learnedView) again(seeds uint64) {
	l := v.w.Learning()
	v.w.StartLearning(l.Entry, []byte(v.prompt.Text), l.Task.Sampling.Seed+seeds)
}

// refresh shows the stages that were reached.
func (v *learnedView) refresh() {
	l := v.w.Learning()
	if !l.Open() {
		return
	}
	v.note.SetText(lang.T("What %s writes when it has read so much of this text", l.Entry.ID))
	v.status.SetText(lang.T("%d of %d done", len(l.Written()), len(l.At)))
	if l.Err != nil {
		v.status.SetText(workspace.Said(l.Err))
	}
	v.stages.show(l)
	v.course.show(l)
}
