package race

import (
	"slices"

	"image/color"
	"math"
	"strings"

	"bitlens/views/widgets"
	"bitlens/views/workspace"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A table shows the rows of the race. It lays them out anew on each change:
// some hundred objects.
type table struct {
	widget.BaseWidget
	widgets.Tipped
	counting
	columns  []column
	grouped  bool            // by family
	folded   map[string]bool // families of which only the best row is shown
	rows     []*workspace.Row
	shown    []line // as they stand on screen
	sortBy   int
	reversed bool
	chosen   string         // id of the model that reads
	charLen  float64        // bytes of a character, on average; 0 if unknown
	total    int64          // bytes of the text
	hover    int            // line under the pointer or the keys, or -1
	lit      *workspace.Row // that stands there, wherever it moves
	hint     string         // what is said of what is under the pointer, "" for nothing
	onTap    func(*workspace.Row)
	onMenu   func(*workspace.Row, fyne.Position) // at a place on the canvas
	onDelete func(*workspace.Row)
	reveal   func(y, height float32) // scrolls what lies at y into view
}

const (
	rowHeight  = 27
	headHeight = 34
	cellPad    = 8
	dotSize    = 8
	barRoom    = 70 // of the size column, for the bar
)

func newTable(onTap func(*workspace.Row)) *table {
	t := &table{columns: counting{}.columns(), folded: map[string]bool{}, sortBy: sizeColumn, hover: -1, onTap: onTap}
	t.ExtendBaseWidget(t)
	t.Own(t)
	t.SetTip(func() []string { return strings.Split(t.hint, "\n") })
	return t
}

// count has the figures count something else.
func (t *table) count(c counting) {
	t.counting = c
	t.fit()
	t.Refresh()
}

// fit leaves out columns until the others fit, as far as columns yield.
func (t *table) fit() {
	t.columns = t.counting.columns()
	for _, c := range yielding {
		if room := t.Size().Width; room == 0 || width(t.columns) <= room { // not laid out yet, or wide enough
			return
		}
		t.columns[c].width = 0
	}
}

// width returns the width of columns.
func width(columns []column) float32 {
	w := float32(2 * cellPad)
	for _, c := range columns {
		w += c.width
	}
	return w
}

// leastWidth returns the width of the columns that do not yield.
func (t *table) leastWidth() float32 {
	w := width(t.counting.columns())
	for _, c := range yielding {
		w -= t.counting.columns()[c].width
	}
	return w
}

// Tapped implements fyne.Tappable: on a row it chooses, on the head it sorts.
func (t *table) Tapped(e *fyne.PointEvent) {
	if e.Position.Y < headHeight {
		t.sort(t.columnAt(e.Position.X))
		return
	}
	t.choose(rowAt(e.Position.Y))
}

// choose does what a tap on a line does: a row is told, a heading folds.
func (t *table) choose(i int) {
	if i < 0 || i >= len(t.shown) {
		return
	}
	if row := t.shown[i].row; row != nil {
		t.onTap(row)
		return
	}
	t.folded[t.shown[i].family] = !t.folded[t.shown[i].family]
	t.Refresh()
}

// TappedSecondary implements fyne.SecondaryTappable: the menu of a row.
func (t *table) TappedSecondary(e *fyne.PointEvent) {
	if row := t.rowOf(rowAt(e.Position.Y)); row != nil {
		t.onMenu(row, e.AbsolutePosition)
	}
}

// rowOf returns the row that line i shows, or nil.
func (t *table) rowOf(i int) *workspace.Row {
	if i < 0 || i >= len(t.shown) {
		return nil
	}
	return t.shown[i].row
}

// sort sorts by a column, or turns the order round.
func (t *table) sort(c int) {
	t.reversed = t.sortBy == c && !t.reversed
	t.sortBy = c
	t.Refresh()
}

// rowAt returns the row at y, -1 or less on the head.
func rowAt(y float32) int { return int(math.Floor(float64(y-headHeight) / rowHeight)) }

func (t *table) columnAt(x float32) int {
	at := float32(cellPad)
	for i, c := range t.columns {
		if at += c.width; x < at {
			return i
		}
	}
	return len(t.columns) - 1
}

// MouseIn implements desktop.Hoverable.
func (t *table) MouseIn(e *desktop.MouseEvent) { t.MouseMoved(e) }

// MouseMoved implements desktop.Hoverable: a row is lit, a heading says what
// its figures are, and a row that failed says why in full.
func (t *table) MouseMoved(e *desktop.MouseEvent) {
	t.light(max(rowAt(e.Position.Y), -1))
	hint := t.hintAt(e.Position)
	if hint == t.hint {
		return
	}
	t.hint = hint
	t.Tipped.MouseOut()
	if hint != "" {
		t.Tipped.MouseIn(e)
	}
}

func (t *table) hintAt(at fyne.Position) string {
	if at.Y < headHeight {
		return t.columns[t.columnAt(at.X)].tip
	}
	if row := t.rowOf(rowAt(at.Y)); row != nil && row.State == workspace.Failed {
		return state(row)
	}
	return ""
}

// MouseOut implements desktop.Hoverable.
func (t *table) MouseOut() {
	t.hint = ""
	t.Tipped.MouseOut()
	t.light(-1)
}

// light lights a row, or none.
func (t *table) light(i int) {
	if i != t.hover {
		t.hover, t.lit = i, t.rowOf(i)
		t.Refresh()
	}
}

// CreateRenderer implements fyne.Widget.
func (t *table) CreateRenderer() fyne.WidgetRenderer {
	return widgets.NewDrawing(t, func(l *widgets.Layer) fyne.Size { return (&tableDrawing{t, l}).all() })
}

// A tableDrawing puts the head and the rows on a layer.
type tableDrawing struct {
	t    *table
	draw *widgets.Layer
}

func (r *tableDrawing) all() fyne.Size {
	t := r.t
	t.fit()
	t.shown = t.lines()
	if t.lit != nil {
		t.hover = slices.IndexFunc(t.shown, func(l line) bool { return l.row == t.lit })
	}
	largest := t.total
	for _, row := range t.rows {
		largest = max(largest, row.Size+t.model(row))
	}
	r.head()
	for i, l := range t.shown {
		y := headHeight + float32(i)*rowHeight
		if l.row == nil {
			r.heading(l, y, i == t.hover)
		} else {
			r.row(l.row, y, i == t.hover, largest)
		}
	}
	return fyne.NewSize(t.leastWidth(), headHeight+float32(len(t.shown))*rowHeight)
}

var bold = fyne.TextStyle{Bold: true}

// figure puts text at the right edge of a cell.
func (r *tableDrawing) figure(s string, right, y float32, role fyne.ThemeColorName) {
	r.draw.TextRight(s, right, y, rowHeight, widgets.TextSize, role, fyne.TextStyle{})
}

func (r *tableDrawing) head() {
	x := float32(cellPad)
	for i, c := range r.t.columns {
		role := widgets.RoleMute
		if i == r.t.sortBy {
			role = widgets.RoleInk
		}
		if c.width == 0 {
			continue
		}
		end := x + c.width - cellPad // of the heading
		if i >= firstFigure && i < len(r.t.columns)-1 {
			r.draw.TextRight(c.title, end, 4, rowHeight, widgets.SmallSize, role, bold)
		} else {
			end = x + cellPad + r.draw.Text(c.title, x+cellPad, 4, rowHeight, widgets.SmallSize, role, bold)
		}
		if i == r.t.sortBy {
			r.arrow(end + 1)
		}
		x += c.width
	}
	r.draw.Rect(0, headHeight-1, r.t.Size().Width, 1, 0, theme.Color(widgets.RoleLine))
}

// arrow puts the mark of the order beside a heading.
func (r *tableDrawing) arrow(x float32) {
	icon := theme.MenuDropDownIcon()
	if r.t.reversed {
		icon = theme.MenuDropUpIcon()
	}
	r.draw.Icon(icon, widgets.RoleInk, x, 4, rowHeight, 11)
}

// row puts one row; largest is the size whose bar is full.
func (r *tableDrawing) row(row *workspace.Row, y float32, hover bool, largest int64) {
	t := r.t
	switch {
	case row.Entry.ID == t.chosen:
		r.draw.Rect(0, y, t.Size().Width, rowHeight, 0, theme.Color(theme.ColorNameHover))
		r.draw.Rect(0, y, 3, rowHeight-1, 0, theme.Color(widgets.RoleAccent))
	case hover:
		r.draw.Rect(0, y, t.Size().Width, rowHeight, 0, theme.Color(theme.ColorNameHover))
	}
	x := float32(cellPad)
	r.model(row, x+cellPad, x+t.columns[modelColumn].width, y)
	x += t.columns[modelColumn].width
	r.size(row, x+cellPad, y, largest)
	x += t.columns[sizeColumn].width
	last := len(t.columns) - 1
	for _, c := range t.columns[firstFigure:last] {
		if c.width > 0 {
			r.figure(c.text(t, row), x+c.width-cellPad, y, widgets.RoleInk)
		}
		x += c.width
	}
	r.state(row, x+cellPad, y)
	r.draw.Rect(0, y+rowHeight-1, t.Size().Width, 1, 0, theme.Color(widgets.RoleLine))
}

// model puts the model's colour, its id, and what it is where there is room.
func (r *tableDrawing) model(row *workspace.Row, x, right, y float32) {
	r.draw.Dot(x, y, rowHeight, dotSize, widgets.ModelColor(row.Entry))
	x += dotSize + 7
	w := r.draw.Text(row.Entry.ID, x, y, rowHeight, widgets.TextSize, widgets.RoleInk, bold)
	if r.t.grouped { // the heading says the family
		return
	}
	family := widgets.FamilyName(row.Entry.Family)
	if fyne.MeasureText(family, widgets.SmallSize, fyne.TextStyle{}).Width < right-x-w-10 {
		r.draw.Text(family, x+w+6, y, rowHeight, widgets.SmallSize, widgets.RoleMute, fyne.TextStyle{})
	}
}

// size puts a bar as long as the file, and its bytes; while the model runs the
// bar shows how far it is.
func (r *tableDrawing) size(row *workspace.Row, x, y float32, largest int64) {
	c := color.Color(widgets.ModelColor(row.Entry))
	full := float32(max(largest, 1))
	part, model := float32(row.Size)/full, float32(r.t.model(row))/full
	if row.State == workspace.Running {
		part, model = float32(row.Part()), 0
		r.draw.Rect(x, y+rowHeight/2-2, barRoom-8, 4, 2, theme.Color(widgets.RoleLine))
	}
	if part > 0 {
		end := max(2, part*(barRoom-8))
		r.draw.Rect(x, y+rowHeight/2-2, end, 4, 2, c)
		if model > 0 {
			r.draw.Rect(x+end, y+rowHeight/2-1, model*(barRoom-8), 2, 0, theme.Color(widgets.RoleMute))
		}
	}
	if row.Size > 0 {
		role, size := widgets.RoleInk, row.Size+r.t.model(row)
		if row.State != workspace.Finished {
			role, size = widgets.RoleMute, row.Size
		}
		r.figure(widgets.Count(size), x+r.t.columns[sizeColumn].width-2*cellPad, y, role)
	}
}

// state puts a tick where the file was decoded and equal, else a word.
func (r *tableDrawing) state(row *workspace.Row, x, y float32) {
	if row.State == workspace.Finished && row.Receipt.Verified {
		r.draw.Icon(theme.ConfirmIcon(), widgets.RoleAccent, x, y, rowHeight, 15)
		return
	}
	role, size := widgets.RoleMute, float32(widgets.TextSize)
	switch {
	case row.State == workspace.Dear:
		role, size = widgets.RoleAccent, widgets.SmallSize // it says how long it takes as well
	case row.State == workspace.Failed && !isCancelled(row):
		role = widgets.RoleError
	}
	r.draw.Text(state(row), x, y, rowHeight, size, role, fyne.TextStyle{})
}
