package app

import (
	"time"

	"bitlens/assets/lang"
	"bitlens/views/widgets"
	"bitlens/views/workspace"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A jobBar says what runs, how far it is and how long it takes, and cancels it.
type jobBar struct {
	ws      *workspace.Workspace
	content *fyne.Container
	what    *widgets.Label
	bar     *bar
	cancel  *widgets.Chip
}

func newJobBar(ws *workspace.Workspace) *jobBar {
	j := &jobBar{ws: ws, what: widgets.NewLabel("", widgets.RoleMute), bar: newBar()}
	j.cancel = widgets.NewChip(lang.T("Cancel"), j.stop).Slim()
	j.cancel.SetTip(tip("Stop what runs and keep what it has (Esc)"))
	j.content = widgets.Row(12, j.what, j.bar, j.cancel)
	ws.On(workspace.ReadingTopic, j.refresh)
	ws.On(workspace.RaceTopic, j.refresh)
	ws.On(workspace.SurveyTopic, j.refresh)
	ws.On(workspace.UnitTopic, j.refresh)
	ws.On(workspace.MatrixTopic, j.refresh)
	ws.On(workspace.ExplainTopic, j.refresh)
	ws.On(workspace.LearningTopic, j.refresh)
	ws.On(workspace.SavingTopic, j.refresh)
	j.refresh()
	return j
}

var _ = lang.T("Stop what runs and keep what it has (Esc)")

// stop cancels what runs.
func (j *jobBar) stop() { j.ws.Cancel() }

// refresh shows the reading, or what else runs where that is not busy.
func (j *jobBar) refresh() {
	part, left, busy := j.ws.Reading().Progress()
	what := ""
	switch rival, survey := j.ws.Rival(), j.ws.Survey(); {
	case busy:
		what = j.ws.Model().ID
	case rival.Busy():
		part, left, busy = rival.Progress()
		what = rival.Entry().ID
	case survey.Busy():
		part, left = survey.Progress()
		what, busy = lang.T("survey"), true
	case j.ws.Race().Busy():
		part, left = j.ws.Race().Progress()
		what, busy = lang.T("race"), true
	case j.ws.Explaining().Busy():
		part, left = j.ws.Explaining().Progress()
		what, busy = lang.T("search"), true
	case j.ws.Growing().Busy():
		part, what, busy = j.ws.Growing().Progress(), lang.T("measuring"), true
	case j.ws.Matrix().Busy():
		part, what, busy = j.ws.Matrix().Progress(), lang.T("race"), true
	case j.ws.Learning().Busy():
		part, what, busy = j.ws.Learning().Progress(), j.ws.Learning().Entry.ID, true
	}
	switch saving := j.ws.Saving(); {
	case busy:
		j.show(what, part, left)
	case saving != "":
		j.showUnmeasured(lang.T("Saving %s", saving))
	default:
		j.content.Hide()
	}
}

// show shows how far something is.
func (j *jobBar) show(what string, part float64, left time.Duration) {
	text := what + " " + widgets.Fixed(part*100, 0) + "%"
	if left > 0 { // of several texts it is not known before they are opened
		text += " · " + widgets.Left(left)
	}
	j.bar.Show()
	j.bar.set(float32(part))
	j.say(text)
}

// showUnmeasured shows that something runs which does not know how far it is.
func (j *jobBar) showUnmeasured(what string) {
	j.bar.Hide()
	j.say(what)
}

func (j *jobBar) say(text string) {
	j.what.SetText(text)
	j.content.Show()
	j.content.Refresh()
}

// A bar is a thin line that fills.
type bar struct {
	widget.BaseWidget
	part float32
}

func newBar() *bar {
	b := &bar{}
	b.ExtendBaseWidget(b)
	return b
}

func (b *bar) set(part float32) {
	b.part = min(max(part, 0), 1)
	b.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (b *bar) CreateRenderer() fyne.WidgetRenderer {
	r := &barRenderer{b: b, back: canvas.NewRectangle(nil), fill: canvas.NewRectangle(nil)}
	r.back.CornerRadius, r.fill.CornerRadius = 3, 3
	r.Refresh()
	return r
}

type barRenderer struct {
	b          *bar
	back, fill *canvas.Rectangle
}

func (r *barRenderer) Refresh() {
	r.back.FillColor, r.fill.FillColor = theme.Color(widgets.RoleLine), theme.Color(widgets.RoleAccent)
	r.Layout(r.b.Size())
	canvas.Refresh(r.b)
}

func (r *barRenderer) Layout(size fyne.Size) {
	r.back.Resize(size)
	r.fill.Resize(fyne.NewSize(size.Width*r.b.part, size.Height))
}

func (r *barRenderer) MinSize() fyne.Size { return fyne.NewSize(120, 6) }
func (r *barRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.back, r.fill}
}
func (r *barRenderer) Destroy() {}
