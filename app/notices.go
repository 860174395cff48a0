package app

import (
	"strings"
	"time"

	"bitlens/assets/lang"
	"bitlens/views/widgets"
	"bitlens/views/workspace"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// A notices shows the last notice above the bottom bar. It blocks nothing: an
// error stays until it is dismissed, anything else goes by itself.
type notices struct {
	ws    *workspace.Workspace
	layer *fyne.Container
	box   *fyne.Container
	back  *canvas.Rectangle
	text  *fyne.Container // a line for each sentence
	close *widgets.Chip
	timer *time.Timer
}

// noticeTime is how long a notice that is no error stays.
const noticeTime = 5 * time.Second

func newNotices(ws *workspace.Workspace) *notices {
	n := &notices{ws: ws, back: canvas.NewRectangle(nil), text: container.NewVBox()}
	n.back.CornerRadius, n.back.StrokeWidth = 6, 1
	n.close = widgets.NewChip(lang.T("Dismiss"), n.hide)
	n.box = container.NewStack(n.back, widgets.Padded(14, 8, widgets.Row(14, n.text, n.close)))
	n.box.Hide()
	n.layer = container.New(atBottom{}, n.box)
	ws.On(workspace.NoticeTopic, n.refresh)
	return n
}

func (n *notices) refresh() {
	notice := n.ws.Notice()
	role := widgets.RoleLine
	if notice.Error {
		role = widgets.RoleError
	}
	n.back.FillColor, n.back.StrokeColor = theme.Color(theme.ColorNameMenuBackground), theme.Color(role)
	n.text.RemoveAll()
	for line := range strings.SplitSeq(notice.Text, "\n") {
		n.text.Add(widgets.NewLabel(line, widgets.RoleInk))
	}
	n.box.Show()
	n.layer.Refresh()
	if n.timer != nil {
		n.timer.Stop()
	}
	if !notice.Error {
		n.timer = time.AfterFunc(noticeTime, func() { n.ws.Do(n.hide) })
	}
}

// hide dismisses the notice.
func (n *notices) hide() { n.box.Hide() }

// atBottom places its one object in the middle, above the bottom bar.
type atBottom struct{}

func (atBottom) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	min := objects[0].MinSize()
	objects[0].Resize(min)
	objects[0].Move(fyne.NewPos((size.Width-min.Width)/2, size.Height-bottomHeight-min.Height-12))
}

func (atBottom) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }
