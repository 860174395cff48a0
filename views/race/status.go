package race

import (
	"runtime"
	"strings"

	"bitlens/assets/lang"
	"bitlens/views/widgets"
	"bitlens/views/workspace"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A status counts the rows.
type status struct {
	w       *workspace.Workspace
	content *fyne.Container
	done    *widgets.Label
	running *widgets.Label
	tick    *widget.Icon
	equal   *widgets.Label
}

func newStatus(w *workspace.Workspace) *status {
	s := &status{w: w,
		done:    widgets.NewStyled("", widgets.RoleInk, widgets.TextSize, fyne.TextStyle{Bold: true}),
		running: widgets.NewLabel("", widgets.RoleInk),
		tick:    widget.NewIcon(theme.NewColoredResource(theme.ConfirmIcon(), widgets.RoleAccent)),
		equal:   widgets.NewLabel("", widgets.RoleAccent),
	}
	s.content = widgets.Row(18, s.done, s.running, widgets.Row(4, s.tick, s.equal))
	return s
}

func (s *status) refresh() {
	var running, dear []string
	var finished, verified int
	rows := s.w.Race().Rows
	for _, r := range rows {
		switch r.State {
		case workspace.Running:
			running = append(running, r.Entry.ID)
		case workspace.Dear:
			dear = append(dear, r.Entry.ID)
		case workspace.Finished:
			finished++
			if r.Receipt.Verified {
				verified++
			}
		}
	}
	s.done.SetText(lang.T("%d of %d done", finished, len(rows)))
	s.running.SetText(runs(running))
	if len(running) == 0 && len(dear) > 0 {
		s.running.SetText(lang.T("over a minute, run by a click on the row: %s", strings.Join(dear, ", ")))
	}
	s.tick.Hidden = verified == 0
	s.equal.SetText("")
	if verified > 0 {
		s.equal.SetText(lang.T("%d decoded and equal", verified))
	}
	s.content.Refresh()
}

// mostRunning is how many models that run are named.
const mostRunning = 3

// runs says what runs; the rows of the table may be out of sight.
func runs(models []string) string {
	switch n := len(models); {
	case n == 0:
		return ""
	case n <= mostRunning:
		return lang.T("running: %s", strings.Join(models, ", "))
	default:
		return lang.T("%d running, on %d processors", n, runtime.NumCPU())
	}
}
