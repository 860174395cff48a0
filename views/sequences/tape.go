package sequences

import (
	"time"

	"bitlens/assets/lang"
	"bitlens/engine/induction/turing"
	"bitlens/views/widgets"
	"bitlens/views/workspace"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A tape shows a Turing machine that writes the string: its table, and its run
// as a space-time diagram, a row a step, which can be played.
type tape struct {
	content fyne.CanvasObject
	said    [2]*widgets.Label
	play    *widgets.Chip
	picture *spaceTime
	run     *turing.Trace
}

func newTape() *tape {
	t := &tape{picture: newSpaceTime()}
	for i := range t.said {
		t.said[i] = widgets.NewStyled("", widgets.RoleInk, widgets.TextSize, fyne.TextStyle{Monospace: i == 0})
	}
	t.said[1].SetRole(widgets.RoleMute)
	t.play = widgets.NewChip(lang.T("Play"), t.picture.play).Slim()
	head := widgets.Dock(nil, nil, nil, t.play, widgets.Middle(heading(lang.T("A TURING MACHINE THAT WRITES IT"))))
	t.content = widgets.AtLeast(sideWidth, 0, widgets.Padded(sidePad, 6,
		container.New(widgets.Stacked{}, head, t.said[0], t.said[1], widgets.Padded(0, 6, t.picture))))
	return t
}

func (t *tape) show(e *workspace.Explaining) {
	widgets.SetShown(t.content, e.Run != nil)
	if e.Run == nil || e.Run == t.run {
		return
	}
	t.run = e.Run
	t.said[0].SetText(e.Witness.Machine.String())
	t.said[1].SetText(lang.T("%d states, %d steps, on a tape of %d", e.Witness.Machine.States, e.Witness.Steps, int(e.Witness.Blank)))
	t.picture.set(e.Run)
}

// A spaceTime draws the rows of a run: a dark cell is a 1, the framed one is
// where the head stands.
type spaceTime struct {
	widget.BaseWidget
	rows  []turing.Row
	shown int // of the rows
	later later
	stop  func() // of a play
}

const (
	largestCell = 14
	mostRows    = 64
	stateRoom   = 22
	playStep    = 150 * time.Millisecond
)

func newSpaceTime() *spaceTime {
	s := &spaceTime{later: onWindow, stop: func() {}}
	s.ExtendBaseWidget(s)
	return s
}

// set shows a run, whole.
func (s *spaceTime) set(run *turing.Trace) {
	s.stop()
	s.rows = run.Rows[:min(len(run.Rows), mostRows)]
	s.shown = len(s.rows)
	s.Refresh()
}

// play shows the run row after row.
func (s *spaceTime) play() {
	s.stop()
	s.shown = 1
	s.Refresh()
	s.stop = s.later(playStep, s.step)
}

// step shows the next row of a play, and those behind it in turn.
func (s *spaceTime) step() {
	if s.shown >= len(s.rows) {
		return
	}
	s.shown++
	s.Refresh()
	s.stop = s.later(playStep, s.step)
}

// cell returns the size of a cell.
func (s *spaceTime) cell() float32 {
	if len(s.rows) == 0 {
		return largestCell
	}
	return min(largestCell, (sideWidth-2*sidePad-stateRoom)/float32(len(s.rows[0].Cells)))
}

// CreateRenderer implements fyne.Widget.
func (s *spaceTime) CreateRenderer() fyne.WidgetRenderer { return widgets.NewDrawing(s, s.draw) }

// draw puts the rows that are shown, and takes room for all.
func (s *spaceTime) draw(l *widgets.Layer) fyne.Size {
	for i, row := range s.rows[:s.shown] {
		s.row(l, row, float32(i)*s.cell())
	}
	return fyne.NewSize(sideWidth-2*sidePad, float32(len(s.rows))*s.cell())
}

// row draws one moment: the state, the cells, the head.
func (s *spaceTime) row(l *widgets.Layer, row turing.Row, y float32) {
	cell := s.cell()
	if cell >= 9 {
		l.Text(stateName(row.State), 0, y, cell, 9, widgets.RoleMute, fyne.TextStyle{Monospace: true})
	}
	for i, c := range row.Cells {
		x := stateRoom + float32(i)*cell
		role := widgets.RoleLine
		if c == 1 {
			role = widgets.RoleInk
		}
		if i == row.Head {
			l.Rect(x, y, cell-1, cell-1, 0, theme.Color(widgets.RoleAccent))
			l.Rect(x+2, y+2, cell-5, cell-5, 0, theme.Color(role))
			continue
		}
		l.Rect(x, y, cell-1, cell-1, 0, theme.Color(role))
	}
}

// stateName is the letter of a state.
func stateName(state int) string {
	if state == turing.Halt {
		return "H"
	}
	return string(rune('A' + state - 1))
}
