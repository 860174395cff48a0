package sequences

import (
	"bitlens/assets/lang"
	"bitlens/engine/induction"
	"bitlens/views/widgets"
	"bitlens/views/workspace"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A status says in a line what the search came to.
type status struct {
	w       *workspace.Workspace
	content *fyne.Container
	bits    *widgets.Label
	gain    *widgets.Label
	tick    *widget.Icon
	checked *widgets.Label
}

func newStatus(w *workspace.Workspace) *status {
	s := &status{w: w,
		bits:    widgets.NewStyled("", widgets.RoleInk, widgets.TextSize, bold),
		gain:    widgets.NewLabel("", widgets.RoleInk),
		tick:    widget.NewIcon(theme.NewColoredResource(theme.ConfirmIcon(), widgets.RoleAccent)),
		checked: widgets.NewLabel("", widgets.RoleAccent),
	}
	s.content = widgets.Row(18, s.bits, s.gain, widgets.Row(4, s.tick, s.checked))
	return s
}

func (s *status) show(e *workspace.Explaining, g *workspace.Growing) {
	s.bits.SetText("")
	s.gain.SetText("")
	s.checked.SetText("")
	s.tick.Hidden = len(e.Found.Programs) == 0
	if e.Found.Literal > 0 {
		s.bits.SetText(lang.T("%d bits", e.Found.Bound()))
	}
	if e.Found.Verdict() == induction.Regular {
		s.gain.SetText(lang.T("%d bits shorter than saying it", e.Found.Gain()))
	}
	if n := len(g.Points); n > 0 {
		p := g.Points[n-1]
		s.bits.SetText(lang.T("%d bits", p.Best))
		s.gain.SetText(lang.T("of %s symbols; never above the limit of %s bits", widgets.Count(int64(p.Length)), widgets.Fixed(p.Limit, 1)))
	}
	if !s.tick.Hidden {
		s.checked.SetText(lang.T("each program run again by the plain interpreter"))
	}
	s.content.Refresh()
}
