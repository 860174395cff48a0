package race

import (
	"strings"

	"bitlens/assets/lang"
	"bitlens/views/widgets"
	"bitlens/views/workspace"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// A learnedView shows what one model writes behind a prompt at stages of reading
// the open text: letters first, then words, then sentences.
type learnedView struct {
	w       *workspace.Workspace
	title   *widgets.Label
	prompt  *widgets.LineEntry
	learnt  *fyne.Container // the stages above the course
	failed  *fyne.Container // in their place, where there is nothing to show
	problem *widgets.Label
	advice  *widgets.Label
	stages  *stages
	course  *course
	status  *widgets.Label
	content *fyne.Container
}

func newLearnedView(w *workspace.Workspace) *learnedView {
	v := &learnedView{w: w, title: widgets.NewStyled("", widgets.RoleInk, titleSize, bold), prompt: widgets.NewLineEntry(),
		problem: widgets.NewLabel("", widgets.RoleInk), advice: widgets.NewLabel("", widgets.RoleMute),
		stages: newStages(), course: newCourse(), status: widgets.NewLabel("", widgets.RoleInk)}
	v.prompt.OnEnter = func(bool) { v.again(0) }
	v.prompt.OnEscape = v.leave
	v.failed = container.NewCenter(container.NewVBox(container.NewCenter(v.problem), container.NewCenter(v.advice)))
	v.learnt = container.New(shares{}, v.stages.scroll, v.course.content)
	v.content = widgets.Dock(v.top(), nil, nil, nil, container.NewStack(v.learnt, v.failed))
	return v
}

// titleSize is that of the line that says what the pane shows.
const titleSize = 17

// top is the title above the prompt.
func (v *learnedView) top() fyne.CanvasObject {
	other := widgets.NewChip(lang.T("Write something else"), func() { v.again(1) })
	other.SetTip(func() []string { return []string{lang.T("What it writes is drawn by chance: draw again")} })
	back := widgets.NewChip(lang.T("Back to the race"), v.w.CloseLearning)
	head := widgets.Dock(nil, nil, nil, back, widgets.Middle(v.title))
	from := widgets.Middle(widgets.NewLabel(lang.T("It goes on from")+"  ", widgets.RoleInk))
	gap := widgets.AtLeast(8, 0, widgets.NewLabel("", widgets.RoleInk))
	line := widgets.Dock(nil, nil, from, widgets.Row(0, gap, other), v.prompt)
	return widgets.Padded(14, 10, widgets.Dock(head, nil, nil, nil, widgets.Padded(0, 8, line)))
}

// leave stops the reading, or goes back to the race where it has ended.
func (v *learnedView) leave() {
	if v.w.Learning().Busy() {
		v.w.StopLearning()
		return
	}
	v.w.CloseLearning()
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
	v.title.SetText(lang.T("What %s writes when it has read so much of this text", l.Entry.ID))
	v.prompt.SetPlaceHolder(strings.Join(strings.Fields(readable(l.Task.Prompt)), " ")) // what it takes where nothing is typed
	v.status.SetText(lang.T("It has read %s of %s bytes", widgets.Count(int64(l.Read)), widgets.Count(int64(l.At[len(l.At)-1]))))
	v.refreshProblem(l)
	v.stages.show(l)
	v.course.show(l)
}

// refreshProblem says why there is nothing to show, in place of it.
func (v *learnedView) refreshProblem(l *workspace.Learning) {
	said, advice := "", ""
	switch {
	case v.w.Text().Len() == 0:
		said, advice = lang.T("There is no text to learn from."), lang.T("Open one, paste it, or take a sample.")
	case l.Err != nil:
		said, advice = workspace.Said(l.Err), lang.T("Go back to the race, and right-click a model that predicts.")
	}
	v.learnt.Hidden, v.failed.Hidden = said != "", said == ""
	if said != "" {
		v.problem.SetText(said)
		v.advice.SetText(advice)
		v.status.SetText("")
	}
}
