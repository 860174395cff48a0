package race

import (
	"strconv"
	"unicode/utf8"

	"bitlens/assets/icons"
	"bitlens/engine/model"
	"bitlens/engine/text"
	"bitlens/engine/zoo"
	"bitlens/views"
	"bitlens/views/widgets"
	"bitlens/views/workspace"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Screen is the entry of the rail.
func Screen() views.Screen {
	return views.Screen{ID: "race", Title: "Race", Icon: icons.Race, New: New}
}

// A View is the open screen.
type View struct {
	w       *workspace.Workspace
	table   *table
	charts  *charts
	status  *status
	story   *story
	add     *widgets.Chip
	texts   *widgets.Chip
	counts  *widgets.Segmented
	menu    *widgets.Chip
	again   *widgets.Chip
	stop    *widgets.Chip
	matrix  *matrixView
	learned *learnedView
	stages  *widgets.Chip
	body    *fyne.Container // the table with its pictures, the matrix, or what one model has learned
	shown   bool
	bar     *fyne.Container // the line of status of what is shown
	focused pane            // that the keys were last given to
}

// New opens the screen.
func New(w *workspace.Workspace) views.View {
	v := &View{w: w, bar: container.NewStack()}
	v.table = newTable(v.tapped)
	v.table.onMenu, v.table.onDelete = v.showRowMenu, v.remove
	v.charts = newCharts(w, func() counting { return v.table.counting })
	v.status = newStatus(w)
	v.story = newStory(w)
	v.matrix, v.learned = newMatrixView(w), newLearnedView(w)
	v.makeTools()
	v.body = container.NewStack(v.single(), v.matrix.content, v.learned.content)
	w.On(workspace.MatrixTopic, v.show)
	w.On(workspace.LearningTopic, v.show)
	w.On(workspace.RaceTopic, v.refresh)
	w.On(workspace.ModelTopic, v.refresh)
	w.On(workspace.TextTopic, v.begin)
	w.On(workspace.CursorTopic, func() { v.charts.setCursor(w.Cursor()) })
	w.On(workspace.LookTopic, v.refresh)
	v.show()
	v.refresh()
	return v
}

// Content implements views.View.
func (v *View) Content() fyne.CanvasObject { return v.body }

// single is the race over the open text: the table and its pictures.
func (v *View) single() fyne.CanvasObject {
	side := widgets.On(widgets.RolePanel, widgets.Dock(nil, nil, widgets.NewRule(), nil,
		widgets.Dock(nil, v.story.content, nil, nil, v.charts.content)))
	rows := container.NewVScroll(v.table)
	v.table.reveal = func(y, height float32) { reveal(rows, y, height) }
	return container.New(split{v.table}, rows, side)
}

// reveal scrolls as little as it takes to show what lies at y.
func reveal(s *container.Scroll, y, height float32) {
	switch {
	case y < s.Offset.Y:
		s.ScrollToOffset(fyne.NewPos(0, y))
	case y+height > s.Offset.Y+s.Size().Height:
		s.ScrollToOffset(fyne.NewPos(0, y+height-s.Size().Height))
	}
}

// A split gives the table the width of its columns and the pictures the rest,
// but never less than a third.
type split struct{ table *table }

func (s split) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	left := min(width(s.table.counting.columns())+6, size.Width*0.66)
	objects[0].Resize(fyne.NewSize(left, size.Height))
	objects[0].Move(fyne.Position{})
	objects[1].Resize(fyne.NewSize(size.Width-left, size.Height))
	objects[1].Move(fyne.NewPos(left, 0))
}

func (s split) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(600, 300) }

// Status implements views.View.
func (v *View) Status() fyne.CanvasObject { return v.bar }

// Link implements views.View.
func (v *View) Link() workspace.Link {
	l := v.w.Link("race")
	if v.shows() == severalPane {
		l.Values["texts"] = v.w.Matrix().Paths
	}
	if x := v.w.Learning(); x.Open() {
		l.Values.Set("learned", x.Entry.ID)
		l.Values.Set("prompt", string(x.Task.Prompt))
		l.Values.Set("seed", strconv.FormatUint(x.Task.Sampling.Seed, 10))
	}
	for name, on := range map[string]bool{"twopart": v.table.twoPart, "speed": v.table.speedPrior, "families": v.table.grouped} {
		if on {
			l.Values.Set(name, "1")
		}
	}
	return l
}

// Open implements views.View: texts= names files and folders to race over;
// learned= a model whose learning is shown, prompt= what it goes on from and
// seed= which of its writings; twopart, speed and families say how the table
// counts and is ordered.
func (v *View) Open(l workspace.Link) {
	on := func(name string) bool { return l.Values.Get(name) == "1" }
	v.table.grouped = on("families")
	v.count(counting{on("twopart"), on("speed")})
	if paths := l.Values["texts"]; len(paths) > 0 {
		v.w.StartMatrix(paths)
	} else if v.w.Matrix().Open() {
		v.w.CloseMatrix()
	}
	v.openLearning(l)
}

// openLearning shows what the model of a link learns, or no longer where there is
// none.
func (v *View) openLearning(l workspace.Link) {
	id := l.Values.Get("learned")
	if id == "" {
		v.w.CloseLearning()
		return
	}
	e, err := zoo.Open(id)
	if err != nil {
		v.w.Fail(err)
		return
	}
	seed, err := strconv.ParseUint(l.Values.Get("seed"), 10, 64)
	if err != nil {
		seed = firstSeed
	}
	v.learn(e, l.Values.Get("prompt"), seed)
}

// firstSeed draws what a model writes at first.
const firstSeed = 1

// learn shows what a model learns, and how it goes on from a prompt, or where
// there is none from some words of the text.
func (v *View) learn(e *model.Entry, prompt string, seed uint64) {
	v.learned.prompt.SetText(prompt)
	v.learned.prompt.CursorColumn = utf8.RuneCountInString(prompt)
	v.w.StartLearning(e, []byte(prompt), seed)
}

// Shown implements views.View: the race starts when it is first looked at.
func (v *View) Shown(shown bool) {
	v.shown = shown
	if shown {
		v.begin()
		v.refresh()
		v.focus()
	}
}

// Again implements views.View.
func (v *View) Again() {
	switch v.shows() {
	case learnedPane:
		v.learned.again(0)
	case severalPane:
		v.w.StartMatrix(v.w.Matrix().Paths)
	default:
		v.w.StartRace()
	}
}

// Keys implements views.View. The table's own keys are those of any list.
func (v *View) Keys() []views.Key { return nil }

// Exports implements views.View.
func (v *View) Exports() []views.Export {
	switch v.shows() {
	case learnedPane:
		return v.learned.exports()
	case severalPane:
		return v.matrix.exports()
	}
	return v.charts.exports()
}

// begin starts the race over a text that has had none.
func (v *View) begin() {
	if v.shown && len(v.w.Race().Rows) == 0 && v.shows() == racePane {
		v.w.StartRace()
	}
}

// tapped reads with the row's model, or runs a row that has not run.
func (v *View) tapped(row *workspace.Row) {
	switch row.State {
	case workspace.Dear, workspace.Cancelled, workspace.Failed:
		v.w.RunRow(row)
	case workspace.Finished:
		if err := v.w.SetModel(row.Entry.ID); err != nil {
			v.w.Fail(err)
		}
	}
}

func (v *View) refresh() {
	if !v.shown {
		return
	}
	r := v.w.Race()
	grown := v.table.MinSize()
	v.table.rows, v.table.chosen = r.Rows, v.w.Model().ID
	v.table.total = int64(v.w.Text().Len())
	v.table.charLen = v.charLen()
	v.table.Refresh()
	if min := v.table.MinSize(); min != grown {
		v.body.Refresh() // the table's room and its scroll follow
	}
	v.refreshTools()
	v.charts.refresh()
	v.status.refresh()
	v.story.refresh()
}

// charLenSample is how much of a text is looked at for the length of its
// characters.
const charLenSample = 64 << 10

// charLen returns the bytes of a character, on average over the start of a
// long text.
func (v *View) charLen() float64 {
	t := v.w.Text()
	n := min(t.Len(), charLenSample)
	chars := max(len(text.Char.Starts(t, 0, n))-1, 0)
	if chars == 0 {
		return 0
	}
	return float64(n) / float64(chars)
}
